package io.cotangent.processor.source;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * A method that is the derivative of another one.
 *
 * @param method the rule
 * @param target the method it is for
 */
record Rule(ExecutableElement method, ExecutableElement target) {
  /** Whether only the package of the rule can use it. */
  boolean isOfPackage() {
    for (javax.lang.model.element.Element at = method;
        at instanceof TypeElement || at == method;
        at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return true;
      }
    }
    return false;
  }
}
