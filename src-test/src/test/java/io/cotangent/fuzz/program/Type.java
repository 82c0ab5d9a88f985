package io.cotangent.fuzz.program;

/**
 * The type of an expression or variable.
 *
 * @param rank number of array dimensions
 */
public record Type(Kind kind, int rank) {
  public static final Type BOOLEAN = new Type(Kind.BOOLEAN, 0);
  public static final Type INT = new Type(Kind.INT, 0);
  public static final Type LONG = new Type(Kind.LONG, 0);
  public static final Type FLOAT = new Type(Kind.FLOAT, 0);
  public static final Type DOUBLE = new Type(Kind.DOUBLE, 0);
  public static final Type RECORD = new Type(Kind.RECORD, 0);
  public static final Type VOID = new Type(Kind.VOID, 0);

  /** The scalar type of a kind. */
  public static Type of(Kind kind) {
    return new Type(kind, 0);
  }

  /** The type of an element. */
  public Type element() {
    return new Type(kind, rank - 1);
  }

  /** Whether it is a {@code float} or {@code double}. */
  public boolean isReal() {
    return rank == 0 && kind.isReal();
  }

  /** Whether derivatives with respect to it exist. */
  public boolean isDifferentiable() {
    return kind.isReal();
  }

  /** How Java writes it. */
  public String text() {
    return kind.text() + "[]".repeat(rank);
  }
}
