package io.cotangent.processor.ir;

/** The constants of each type. */
public final class Constants {
  private Constants() {}

  /** The value a field of the type starts with, boxed; null for references. */
  public static Object zero(Type type) {
    if (!(type instanceof Primitive primitive)) {
      return null;
    }
    return switch (primitive) {
      case BOOLEAN -> Boolean.FALSE;
      case BYTE -> (byte) 0;
      case SHORT -> (short) 0;
      case CHAR -> (char) 0;
      case INT -> 0;
      case LONG -> 0L;
      case FLOAT -> 0f;
      case DOUBLE -> 0d;
    };
  }
}
