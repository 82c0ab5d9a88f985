package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.MathFunction;
import java.util.List;

/** Values and derivatives of the mathematical functions. */
final class MathRules {
  private MathRules() {}

  /**
   * Applies a function.
   *
   * @param kind the type its arguments were converted to
   */
  static Object apply(MathFunction f, boolean strict, Kind kind, List<Object> args) {
    if (kind.isInteger()) {
      Object second = args.size() > 1 ? args.get(1) : args.get(0);
      return kind == Kind.INT
          ? ints(f, (Integer) args.get(0), (Integer) second)
          : longs(f, (Long) args.get(0), (Long) second);
    }
    Real x = (Real) args.get(0);
    if (f == MathFunction.ROUND) {
      return kind == Kind.FLOAT
          ? (Object) Math.round((float) x.value())
          : (Object) Math.round(x.value());
    }
    if (f == MathFunction.SCALB) {
      return scalb(x, (Integer) args.get(1), kind);
    }
    return switch (f.arity()) {
      case 1 -> one(f, strict, x, kind);
      case 2 -> PairRules.apply(f, strict, x, (Real) args.get(1), kind);
      default -> fma(x, (Real) args.get(1), (Real) args.get(2), kind);
    };
  }

  private static Object ints(MathFunction f, int a, int b) {
    return switch (f) {
      case ABS -> Math.abs(a);
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      case FLOOR_MOD -> Math.floorMod(a, nonZero(b));
      case FLOOR_DIV -> Math.floorDiv(a, nonZero(b));
      default -> throw new IllegalArgumentException(f + " of int");
    };
  }

  private static Object longs(MathFunction f, long a, long b) {
    return switch (f) {
      case ABS -> Math.abs(a);
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      case FLOOR_MOD -> Math.floorMod(a, (long) nonZero((int) b));
      case FLOOR_DIV -> Math.floorDiv(a, (long) nonZero((int) b));
      default -> throw new IllegalArgumentException(f + " of long");
    };
  }

  private static int nonZero(int b) {
    if (b == 0) {
      throw new Unsuitable("division by zero");
    }
    return b;
  }

  private static Real scalb(Real x, int by, Kind kind) {
    double value =
        kind == Kind.FLOAT ? Math.scalb((float) x.value(), by) : Math.scalb(x.value(), by);
    return new Rule(value).times(x, Math.scalb(1.0, by)).real();
  }

  private static Real fma(Real x, Real y, Real z, Kind kind) {
    double value =
        kind == Kind.FLOAT
            ? Math.fma((float) x.value(), (float) y.value(), (float) z.value())
            : Math.fma(x.value(), y.value(), z.value());
    return new Rule(value).times(x, y.value()).times(y, x.value()).times(z, 1).real();
  }

  private static Real one(MathFunction f, boolean strict, Real x, Kind kind) {
    double v = x.value();
    double z = kind == Kind.FLOAT ? floatValue(f, (float) v) : value(f, strict, v);
    double partial = partial(f, v, z);
    // 1 - z z and z + 1 cancel, so that the larger term says how exact they can be.
    boolean cancels = f == MathFunction.TANH || f == MathFunction.EXPM1;
    double scale = cancels ? Math.max(1, Math.abs(partial)) : Math.abs(partial);
    return new Rule(z).times(x, partial, scale).real();
  }

  private static double floatValue(MathFunction f, float v) {
    return switch (f) {
      case ABS -> Math.abs(v);
      case SIGNUM -> Math.signum(v);
      case ULP -> Math.ulp(v);
      case NEXT_UP -> Math.nextUp(v);
      default -> throw new IllegalArgumentException(f + " of float");
    };
  }

  private static double value(MathFunction f, boolean strict, double x) {
    return switch (f) {
      case SIN -> strict ? StrictMath.sin(x) : Math.sin(x);
      case COS -> strict ? StrictMath.cos(x) : Math.cos(x);
      case TAN -> strict ? StrictMath.tan(x) : Math.tan(x);
      case ASIN -> strict ? StrictMath.asin(x) : Math.asin(x);
      case ACOS -> strict ? StrictMath.acos(x) : Math.acos(x);
      case ATAN -> strict ? StrictMath.atan(x) : Math.atan(x);
      case EXP -> strict ? StrictMath.exp(x) : Math.exp(x);
      case EXPM1 -> strict ? StrictMath.expm1(x) : Math.expm1(x);
      case LOG -> strict ? StrictMath.log(x) : Math.log(x);
      case LOG10 -> strict ? StrictMath.log10(x) : Math.log10(x);
      case LOG1P -> strict ? StrictMath.log1p(x) : Math.log1p(x);
      case SQRT -> Math.sqrt(x);
      case CBRT -> strict ? StrictMath.cbrt(x) : Math.cbrt(x);
      case SINH -> strict ? StrictMath.sinh(x) : Math.sinh(x);
      case COSH -> strict ? StrictMath.cosh(x) : Math.cosh(x);
      case TANH -> strict ? StrictMath.tanh(x) : Math.tanh(x);
      case TO_RADIANS -> Math.toRadians(x);
      case TO_DEGREES -> Math.toDegrees(x);
      case FLOOR -> Math.floor(x);
      case CEIL -> Math.ceil(x);
      case RINT -> Math.rint(x);
      case ABS -> Math.abs(x);
      case SIGNUM -> Math.signum(x);
      case ULP -> Math.ulp(x);
      case NEXT_UP -> Math.nextUp(x);
      default -> throw new IllegalArgumentException(f + " of one argument");
    };
  }

  private static double partial(MathFunction f, double x, double z) {
    return switch (f) {
      case SIN -> Math.cos(x);
      case COS -> -Math.sin(x);
      case TAN -> 1 / (Math.cos(x) * Math.cos(x));
      case ASIN -> 1 / Math.sqrt((1 - x) * (1 + x));
      case ACOS -> -1 / Math.sqrt((1 - x) * (1 + x));
      case ATAN -> 1 / (1 + x * x);
      case EXP -> z;
      case EXPM1 -> Math.exp(x);
      case LOG -> 1 / x;
      case LOG10 -> 1 / (x * Math.log(10));
      case LOG1P -> 1 / (1 + x);
      case SQRT -> 0.5 / z;
      case CBRT -> 1 / (3 * z * z);
      case SINH -> Math.cosh(x);
      case COSH -> Math.sinh(x);
      case TANH -> 1 / (Math.cosh(x) * Math.cosh(x));
      case TO_RADIANS -> Math.PI / 180;
      case TO_DEGREES -> 180 / Math.PI;
      // Policy: 0 at 0.
      case ABS -> Math.signum(x);
      case NEXT_UP -> 1;
      case FLOOR, CEIL, RINT, SIGNUM, ULP -> 0;
      default -> throw new IllegalArgumentException(f + " of one argument");
    };
  }
}
