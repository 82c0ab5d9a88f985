package io.cotangent.processor.source;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** What generated classes are called. */
final class GeneratedNames {
  private static final Set<String> TAKEN = Set.of("Gradient", "Pullback", "Tangent", "Hvp");

  private GeneratedNames() {}

  /** The simple name of the class for the annotated methods of a class. */
  static String adjointClass(ExecutableElement method) {
    return nestedName(method.getEnclosingElement()) + "Adjoint";
  }

  /** The record with the tangents and adjoints of objects of a class, fully qualified. */
  static String tangent(TypeElement type, PackageElement place) {
    String prefix = place.isUnnamed() ? "" : place.getQualifiedName() + ".";
    return prefix + nestedName(type) + "Tangent";
  }

  private static String nestedName(Element type) {
    StringBuilder name = new StringBuilder();
    for (Element at = type; at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
      name.insert(0, at.getSimpleName() + (name.isEmpty() ? "" : "_"));
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
