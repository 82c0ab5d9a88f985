package io.cotangent.fuzz.program;

/**
 * A parameter of a method.
 *
 * @param rows the length of the outer array of a matrix
 * @param length the length of an innermost array
 */
public record Parameter(Type type, String name, int rows, int length) {
  /** Reads it. */
  public Expr.Local read() {
    return new Expr.Local(type, name);
  }
}
