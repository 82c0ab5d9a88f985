package io.cotangent.fuzz.program;

/** Java's unary operators without effects. */
public enum UnaryOp {
  NEGATE("-"),
  PLUS("+"),
  COMPLEMENT("~"),
  NOT("!");

  private final String text;

  UnaryOp(String text) {
    this.text = text;
  }

  /** How Java writes it. */
  public String text() {
    return text;
  }
}
