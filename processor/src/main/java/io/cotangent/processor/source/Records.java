package io.cotangent.processor.source;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What the compiler adds to a record by itself. */
final class Records {
  private Records() {}

  /** Whether the method has the name and form of an accessor of a record component. */
  static boolean isAccessor(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return owner.getKind() == ElementKind.RECORD
        && method.getParameters().isEmpty()
        && owner.getRecordComponents().stream()
            .anyMatch(c -> c.getSimpleName().equals(method.getSimpleName()));
  }

  /** Whether the constructor does nothing but take the components. */
  static boolean isImplicit(ExecutableElement constructor, Elements elements) {
    return elements.getOrigin(constructor) == Elements.Origin.MANDATED;
  }
}
