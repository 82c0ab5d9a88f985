package io.cotangent.processor.source;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * What generated code may name: it stands in a class of its own, in the package of the method it is
 * generated for.
 */
final class Visibility {
  private final PackageElement place;

  Visibility(PackageElement place) {
    this.place = place;
  }

  /** Whether a class or member may be named there. */
  boolean sees(Element element) {
    for (Element at = element; at != null && !isPackage(at); at = at.getEnclosingElement()) {
      if (!seesDeclaration(at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether code there can write the name of a class, which classes in methods have none of. */
  boolean names(TypeElement type) {
    return !type.getQualifiedName().isEmpty() && sees(type);
  }

  /** Whether a static field can be read there by a handle, although it is private. */
  boolean reads(Element field) {
    Element owner = field.getEnclosingElement();
    return sees(owner) && packageOf(owner).equals(place) && names(field.asType());
  }

  /** Whether code there can write a type and all it is made of. */
  private boolean names(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return names(array.getComponentType());
    }
    return !(type instanceof DeclaredType declared)
        || names((TypeElement) declared.asElement())
            && declared.getTypeArguments().stream().allMatch(this::names);
  }

  private static boolean isPackage(Element element) {
    return element.getKind() == ElementKind.PACKAGE;
  }

  private boolean seesDeclaration(Element element) {
    if (element.getModifiers().contains(Modifier.PRIVATE) || isInCode(element)) {
      return false;
    }
    return element.getModifiers().contains(Modifier.PUBLIC) || packageOf(element).equals(place);
  }

  /** Whether a class has no name outside of the code it stands in: an enum constant with a body. */
  private static boolean isInCode(Element element) {
    return element instanceof TypeElement type
        && (type.getNestingKind() == NestingKind.LOCAL
            || type.getNestingKind() == NestingKind.ANONYMOUS);
  }

  private static Element packageOf(Element element) {
    Element at = element;
    while (!isPackage(at)) {
      at = at.getEnclosingElement();
    }
    return at;
  }
}
