package io.cotangent.processor.source;

/**
 * A member of a generated class that another annotated method calls.
 *
 * @param nestedClass the class it belongs to, fully qualified, which names the annotated method
 */
public record GeneratedMember(String nestedClass, Kind kind) {
  /** The members that can be differentiated in turn. */
  public enum Kind {
    GRADIENT,
    JVP,
    HVP,
    VJP,
    JACOBIAN,
    HESSIAN,
    DERIVATIVES
  }
}
