package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Branches, conditional expressions, short circuits and guards. */
final class BranchCorpus {

  private BranchCorpus() {}

  @Differentiable
  static double ifElse(double x) {
    if (x > 1) {
      return x * x;
    } else {
      return 3 * x;
    }
  }

  @Differentiable
  static double ifWithoutElse(double x, double y) {
    double r = x;
    if (y < 0) r *= y;
    if (x > y) {
      r += x;
    }
    return r;
  }

  @Differentiable
  static double elseIfChain(double x) {
    double r;
    if (x < -1) {
      r = -x;
    } else if (x < 0) {
      r = x * x;
    } else if (x == 0) {
      r = 7 * x;
    } else {
      r = x * x * x;
    }
    return r * 2;
  }

  @Differentiable
  static double nestedTernary(double x, double y) {
    return x > 0 ? y > 0 ? x * y : x - y : y > 0 ? y / (1 - x) : x * x * y;
  }

  /** The branch not taken is NaN or infinite: it must not leak. */
  @Differentiable
  static double guardedLog(double x) {
    return x > 0 ? Math.log(x) : 0;
  }

  @Differentiable
  static double guardedSquareRoot(double x) {
    double r = x <= 0 ? 0.0 : Math.sqrt(x);
    return r * r + x;
  }

  @Differentiable
  static double guardedDivision(double x, double y) {
    double r = 1;
    if (y != 0) {
      r = x / y;
    }
    return r * x;
  }

  @Differentiable
  static double shortCircuitEffects(double x, int k) {
    double y = x;
    if ((k > 0 && (y *= 2) > 0) || (y += x * x) < 0) {
      y *= x;
    }
    return y;
  }

  @Differentiable
  static double nonShortCircuit(double x, int k) {
    double y = x;
    if (k > 0 & (y *= 2) > 0 | (y += x * x) < 0 ^ !(k == 3)) {
      y *= x;
    }
    return y;
  }

  @Differentiable
  static double conditionVariable(double x, double y) {
    boolean positive = x > 0;
    boolean both = positive && y > 0;
    both &= x < 10;
    boolean flipped = !both;
    return flipped ? x + y : positive ? x * y : 0;
  }

  @Differentiable
  static double passiveBranch(double x, boolean flag, int mode) {
    double r = 0;
    if (flag) {
      r += x;
    } else if (mode == 2) {
      r -= x * x;
    }
    return mode > 0 ? r * x : r;
  }

  @Differentiable
  static double ternaryWithEffects(double x) {
    double a = x;
    double r = a > 1 ? (a *= a) : (a = a + 2) * a;
    return r * a + (a > 3 ? a++ : --a) * a;
  }

  @Differentiable
  static double ternaryOfMixedTypes(double x, int k, boolean flag) {
    double y = flag ? k : x;
    return y * x + (flag ? 1 : x);
  }

  /** A branch variable changed between its test and its reversal. */
  @Differentiable
  static double conditionOverwritten(double x, int k) {
    double r = x;
    if (k > 2) {
      r *= x;
      k = 0;
    } else {
      r += x;
      k = 5;
    }
    if (k > 2) {
      r *= r;
    }
    return r;
  }

  @Differentiable
  static double activeConditionOverwritten(double x) {
    double y = x;
    if (y > 1) {
      y = -y * y;
    } else {
      y = y + 5;
    }
    if (y > 1) {
      y = y * y;
    }
    return y;
  }

  @Differentiable
  static double emptyBranches(double x) {
    if (x > 0) {
    } else {
      x *= 2;
    }
    ;
    if (x < 0) {}
    return x * x;
  }

  @Differentiable
  static double clampedNan(double x) {
    double y = x != x ? 1 : x;
    return y * y;
  }
}
