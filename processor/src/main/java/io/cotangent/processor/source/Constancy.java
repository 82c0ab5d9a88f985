package io.cotangent.processor.source;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Which objects stay as they are, as far as their classes tell. */
final class Constancy {
  private Constancy() {}

  /**
   * Whether a value, copied if it is an array, cannot change.
   *
   * @param isExact whether objects are of the class itself rather than of a subclass
   */
  static boolean of(TypeMirror type, boolean isExact) {
    if (type instanceof ArrayType array) {
      TypeMirror element = array.getComponentType();
      return of(element, false);
    }
    return isConstant(type, isExact, new HashSet<>());
  }

  private static boolean isConstant(TypeMirror type, boolean isExact, Set<Element> seen) {
    if (!(type instanceof DeclaredType declared)) {
      return type.getKind().isPrimitive();
    }
    TypeElement element = (TypeElement) declared.asElement();
    boolean isKnown =
        isExact
            || element.getModifiers().contains(Modifier.FINAL)
            || element.getKind() == ElementKind.ENUM;
    if (!isKnown || !seen.add(element)) {
      return isKnown;
    }
    return element.getQualifiedName().contentEquals("java.lang.String")
        || hasConstantFields(element, seen);
  }

  private static boolean hasConstantFields(TypeElement element, Set<Element> seen) {
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      Set<Modifier> modifiers = field.getModifiers();
      if (!modifiers.contains(Modifier.STATIC)
          && !(modifiers.contains(Modifier.FINAL) && isConstant(field.asType(), false, seen))) {
        return false;
      }
    }
    return !(element.getSuperclass() instanceof DeclaredType above)
        || hasConstantFields((TypeElement) above.asElement(), seen);
  }
}
