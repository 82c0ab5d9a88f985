package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.MathFunction;

/** Values and derivatives of the mathematical functions of two arguments. */
final class PairRules {
  private PairRules() {}

  static Real apply(MathFunction f, boolean strict, Real left, Real right, Kind kind) {
    double x = left.value();
    double y = right.value();
    return switch (f) {
      // Policy: the first argument at a tie.
      case MAX -> choose(Math.max(x, y), left, right, x >= y);
      case MIN -> choose(Math.min(x, y), left, right, x <= y);
      case COPY_SIGN -> {
        double z = Math.copySign(x, y);
        yield new Rule(z).times(left, Math.signum(x) * Math.signum(z)).real();
      }
      case ATAN2 -> {
        double square = x * x + y * y;
        double z = strict ? StrictMath.atan2(x, y) : Math.atan2(x, y);
        yield new Rule(z).times(left, y / square).times(right, -x / square).real();
      }
      case HYPOT -> {
        double z = strict ? StrictMath.hypot(x, y) : Math.hypot(x, y);
        yield new Rule(z).times(left, x / z).times(right, y / z).real();
      }
      case POW -> pow(left, right, strict ? StrictMath.pow(x, y) : Math.pow(x, y));
      case IEEE_REMAINDER -> Arithmetic.remainder(left, right, Math.IEEEremainder(x, y));
      default -> throw new IllegalArgumentException(f + " of two " + kind);
    };
  }

  private static Real choose(double value, Real left, Real right, boolean first) {
    return new Rule(value).times(left, first ? 1 : 0).times(right, first ? 0 : 1).real();
  }

  /** Policy: at a base of 0 the exponent's derivative is 0, and at pow(0, 0) the base's too. */
  private static Real pow(Real left, Real right, double z) {
    double x = left.value();
    double y = right.value();
    double byBase = x == 0 && y == 0 ? 0 : y * Math.pow(x, y - 1);
    double byExponent = x == 0 ? 0 : z * Math.log(x);
    return new Rule(z).times(left, byBase).times(right, byExponent).real();
  }
}
