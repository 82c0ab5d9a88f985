package io.cotangent.processor.source;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What the compiler adds to a record by itself. */
final class Records {
  private Records() {}

  /** Whether the method of a record does nothing but read a component. */
  static boolean isImplicitAccessor(ExecutableElement method, Scope scope) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return isImplicit(method, scope)
        && method.getParameters().isEmpty()
        && owner.getRecordComponents().stream()
            .anyMatch(c -> c.getSimpleName().equals(method.getSimpleName()));
  }

  /** Whether the method of a record is not written in its source. */
  static boolean isImplicit(ExecutableElement method, Scope scope) {
    return method.getEnclosingElement().getKind() == ElementKind.RECORD
        && scope.program().find(method).isEmpty();
  }

  /** Whether the constructor does nothing but take the components. */
  static boolean isPlain(ExecutableElement constructor, Elements elements) {
    return elements.getOrigin(constructor) == Elements.Origin.MANDATED;
  }
}
