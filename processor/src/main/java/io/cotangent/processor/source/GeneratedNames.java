package io.cotangent.processor.source;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** What generated classes are called. */
final class GeneratedNames {
  private static final Set<String> TAKEN = Set.of("Gradient", "Pullback", "Tangent", "Hvp");

  private GeneratedNames() {}

  /** The simple name of the class for the annotated methods of a class. */
  static String adjointClass(ExecutableElement method) {
    StringBuilder name = new StringBuilder("Adjoint");
    Element at = method.getEnclosingElement();
    while (at.getKind() != ElementKind.PACKAGE) {
      String separator = name.toString().equals("Adjoint") ? "" : "_";
      name.insert(0, at.getSimpleName() + separator);
      at = at.getEnclosingElement();
    }
    return name.toString();
  }

  /**
   * The simple name of the class for one method.
   *
   * @param given the name asked for, null for none
   */
  static String nestedClass(ExecutableElement method, AnnotationValue given) {
    String plain = method.getSimpleName().toString();
    String name =
        given != null
            ? (String) given.getValue()
            : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    return TAKEN.contains(name) || name.equals(adjointClass(method)) ? name + "_" : name;
  }
}
