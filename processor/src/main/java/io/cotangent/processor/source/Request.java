package io.cotangent.processor.source;

import io.cotangent.processor.model.Signature;
import javax.lang.model.element.ExecutableElement;

/**
 * An annotated method that can be worked on.
 *
 * @param method the element of the running compilation, which messages are about
 * @param source the same method in the attributed copy
 */
public record Request(ExecutableElement method, MethodSource source, Signature signature) {
  @Override
  public int hashCode() {
    return method.hashCode();
  }
}
