package io.cotangent.processor.source;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the generated class, which stands in the package of the user's class, can name. */
final class Accessibility {
  private Accessibility() {}

  /** Whether the type, a class around it, or one of its type arguments is private. */
  static boolean isPrivate(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isPrivate(array.getComponentType());
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return false;
    }
    DeclaredType declared = (DeclaredType) type;
    for (Element at = declared.asElement(); at != null; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return declared.getTypeArguments().stream().anyMatch(Accessibility::isPrivate);
  }
}
