package io.cotangent.processor.ir;

/** Java's operators on ints. */
final class IntArithmetic {
  private IntArithmetic() {}

  static Object evaluate(Operator operator, int x, Number second) {
    return switch (operator) {
      case NEG -> -x;
      case BIT_NOT -> ~x;
      case ABS -> Math.abs(x);
      case SHL -> x << second.intValue();
      case SHR -> x >> second.intValue();
      case USHR -> x >>> second.intValue();
      default -> binary(operator, x, second.intValue());
    };
  }

  private static Object binary(Operator operator, int x, int y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case BIT_AND -> x & y;
      case BIT_OR -> x | y;
      case BIT_XOR -> x ^ y;
      case MAX -> Math.max(x, y);
      case MIN -> Math.min(x, y);
      default -> compare(operator, x, y);
    };
  }

  private static Object compare(Operator operator, int x, int y) {
    return switch (operator) {
      case EQ -> x == y;
      case NE -> x != y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      default -> throw new IllegalArgumentException(operator + " of ints");
    };
  }
}
