package io.cotangent.corpus;

import io.cotangent.Differentiable;

/**
 * Straight-line arithmetic: operators, casts, compound assignment, {@code ++}, names, shadowing.
 */
final class ScalarCorpus {

  private static final double HALF = 0.5;
  private static final int THREE = 3;

  private ScalarCorpus() {}

  @Differentiable
  static double identity(double x) {
    return x;
  }

  @SuppressWarnings("cotangent")
  @Differentiable
  static double constant(double x) {
    return 42.0;
  }

  @Differentiable
  static double negate(double x) {
    return -x + +x - -x;
  }

  @Differentiable
  static double quotientOfProducts(double x, double y, double z) {
    return x * y / z / (x - y) * (z % 2.0);
  }

  @SuppressWarnings("cotangent")
  @Differentiable
  static double unusedParameter(double x, double unused, double y) {
    return x * y;
  }

  /** One name many times: its adjoint has to be added to, not set. */
  @Differentiable
  static double fanOut(double x) {
    double y = x * x;
    double z = y * x + y;
    return z * y + x * z - y;
  }

  @Differentiable
  static double compound(double x, double y) {
    double r = x;
    r += y * r;
    r -= x;
    r *= r + 1;
    r /= y;
    r %= 100;
    return r;
  }

  @Differentiable
  static double assignInsideExpression(double x, double y) {
    double a;
    double b;
    double c = (a = x * y) + (b = a + x) * a;
    return c + (a += b) * (b *= a) - a * b;
  }

  @Differentiable
  static double chainedAssignment(double x) {
    double a;
    double b;
    double c;
    a = b = c = x * x;
    a *= b;
    return a + b * c;
  }

  /** The operand of {@code ++} is the active variable itself. */
  @Differentiable
  static double incrementActive(double x) {
    double y = x;
    double r = y++ * y++;
    r += --y * y--;
    return r * y + ++y;
  }

  @Differentiable
  static double incrementParameter(double x) {
    return x++ * ++x + x--;
  }

  @Differentiable
  static double overwrittenParameter(double x, double y) {
    x = x * y;
    y = x + y;
    x = x * y;
    return x * x;
  }

  /** Evaluated left to right: the left operand has the old value. */
  @Differentiable
  static double evaluationOrder(double x) {
    double y = x;
    return y + (y = y * y) * y + (y *= 2) * (y + (y = 1.5));
  }

  @Differentiable
  static double compoundReadsOldValue(double x) {
    double y = x;
    y += (y = y * y) * y;
    return y;
  }

  @Differentiable
  static double intArithmetic(double x, int k) {
    int half = k / 2;
    long shifted = (long) k << 2 >>> 1;
    int bits = k & 6 | 1 ^ ~k;
    return x * half + x * x * shifted + x * bits / (k % 3 + 1);
  }

  /** Integer division stays integer division. */
  @Differentiable
  static double integerDivision(double x, int n, int d) {
    return n / d * x + (double) n / d * x * x + x / (n / d);
  }

  @Differentiable
  static double castsTruncate(double x) {
    int i = (int) (x * 10);
    long l = (long) x;
    short s = (short) (x * 3);
    byte b = (byte) x;
    char c = (char) (x + 60);
    return x * i + x * x * l - x * s + b * x + c / x;
  }

  @SuppressWarnings("lossy-conversions")
  @Differentiable
  static double intCompoundAssignment(double x) {
    int i = 3;
    i += x;
    i *= 1.5;
    long l = 10;
    l -= x * 2;
    return i * x + l * x * x;
  }

  @Differentiable
  static double charsAndShorts(double x, char c, short s, byte b) {
    return (c - 'a') * x + s * x * x + b / x + 'b' * HALF * x;
  }

  @Differentiable
  static double bigConstants(double x) {
    return x * 1e300 * 1e-300 + 0x1p-3 * x + 1_000.5 * x * Integer.MAX_VALUE / Long.MAX_VALUE;
  }

  @Differentiable
  static double varAndFinal(double x) {
    var y = x * x;
    final double z = y + 1;
    var k = 3;
    final var w = k * z;
    return w * y;
  }

  @Differentiable
  static double shadowedInBlocks(double x) {
    double r = 0;
    {
      double y = x * x;
      r += y;
    }
    {
      double y = x * 3;
      r *= y;
      {
        double z = y * r;
        r = z - y;
      }
    }
    double y = r * r;
    return y + x;
  }

  @Differentiable
  static double multipleDeclarators(double x) {
    double a = x, b = a * x, c, d = b + a;
    c = d * b;
    return a + b + c + d;
  }

  @Differentiable
  static double staticConstants(double x) {
    return HALF * x * x + THREE * x + Limits.SCALE * x;
  }

  @Differentiable(wrt = {"y"})
  static double onlySecond(double x, double y) {
    return x * y * y;
  }

  @Differentiable(wrt = {"z", "x"})
  static double twoOfThree(double x, double y, double z) {
    return x * y * z * z;
  }

  /** The names that generated code likes to use for itself. */
  @Differentiable
  static double unfriendlyNames(double value, double seed, double tape) {
    double valueBar = value * seed;
    double xBar = valueBar + tape;
    double t1 = xBar * valueBar;
    double t2 = t1 * seed;
    double v0 = t2 - tape;
    double result = v0 * t1;
    double gradient = result + xBar;
    double seedDot = gradient * HALF;
    double pullback = seedDot + t2;
    return pullback * value;
  }

  @Differentiable
  static double tangentNames(double xDot, double x, double xBar) {
    double x0 = x * xDot;
    double x1 = x0 * xBar;
    double x_ = x1 + x;
    double $x = x_ * x0;
    double Double = $x + 1;
    double Math = Double * x;
    return Math * xDot;
  }

  @Differentiable
  static double cancelled(double x) {
    double y = x * x;
    y = 0;
    y += x;
    y = y * 0 + 3 * x;
    return y;
  }

  @Differentiable
  static double deepExpression(double x, double y) {
    return ((x + y) * (x - y) / (1 + x * x))
            * ((y * y + 2) / (x * y + 3) - (x + (y + (x * (y + x)))))
        + ((((x))));
  }

  /** Texts of several lines, with characters of which not every file can hold each. */
  @Differentiable
  static double texts(double x) {
    String lines =
        """
        first
        second
        """;
    String odd = "\"\\\u00e9\ud83d\r\0";
    return x * x * (lines.length() + odd.length());
  }

  @Differentiable
  static double longAccumulator(long n, double x) {
    long sum = 0L;
    sum += n;
    sum <<= 2;
    sum ^= 5L;
    return sum * x * x + n;
  }

  /** Constants of the corpus in another class. */
  static final class Limits {
    static final double SCALE = 0.25;

    private Limits() {}
  }
}
