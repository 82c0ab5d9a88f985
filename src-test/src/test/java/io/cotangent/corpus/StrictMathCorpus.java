package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Every function of {@link StrictMath}, alone. */
final class StrictMathCorpus {

  private StrictMathCorpus() {}

  @Differentiable
  static double acos(double x) {
    return StrictMath.acos(x);
  }

  @Differentiable
  static double asin(double x) {
    return StrictMath.asin(x);
  }

  @Differentiable
  static double atan(double x) {
    return StrictMath.atan(x);
  }

  @Differentiable
  static double cbrt(double x) {
    return StrictMath.cbrt(x);
  }

  @Differentiable
  static double cos(double x) {
    return StrictMath.cos(x);
  }

  @Differentiable
  static double cosh(double x) {
    return StrictMath.cosh(x);
  }

  @Differentiable
  static double exp(double x) {
    return StrictMath.exp(x);
  }

  @Differentiable
  static double expm1(double x) {
    return StrictMath.expm1(x);
  }

  @Differentiable
  static double log(double x) {
    return StrictMath.log(x);
  }

  @Differentiable
  static double log10(double x) {
    return StrictMath.log10(x);
  }

  @Differentiable
  static double log1p(double x) {
    return StrictMath.log1p(x);
  }

  @Differentiable
  static double sin(double x) {
    return StrictMath.sin(x);
  }

  @Differentiable
  static double sinh(double x) {
    return StrictMath.sinh(x);
  }

  @Differentiable
  static double sqrt(double x) {
    return StrictMath.sqrt(x);
  }

  @Differentiable
  static double tan(double x) {
    return StrictMath.tan(x);
  }

  @Differentiable
  static double tanh(double x) {
    return StrictMath.tanh(x);
  }

  @Differentiable
  static double toDegrees(double x) {
    return StrictMath.toDegrees(x);
  }

  @Differentiable
  static double toRadians(double x) {
    return StrictMath.toRadians(x);
  }

  @Differentiable
  static double abs(double x) {
    return StrictMath.abs(x);
  }

  @Differentiable
  static double nextUp(double x) {
    return StrictMath.nextUp(x);
  }

  @Differentiable
  static double nextDown(double x) {
    return StrictMath.nextDown(x);
  }

  @Differentiable
  static double ceil(double x) {
    return x * StrictMath.ceil(x);
  }

  @Differentiable
  static double floor(double x) {
    return x * StrictMath.floor(x);
  }

  @Differentiable
  static double rint(double x) {
    return x * StrictMath.rint(x);
  }

  @Differentiable
  static double signum(double x) {
    return x * StrictMath.signum(x);
  }

  @Differentiable
  static double ulp(double x) {
    return x * StrictMath.ulp(x);
  }

  @Differentiable
  static double getExponent(double x) {
    return x * StrictMath.getExponent(x);
  }

  @Differentiable
  static double round(double x) {
    return x * StrictMath.round(x);
  }

  @Differentiable
  static double atan2(double x, double y) {
    return StrictMath.atan2(x, y);
  }

  @Differentiable
  static double hypot(double x, double y) {
    return StrictMath.hypot(x, y);
  }

  @Differentiable
  static double pow(double x, double y) {
    return StrictMath.pow(x, y);
  }

  @Differentiable
  static double max(double x, double y) {
    return StrictMath.max(x, y);
  }

  @Differentiable
  static double min(double x, double y) {
    return StrictMath.min(x, y);
  }

  @SuppressWarnings("cotangent")
  @Differentiable
  static double copySign(double x, double y) {
    return StrictMath.copySign(x, y);
  }

  @Differentiable
  static double IEEEremainder(double x, double y) {
    return StrictMath.IEEEremainder(x, y);
  }

  @SuppressWarnings("cotangent")
  @Differentiable
  static double nextAfter(double x, double y) {
    return StrictMath.nextAfter(x, y);
  }

  @Differentiable
  static double fma(double x, double y, double z) {
    return StrictMath.fma(x, y, z);
  }

  @Differentiable
  static double scalb(double x, int k) {
    return StrictMath.scalb(x, k) * x;
  }

  @Differentiable
  static double constants(double x) {
    return StrictMath.PI * x * x + StrictMath.E / x;
  }

  /** Functions of passive numbers. */
  @Differentiable
  static double passive(double x, int i, long l) {
    int a =
        StrictMath.abs(i) + StrictMath.max(i, 3) - StrictMath.min(i, 2) + StrictMath.addExact(i, 1);
    a += StrictMath.floorDiv(i, 2) + StrictMath.floorMod(i, 3) + StrictMath.multiplyExact(i, 2);
    a -= StrictMath.subtractExact(i, 1) + StrictMath.toIntExact(l);
    a += StrictMath.negateExact(i) + StrictMath.incrementExact(i) * StrictMath.decrementExact(i);
    long b = StrictMath.multiplyFull(i, i) + StrictMath.multiplyHigh(l, l) + StrictMath.absExact(i);
    b += StrictMath.abs(l) + StrictMath.max(l, 3L) + StrictMath.round(2.5) + StrictMath.round(2.5f);
    return x * a + x * x * b;
  }
}
