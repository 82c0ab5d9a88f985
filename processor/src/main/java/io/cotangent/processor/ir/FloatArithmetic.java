package io.cotangent.processor.ir;

/** Java's operators and functions on floats. */
final class FloatArithmetic {
  private FloatArithmetic() {}

  static Object evaluate(Operator operator, float x, Number second) {
    return switch (operator) {
      case NEG -> -x;
      case ABS -> Math.abs(x);
      case SIGNUM -> Math.signum(x);
      case ROUND -> Math.round(x);
      case ULP -> Math.ulp(x);
      case NEXT_UP -> Math.nextUp(x);
      case NEXT_DOWN -> Math.nextDown(x);
      case NEXT_AFTER -> Math.nextAfter(x, second.doubleValue());
      case SCALB -> Math.scalb(x, second.intValue());
      case GET_EXPONENT -> Math.getExponent(x);
      default -> binary(operator, x, second.floatValue());
    };
  }

  private static Object binary(Operator operator, float x, float y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case MAX -> Math.max(x, y);
      case MIN -> Math.min(x, y);
      case COPY_SIGN -> Math.copySign(x, y);
      default -> compare(operator, x, y);
    };
  }

  private static Object compare(Operator operator, float x, float y) {
    return switch (operator) {
      case EQ -> x == y;
      case NE -> x != y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      default -> throw new IllegalArgumentException(operator + " of floats");
    };
  }
}
