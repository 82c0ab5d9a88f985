package io.cotangent.processor.ir;

/** Java's operators and functions on doubles. */
final class DoubleArithmetic {
  private DoubleArithmetic() {}

  static Object evaluate(Operator operator, boolean strict, double x, Number second) {
    return switch (operator) {
      case NEG -> -x;
      case ABS -> Math.abs(x);
      case SIGNUM -> Math.signum(x);
      case FLOOR -> Math.floor(x);
      case CEIL -> Math.ceil(x);
      case RINT -> Math.rint(x);
      case ROUND -> Math.round(x);
      case ULP -> Math.ulp(x);
      case NEXT_UP -> Math.nextUp(x);
      case NEXT_DOWN -> Math.nextDown(x);
      case NEXT_AFTER -> Math.nextAfter(x, second.doubleValue());
      case SCALB -> Math.scalb(x, second.intValue());
      case GET_EXPONENT -> Math.getExponent(x);
      case TO_RADIANS -> strict ? StrictMath.toRadians(x) : Math.toRadians(x);
      case TO_DEGREES -> strict ? StrictMath.toDegrees(x) : Math.toDegrees(x);
      default ->
          second == null
              ? strict ? strictUnary(operator, x) : unary(operator, x)
              : binary(operator, strict, x, second.doubleValue());
    };
  }

  private static double unary(Operator operator, double x) {
    return switch (operator) {
      case SIN -> Math.sin(x);
      case COS -> Math.cos(x);
      case TAN -> Math.tan(x);
      case ASIN -> Math.asin(x);
      case ACOS -> Math.acos(x);
      case ATAN -> Math.atan(x);
      case SINH -> Math.sinh(x);
      case COSH -> Math.cosh(x);
      case TANH -> Math.tanh(x);
      case EXP -> Math.exp(x);
      case EXPM1 -> Math.expm1(x);
      case LOG -> Math.log(x);
      case LOG10 -> Math.log10(x);
      case LOG1P -> Math.log1p(x);
      case SQRT -> Math.sqrt(x);
      case CBRT -> Math.cbrt(x);
      default -> throw new IllegalArgumentException(operator + " of a double");
    };
  }

  private static double strictUnary(Operator operator, double x) {
    return switch (operator) {
      case SIN -> StrictMath.sin(x);
      case COS -> StrictMath.cos(x);
      case TAN -> StrictMath.tan(x);
      case ASIN -> StrictMath.asin(x);
      case ACOS -> StrictMath.acos(x);
      case ATAN -> StrictMath.atan(x);
      case SINH -> StrictMath.sinh(x);
      case COSH -> StrictMath.cosh(x);
      case TANH -> StrictMath.tanh(x);
      case EXP -> StrictMath.exp(x);
      case EXPM1 -> StrictMath.expm1(x);
      case LOG -> StrictMath.log(x);
      case LOG10 -> StrictMath.log10(x);
      case LOG1P -> StrictMath.log1p(x);
      case SQRT -> StrictMath.sqrt(x);
      case CBRT -> StrictMath.cbrt(x);
      default -> throw new IllegalArgumentException(operator + " of a double");
    };
  }

  private static Object binary(Operator operator, boolean strict, double x, double y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case MAX -> Math.max(x, y);
      case MIN -> Math.min(x, y);
      case COPY_SIGN -> Math.copySign(x, y);
      case IEEE_REMAINDER -> Math.IEEEremainder(x, y);
      case ATAN2 -> strict ? StrictMath.atan2(x, y) : Math.atan2(x, y);
      case POW -> strict ? StrictMath.pow(x, y) : Math.pow(x, y);
      case HYPOT -> strict ? StrictMath.hypot(x, y) : Math.hypot(x, y);
      default -> compare(operator, x, y);
    };
  }

  private static Object compare(Operator operator, double x, double y) {
    return switch (operator) {
      case EQ -> x == y;
      case NE -> x != y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      default -> throw new IllegalArgumentException(operator + " of doubles");
    };
  }
}
