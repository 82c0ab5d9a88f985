package io.cotangent.fuzz.interpret;

/** An exception the program throws. */
final class Thrown extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String type;

  Thrown(String type) {
    super(type, null, false, false);
    this.type = type;
  }

  /** Whether a handler of a type is for it. */
  boolean isCaught(String by) {
    return by.equals(type) || by.equals("RuntimeException");
  }
}
