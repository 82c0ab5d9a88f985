package io.cotangent.fuzz.program;

/**
 * The type of an expression or variable.
 *
 * @param rank number of array dimensions
 * @param name of a class or functional interface; otherwise empty
 */
public record Type(Kind kind, int rank, String name) {
  public static final Type BOOLEAN = new Type(Kind.BOOLEAN, 0);
  public static final Type INT = new Type(Kind.INT, 0);
  public static final Type LONG = new Type(Kind.LONG, 0);
  public static final Type FLOAT = new Type(Kind.FLOAT, 0);
  public static final Type DOUBLE = new Type(Kind.DOUBLE, 0);
  public static final Type RECORD = new Type(Kind.RECORD, 0);
  public static final Type VOID = new Type(Kind.VOID, 0);

  /** A function of one number. */
  public static final Type UNARY =
      new Type(Kind.FUNCTION, 0, "java.util.function.DoubleUnaryOperator");

  /** A function of two numbers. */
  public static final Type BINARY =
      new Type(Kind.FUNCTION, 0, "java.util.function.DoubleBinaryOperator");

  /** A type without a name of its own. */
  public Type(Kind kind, int rank) {
    this(kind, rank, "");
  }

  /** The type of a class. */
  public static Type object(String name) {
    return new Type(Kind.OBJECT, 0, name);
  }

  /** The scalar type of a kind. */
  public static Type of(Kind kind) {
    return new Type(kind, 0);
  }

  /** The type of an element. */
  public Type element() {
    return new Type(kind, rank - 1, name);
  }

  /** Whether it is a {@code float} or {@code double}. */
  public boolean isReal() {
    return rank == 0 && kind.isReal();
  }

  /** Arrays of this type. */
  public Type array() {
    return new Type(kind, rank + 1, name);
  }

  /** Whether it is an object or a function. */
  public boolean isReference() {
    return kind == Kind.OBJECT || kind == Kind.FUNCTION;
  }

  /** Whether derivatives with respect to it exist. */
  public boolean isDifferentiable() {
    return kind.isReal();
  }

  /** How Java writes it. */
  public String text() {
    return (name.isEmpty() ? kind.text() : name) + "[]".repeat(rank);
  }
}
