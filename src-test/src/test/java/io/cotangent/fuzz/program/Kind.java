package io.cotangent.fuzz.program;

/** The type of a value without its array dimensions. */
public enum Kind {
  BOOLEAN("boolean"),
  INT("int"),
  LONG("long"),
  FLOAT("float"),
  DOUBLE("double"),
  /** The record the program declares. */
  RECORD("Result"),
  /** An object of one of the program's classes. */
  OBJECT("Object"),
  /** A function of doubles. */
  FUNCTION("Function"),
  VOID("void");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /** How Java writes it. */
  public String text() {
    return text;
  }

  /** Whether it is {@code int} or {@code long}. */
  public boolean isInteger() {
    return this == INT || this == LONG;
  }

  /** Whether it is {@code float} or {@code double}. */
  public boolean isReal() {
    return this == FLOAT || this == DOUBLE;
  }

  /** Whether arithmetic applies to it. */
  public boolean isNumeric() {
    return isInteger() || isReal();
  }

  /** Binary numeric promotion. */
  public static Kind promote(Kind left, Kind right) {
    return left.compareTo(right) >= 0 ? left : right;
  }
}
