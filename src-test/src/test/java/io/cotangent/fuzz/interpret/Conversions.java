package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Type;

/** Conversions between primitive types. */
final class Conversions {
  private Conversions() {}

  /** Java's primitive conversion; arrays stay what they are. */
  static Object convert(Object value, Type to) {
    return to.rank() > 0 ? value : convert(value, to.kind());
  }

  /** Java's primitive conversion. */
  static Object convert(Object value, Kind to) {
    return switch (to) {
      case INT -> toInt(value);
      case LONG -> toLong(value);
      case FLOAT -> toFloat(value);
      case DOUBLE -> toDouble(value);
      case BOOLEAN, RECORD, OBJECT, FUNCTION, VOID -> value;
    };
  }

  private static Integer toInt(Object value) {
    if (value instanceof Real real) {
      return (int) real.value();
    }
    return value instanceof Long wide ? (Integer) (int) (long) wide : (Integer) value;
  }

  private static Long toLong(Object value) {
    if (value instanceof Real real) {
      return (long) real.value();
    }
    return value instanceof Integer narrow ? (Long) (long) narrow : (Long) value;
  }

  private static Real toFloat(Object value) {
    if (value instanceof Real real) {
      Real rounded = real.rounded();
      if (!Double.isFinite(rounded.value())) {
        throw new Unsuitable("not finite");
      }
      return rounded;
    }
    // Rounded once, from the integer: by way of double it could be rounded twice.
    return Real.constant(
        value instanceof Long wide ? (float) (long) wide : (float) (Integer) value);
  }

  private static Real toDouble(Object value) {
    if (value instanceof Real real) {
      return real;
    }
    return Real.constant(((Number) value).doubleValue());
  }
}
