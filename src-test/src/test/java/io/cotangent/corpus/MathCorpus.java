package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Every function of {@link Math}, alone, and the policies at its special points. */
final class MathCorpus {

  private MathCorpus() {}

  @Differentiable
  static double acos(double x) {
    return Math.acos(x);
  }

  @Differentiable
  static double asin(double x) {
    return Math.asin(x);
  }

  @Differentiable
  static double atan(double x) {
    return Math.atan(x);
  }

  @Differentiable
  static double cbrt(double x) {
    return Math.cbrt(x);
  }

  @Differentiable
  static double cos(double x) {
    return Math.cos(x);
  }

  @Differentiable
  static double cosh(double x) {
    return Math.cosh(x);
  }

  @Differentiable
  static double exp(double x) {
    return Math.exp(x);
  }

  @Differentiable
  static double expm1(double x) {
    return Math.expm1(x);
  }

  @Differentiable
  static double log(double x) {
    return Math.log(x);
  }

  @Differentiable
  static double log10(double x) {
    return Math.log10(x);
  }

  @Differentiable
  static double log1p(double x) {
    return Math.log1p(x);
  }

  @Differentiable
  static double sin(double x) {
    return Math.sin(x);
  }

  @Differentiable
  static double sinh(double x) {
    return Math.sinh(x);
  }

  @Differentiable
  static double sqrt(double x) {
    return Math.sqrt(x);
  }

  @Differentiable
  static double tan(double x) {
    return Math.tan(x);
  }

  @Differentiable
  static double tanh(double x) {
    return Math.tanh(x);
  }

  @Differentiable
  static double toDegrees(double x) {
    return Math.toDegrees(x);
  }

  @Differentiable
  static double toRadians(double x) {
    return Math.toRadians(x);
  }

  @Differentiable
  static double abs(double x) {
    return Math.abs(x);
  }

  @Differentiable
  static double nextUp(double x) {
    return Math.nextUp(x);
  }

  @Differentiable
  static double nextDown(double x) {
    return Math.nextDown(x);
  }

  @Differentiable
  static double ceil(double x) {
    return x * Math.ceil(x);
  }

  @Differentiable
  static double floor(double x) {
    return x * Math.floor(x);
  }

  @Differentiable
  static double rint(double x) {
    return x * Math.rint(x);
  }

  @Differentiable
  static double signum(double x) {
    return x * Math.signum(x);
  }

  @Differentiable
  static double ulp(double x) {
    return x * Math.ulp(x);
  }

  @Differentiable
  static double getExponent(double x) {
    return x * Math.getExponent(x);
  }

  @Differentiable
  static double round(double x) {
    return x * Math.round(x);
  }

  @Differentiable
  static double atan2(double x, double y) {
    return Math.atan2(x, y);
  }

  @Differentiable
  static double hypot(double x, double y) {
    return Math.hypot(x, y);
  }

  @Differentiable
  static double pow(double x, double y) {
    return Math.pow(x, y);
  }

  @Differentiable
  static double max(double x, double y) {
    return Math.max(x, y);
  }

  @Differentiable
  static double min(double x, double y) {
    return Math.min(x, y);
  }

  @SuppressWarnings("cotangent")
  @Differentiable
  static double copySign(double x, double y) {
    return Math.copySign(x, y);
  }

  /** The reverse sweep computes the zero again, and must keep its sign. */
  @Differentiable(wrt = "x")
  static double signOfZero(double x, double y) {
    switch (y > 10 ? "far" : "near") {
      case "near" -> {}
      default -> {
        return 1;
      }
    }
    return Math.copySign(x, y * 0.0);
  }

  @Differentiable
  static double IEEEremainder(double x, double y) {
    return Math.IEEEremainder(x, y);
  }

  @SuppressWarnings("cotangent")
  @Differentiable
  static double nextAfter(double x, double y) {
    return Math.nextAfter(x, y);
  }

  @Differentiable
  static double fma(double x, double y, double z) {
    return Math.fma(x, y, z);
  }

  @Differentiable
  static double scalb(double x, int k) {
    return Math.scalb(x, k) * x;
  }

  @Differentiable
  static double constants(double x) {
    return Math.PI * x * x + Math.E / x;
  }

  /** Functions of passive numbers. */
  @Differentiable
  static double passive(double x, int i, long l) {
    int a = Math.abs(i) + Math.max(i, 3) - Math.min(i, 2) + Math.addExact(i, 1);
    a += Math.floorDiv(i, 2) + Math.floorMod(i, 3) + Math.multiplyExact(i, 2);
    a -= Math.subtractExact(i, 1) + Math.toIntExact(l);
    a += Math.negateExact(i) + Math.incrementExact(i) * Math.decrementExact(i);
    long b = Math.multiplyFull(i, i) + Math.multiplyHigh(l, l) + Math.absExact(i);
    b += Math.abs(l) + Math.max(l, 3L) + Math.round(2.5) + Math.round(2.5f);
    return x * a + x * x * b;
  }

  /** The derivative is infinite, and its seed is a strong zero. */
  @Differentiable
  static double squareRootTimesZero(double x) {
    return 0 * Math.sqrt(x) + x;
  }

  /** At 0 the roots are not chosen: that they are infinitely steep there does not matter. */
  @Differentiable
  static double largerThanRoot(double x) {
    double root = Math.sqrt(x);
    return x + Math.max(root, 1) + Math.min(2, Math.max(1, root)) + Math.min(-1.0, root);
  }

  @Differentiable
  static double normAtOrigin(double x, double y) {
    double n = Math.sqrt(x * x + y * y);
    return n * n + 3 * x;
  }

  @Differentiable
  static double powConstantExponent(double x) {
    return Math.pow(x, 2) + Math.pow(x, 3.0) + Math.pow(x, 0) + Math.pow(x, 1);
  }

  @Differentiable
  static double powConstantBase(double x) {
    return Math.pow(2, x) + Math.pow(0, x);
  }

  @Differentiable
  static double powIntegerExponent(double x, int k) {
    return Math.pow(x, k);
  }

  @Differentiable
  static double remainder(double x, double y) {
    return x % y;
  }

  @Differentiable
  static double negatedAbsolute(double x) {
    return Math.abs(-x) * Math.abs(x);
  }

  @Differentiable
  static double softmax(double[] v, int k) {
    double max = Double.NEGATIVE_INFINITY;
    for (double each : v) {
      max = Math.max(max, each);
    }
    double sum = 0;
    for (double each : v) {
      sum += Math.exp(each - max);
    }
    return v[k] - max - Math.log(sum);
  }

  @Differentiable
  static double intoMath(double x, int k) {
    return Math.sqrt(k) * x + Math.max(k, x) + Math.pow(k, x) + Math.atan2(x, k);
  }
}
