package io.cotangent.processor.ir;

import java.util.Locale;

/** Java's primitive types, in order of widening for the numeric ones. */
public enum Primitive implements Type {
  BOOLEAN,
  BYTE,
  SHORT,
  CHAR,
  INT,
  LONG,
  FLOAT,
  DOUBLE;

  private final String keyword = name().toLowerCase(Locale.ROOT);

  /** Whether arithmetic in this type is arithmetic on whole numbers. */
  public boolean isIntegral() {
    return this != BOOLEAN && this != FLOAT && this != DOUBLE;
  }

  /** The Java keyword. */
  public String keyword() {
    return keyword;
  }

  @Override
  public String toString() {
    return keyword();
  }
}
