package io.cotangent.processor.source;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What generated classes are called. */
final class GeneratedNames {
  private static final Set<String> TAKEN = Set.of("Gradient", "Pullback", "Tangent", "Hvp");

  private static final String TANGENT = "Tangent";

  private GeneratedNames() {}

  /** The simple name of the class for the annotated methods of a class. */
  static String adjointClass(ExecutableElement method) {
    return nestedName(method.getEnclosingElement()) + "Adjoint";
  }

  /**
   * The record with the tangents and adjoints of objects of a class, fully qualified. Objects with
   * other type arguments have one of another name.
   */
  static String tangent(DeclaredType type, PackageElement place) {
    String prefix = place.isUnnamed() ? "" : place.getQualifiedName() + ".";
    return prefix + nestedName(type) + TANGENT;
  }

  private static String nestedName(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return nestedName(array.getComponentType()) + "Array";
    }
    if (!(type instanceof DeclaredType declared)) {
      String name = type.toString();
      return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
    StringBuilder name = new StringBuilder(nestedName(declared.asElement()));
    if (TypeArguments.areKnown(declared)) {
      String separator = "Of";
      for (TypeMirror argument : declared.getTypeArguments()) {
        name.append(separator).append(nestedName(argument));
        separator = "And";
      }
    }
    return name.toString();
  }

  /** Whether a type may be such a record, by its name. */
  static boolean isOfTangents(TypeElement type) {
    return type.getKind() == ElementKind.RECORD
        && type.getSimpleName().toString().endsWith(TANGENT);
  }

  /** A class of the compilation that stands in the way of the record with the tangents. */
  static Optional<String> inTheWay(DeclaredType type, PackageElement place, Program program) {
    String tangent = tangent(type, place);
    String plain = tangent.substring(0, tangent.length() - TANGENT.length());
    return Stream.of(tangent, plain)
        .filter(
            name -> isAnother(program.elements().getTypeElement(name), type.asElement(), program))
        .findFirst();
  }

  private static boolean isAnother(TypeElement found, Element type, Program program) {
    return found != null && !found.equals(type) && program.classes().source(found).isPresent();
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
