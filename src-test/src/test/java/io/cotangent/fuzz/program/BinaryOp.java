package io.cotangent.fuzz.program;

/** Java's binary operators. */
public enum BinaryOp {
  ADD("+"),
  SUB("-"),
  MUL("*"),
  DIV("/"),
  REM("%"),
  AND("&"),
  OR("|"),
  XOR("^"),
  SHL("<<"),
  SHR(">>"),
  USHR(">>>"),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">="),
  EQ("=="),
  NE("!="),
  AND_THEN("&&"),
  OR_ELSE("||");

  private final String text;

  BinaryOp(String text) {
    this.text = text;
  }

  /** How Java writes it. */
  public String text() {
    return text;
  }

  /** Whether the type of its result is the left operand's. */
  public boolean isShift() {
    return this == SHL || this == SHR || this == USHR;
  }

  /** Whether the right operand may be skipped. */
  public boolean isShortCircuit() {
    return this == AND_THEN || this == OR_ELSE;
  }

  /** The type of the result. */
  public Type result(Type left, Type right) {
    if (isShift()) {
      return left;
    }
    if (compareTo(LT) >= 0) {
      return Type.BOOLEAN;
    }
    return Type.of(Kind.promote(left.kind(), right.kind()));
  }
}
