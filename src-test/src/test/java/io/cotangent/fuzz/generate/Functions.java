package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.add;
import static io.cotangent.fuzz.generate.Terms.cast;
import static io.cotangent.fuzz.generate.Terms.math;
import static io.cotangent.fuzz.generate.Terms.number;
import static io.cotangent.fuzz.generate.Terms.times;

import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.MathFunction;
import java.util.List;

/** Makes calls of mathematical functions with arguments they are defined for. */
final class Functions {
  private static final List<MathFunction> EVERYWHERE =
      List.of(
          MathFunction.SIN,
          MathFunction.COS,
          MathFunction.ATAN,
          MathFunction.TANH,
          MathFunction.SIN,
          MathFunction.TANH,
          MathFunction.TO_RADIANS,
          MathFunction.TO_DEGREES,
          MathFunction.CBRT);

  private static final List<MathFunction> AT_SMALL =
      List.of(
          MathFunction.EXP,
          MathFunction.EXPM1,
          MathFunction.SINH,
          MathFunction.COSH,
          MathFunction.TAN,
          MathFunction.ASIN,
          MathFunction.ACOS);

  private static final List<MathFunction> AT_POSITIVE =
      List.of(
          MathFunction.LOG,
          MathFunction.LOG10,
          MathFunction.LOG1P,
          MathFunction.SQRT,
          MathFunction.CBRT);

  private static final List<MathFunction> STEPS =
      List.of(
          MathFunction.FLOOR,
          MathFunction.CEIL,
          MathFunction.RINT,
          MathFunction.SIGNUM,
          MathFunction.ULP);

  private final Dice dice;
  private final Expressions all;

  Functions(Site site, Expressions all) {
    this.dice = site.dice;
    this.all = all;
  }

  /** A call with a result of exactly this type. */
  Expr make(Kind kind, int depth) {
    if (dice.percent(35)) {
      return overloaded(kind, depth);
    }
    Expr call = ofDoubles(depth);
    return kind == Kind.FLOAT ? cast(Kind.FLOAT, call) : call;
  }

  private Expr ofDoubles(int depth) {
    Expr x = all.real(Kind.DOUBLE, depth - 1);
    boolean strict = dice.percent(10);
    return switch (dice.weighted(40, 20, 20, 3, 17)) {
      case 0 -> call(dice.pick(EVERYWHERE), strict, x);
      case 1 -> call(dice.pick(AT_SMALL), strict, small(x));
      case 2 -> call(dice.pick(AT_POSITIVE), strict, positive(x));
      case 3 -> call(dice.pick(STEPS), false, x);
      default -> pair(strict, x, all.real(Kind.DOUBLE, depth - 1));
    };
  }

  private static Expr call(MathFunction f, boolean strict, Expr... args) {
    return new Expr.MathCall(f, strict, List.of(args));
  }

  /** Between -0.9 and 0.9. */
  private Expr small(Expr x) {
    MathFunction f = dice.of(MathFunction.SIN, MathFunction.COS, MathFunction.TANH);
    return times(number(0.9), math(f, x));
  }

  /** Above 0.5. */
  private Expr positive(Expr x) {
    return switch (dice.below(3)) {
      case 0 -> add(number(1.5), math(MathFunction.SIN, x));
      case 1 -> add(math(MathFunction.ABS, x), number(0.6));
      default -> math(MathFunction.EXP, small(x));
    };
  }

  private Expr pair(boolean strict, Expr x, Expr y) {
    return switch (dice.below(4)) {
      case 0 -> call(MathFunction.POW, strict, positive(x), exponent(y));
      case 1 -> call(MathFunction.ATAN2, strict, x, positive(y));
      case 2 -> call(MathFunction.HYPOT, strict, x, positive(y));
      default -> call(MathFunction.IEEE_REMAINDER, strict, x, positive(y));
    };
  }

  private Expr exponent(Expr y) {
    return switch (dice.below(3)) {
      case 0 -> number(dice.between(-1, 3));
      case 1 -> number(dice.of(2.0, 3.0, 0.5, 1.5));
      default -> small(y);
    };
  }

  /** Functions that exist for float and double. */
  private Expr overloaded(Kind kind, int depth) {
    Expr x = all.real(kind, depth - 1);
    return switch (dice.weighted(20, 20, 20, 6, 10, 4, 4, 4)) {
      case 0 -> math(MathFunction.ABS, x);
      case 1 -> math(MathFunction.MAX, x, all.real(kind, depth - 1));
      case 2 -> math(MathFunction.MIN, x, all.real(kind, depth - 1));
      case 3 -> math(MathFunction.COPY_SIGN, x, all.real(kind, depth - 1));
      case 4 -> math(MathFunction.FMA, x, all.real(kind, depth - 1), all.real(kind, depth - 1));
      case 5 -> math(MathFunction.SCALB, x, number(dice.between(-2, 2)));
      case 6 -> math(MathFunction.NEXT_UP, x);
      default -> times(x, math(MathFunction.SIGNUM, all.real(kind, depth - 1)));
    };
  }
}
