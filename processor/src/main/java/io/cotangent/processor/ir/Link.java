package io.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * Where the derivatives of a function are whose code is not here: in the class that was generated
 * for it when it was compiled.
 *
 * @param nestedClass that class, fully qualified
 * @param method what messages call the function
 * @param params what it takes, the receiver first
 * @param result what it returns; empty for {@code void}
 * @param isTangent whether the function is its tangent already, which has no derivatives of its own
 */
public record Link(
    String nestedClass,
    String method,
    List<Param> params,
    Optional<Type> result,
    boolean isTangent) {
  public Link {
    params = List.copyOf(params);
  }

  /**
   * A parameter.
   *
   * @param component what the gradient calls its derivative; empty if there is none
   */
  public record Param(Type type, String component, boolean written) {
    /** Whether it has a derivative. */
    public boolean isDifferentiated() {
      return !component.isEmpty();
    }
  }

  /** The link of the tangent. */
  public Link tangent() {
    return new Link(nestedClass, method, params, result, true);
  }
}
