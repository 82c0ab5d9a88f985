package io.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * Where the derivatives of a function are whose code is not here: in the class that was generated
 * for a method when it was compiled.
 *
 * @param nestedClass that class, fully qualified
 * @param method what messages call the method
 * @param params what it takes, the receiver first
 * @param result what it returns; empty for {@code void}
 * @param order the order of the derivatives that class has
 * @param exactClass the class the receiver must be of for the method to be the one that was
 *     compiled; empty if it always is
 * @param member what of it the function is
 */
public record Link(
    String nestedClass,
    String method,
    List<Param> params,
    Optional<Type> result,
    int order,
    Optional<String> exactClass,
    Member member) {
  public Link {
    params = List.copyOf(params);
  }

  /** What a function computes. */
  public enum Member {
    /** What the method does. */
    METHOD,
    /** The value and its derivatives with respect to the differentiated parameters. */
    GRADIENT,
    /** Something whose own derivatives nobody has. */
    LAST
  }

  /**
   * A parameter.
   *
   * @param isStable whether an object that is passed stays as it is
   */
  public record Param(
      Type type, String name, boolean isDifferentiated, boolean written, boolean isStable) {}

  /** The link of another function of the same class. */
  public Link to(Member other) {
    return new Link(nestedClass, method, params, result, order, exactClass, other);
  }

  /** Whether the value and all derivatives come from one call. */
  public boolean hasGradient() {
    return result.filter(Type::isReal).isPresent() && params.stream().noneMatch(Param::written);
  }

  /** Whether the gradient can be differentiated: it is evaluated again for that. */
  public boolean hasCurvature() {
    return hasGradient() && order > 1 && params.stream().allMatch(Param::isStable);
  }

  /** The differentiated parameters. */
  public List<Param> differentiated() {
    return params.stream().filter(Param::isDifferentiated).toList();
  }
}
