package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Type;

/** Java's binary operators, after the operands were evaluated. */
final class Arithmetic {
  private Arithmetic() {}

  /** The result, of the type the operator gives these operand types. */
  static Object apply(BinaryOp op, Object left, Type leftType, Object right, Type rightType) {
    if (op.isShift()) {
      return shift(op, left, ((Number) right).longValue());
    }
    Kind kind = Kind.promote(leftType.kind(), rightType.kind());
    if (leftType.isReference() || rightType.isReference()) {
      return (left == right) == (op == BinaryOp.EQ);
    }
    Object a = Conversions.convert(left, kind);
    Object b = Conversions.convert(right, kind);
    return switch (kind) {
      case BOOLEAN -> booleans(op, (Boolean) a, (Boolean) b);
      case INT -> ints(op, (Integer) a, (Integer) b);
      case LONG -> longs(op, (Long) a, (Long) b);
      default -> reals(op, (Real) a, (Real) b, kind);
    };
  }

  private static Object shift(BinaryOp op, Object left, long by) {
    if (left instanceof Integer a) {
      return switch (op) {
        case SHL -> a << by;
        case SHR -> a >> by;
        default -> a >>> by;
      };
    }
    long a = (Long) left;
    return switch (op) {
      case SHL -> a << by;
      case SHR -> a >> by;
      default -> a >>> by;
    };
  }

  private static Object booleans(BinaryOp op, boolean a, boolean b) {
    return switch (op) {
      case AND -> a & b;
      case OR -> a | b;
      case EQ -> a == b;
      case XOR, NE -> a != b;
      default -> throw new IllegalArgumentException(op + " of booleans");
    };
  }

  private static Object ints(BinaryOp op, int a, int b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / divisor(b);
      case REM -> a % divisor(b);
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      default -> compare(op, Integer.compare(a, b));
    };
  }

  private static Object longs(BinaryOp op, long a, long b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / divisor(b);
      case REM -> a % divisor(b);
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      default -> compare(op, Long.compare(a, b));
    };
  }

  private static int divisor(int b) {
    return (int) divisor((long) b);
  }

  private static long divisor(long b) {
    if (b == 0) {
      throw new Unsuitable("division by zero");
    }
    return b;
  }

  private static Object reals(BinaryOp op, Real left, Real right, Kind kind) {
    double a = left.value();
    double b = right.value();
    return switch (op) {
      case ADD -> rounded(new Rule(a + b).times(left, 1).times(right, 1), kind);
      case SUB -> rounded(new Rule(a - b).times(left, 1).times(right, -1), kind);
      case MUL -> rounded(new Rule(a * b).times(left, b).times(right, a), kind);
      case DIV -> rounded(new Rule(a / b).times(left, 1 / b).times(right, -(a / b) / b), kind);
      case REM -> remainder(left, right, a % b);
      // No NaN gets here and the two zeros are equal, unlike in Double.compare.
      default -> compare(op, a < b ? -1 : a > b ? 1 : 0);
    };
  }

  /**
   * Rounding a sum, product or quotient of floats from double gives what float arithmetic gives.
   */
  private static Real rounded(Rule rule, Kind kind) {
    Real real = rule.real();
    return kind == Kind.FLOAT ? (Real) Conversions.convert(real, kind) : real;
  }

  /** {@code x - n y} with n the truncated quotient. */
  static Real remainder(Real left, Real right, double value) {
    double taken = Math.rint((left.value() - value) / right.value());
    return new Rule(value).times(left, 1).times(right, -taken).real();
  }

  private static Object compare(BinaryOp op, int order) {
    return switch (op) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case EQ -> order == 0;
      case NE -> order != 0;
      default -> throw new IllegalArgumentException(op + " is no comparison");
    };
  }
}
