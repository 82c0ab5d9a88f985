package io.cotangent.processor.ir;

import java.util.List;

/** Computes operators on boxed constants exactly as Java does. */
public final class Arithmetic {
  private Arithmetic() {}

  /**
   * The result of an operator.
   *
   * @param strict whether a function is StrictMath's
   * @param type of the result
   * @throws ArithmeticException if Java would throw it
   */
  public static Object evaluate(Operator operator, boolean strict, Type type, List<Object> args) {
    if (operator == Operator.CAST) {
      return cast(args.get(0), (Primitive) type);
    }
    if (operator == Operator.SELECT) {
      return (Boolean) args.get(0) ? args.get(1) : args.get(2);
    }
    if (operator == Operator.RULED) {
      return args.get(0);
    }
    Object first = args.get(0);
    Object second = args.size() > 1 ? args.get(1) : null;
    if (operator == Operator.WATCH) {
      return evaluate(Operator.ADD, strict, type, args.subList(0, 2));
    }
    if (operator == Operator.CLAMP) {
      return clamp((Number) first, (Number) second, (Number) args.get(2), (Primitive) type);
    }
    if (operator == Operator.FMA) {
      return fma((Number) first, (Number) second, (Number) args.get(2));
    }
    if (first instanceof Integer x) {
      return IntArithmetic.evaluate(operator, x, (Number) second);
    }
    if (first instanceof Long x) {
      return LongArithmetic.evaluate(operator, x, (Number) second);
    }
    if (first instanceof Float x) {
      return FloatArithmetic.evaluate(operator, x, (Number) second);
    }
    if (first instanceof Double x) {
      return DoubleArithmetic.evaluate(operator, strict, x, (Number) second);
    }
    return logic(operator, first, second);
  }

  /** A boxed primitive converted as by a Java cast. */
  public static Object cast(Object value, Primitive type) {
    if (type == Primitive.BOOLEAN) {
      return value;
    }
    if (value instanceof Character c) {
      return cast((int) c, type);
    }
    Number number = (Number) value;
    return switch (type) {
      case BYTE -> number.byteValue();
      case SHORT -> number.shortValue();
      case CHAR -> number instanceof Long l ? (char) (long) l : (char) number.intValue();
      case INT -> number.intValue();
      case LONG -> number.longValue();
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
      case BOOLEAN -> throw new IllegalArgumentException("cast to boolean");
    };
  }

  private static Object logic(Operator operator, Object first, Object second) {
    return switch (operator) {
      case NOT -> !(Boolean) first;
      case BIT_AND -> (Boolean) first & (Boolean) second;
      case BIT_OR -> (Boolean) first | (Boolean) second;
      case BIT_XOR -> (Boolean) first ^ (Boolean) second;
      case EQ -> isSame(first, second);
      case NE -> !isSame(first, second);
      default -> throw new IllegalArgumentException(operator + " of " + first);
    };
  }

  private static boolean isSame(Object first, Object second) {
    return first instanceof Boolean ? first.equals(second) : first == second;
  }

  private static Object clamp(Number value, Number min, Number max, Primitive type) {
    if (value instanceof Long x) {
      return cast(Math.min(max.longValue(), Math.max(x, min.longValue())), type);
    }
    if (value instanceof Float x) {
      return Math.min(max.floatValue(), Math.max(x, min.floatValue()));
    }
    return Math.min(max.doubleValue(), Math.max(value.doubleValue(), min.doubleValue()));
  }

  private static Object fma(Number x, Number y, Number z) {
    if (x instanceof Float) {
      return Math.fma(x.floatValue(), y.floatValue(), z.floatValue());
    }
    return Math.fma(x.doubleValue(), y.doubleValue(), z.doubleValue());
  }
}
