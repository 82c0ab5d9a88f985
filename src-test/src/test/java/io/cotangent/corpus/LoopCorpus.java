package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Loops of every form, run zero, one and many times. */
final class LoopCorpus {

  private LoopCorpus() {}

  @Differentiable
  static double power(double x, int n) {
    double r = 1;
    for (int i = 0; i < n; i++) {
      r *= x;
    }
    return r;
  }

  @Differentiable
  static double horner(double[] c, double x) {
    double r = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      r = r * x + c[i];
    }
    return r;
  }

  @Differentiable
  static double newtonSquareRoot(double a) {
    double x = a;
    while (Math.abs(x * x - a) > 1e-13 * a) {
      x = 0.5 * (x + a / x);
    }
    return 0.5 * (x + a / x);
  }

  @Differentiable
  static double doWhile(double x, int n) {
    double r = x;
    int i = 0;
    do {
      r = Math.sin(r) + x;
      i++;
    } while (i < n);
    return r;
  }

  @Differentiable
  static double doWhileActiveCondition(double x) {
    double r = x;
    do {
      r *= 1.5 * x;
    } while (r < 20);
    return r;
  }

  @Differentiable
  static double forEach(double[] values) {
    double r = 1;
    for (double each : values) {
      r += each * r;
    }
    return r;
  }

  @Differentiable
  static double forEachOverwritesVariable(double[] values) {
    double r = 0;
    for (double each : values) {
      each *= each;
      r += each;
      each = 5;
      r *= 1 + 0.1 * each;
    }
    return r;
  }

  @Differentiable
  static double forEachRows(double[][] rows) {
    double r = 0;
    for (double[] row : rows) {
      double product = 1;
      for (final var each : row) {
        product *= each;
      }
      r += product * product;
    }
    return r;
  }

  @Differentiable
  static double forEachPassive(double x, int[] exponents) {
    double r = 0;
    for (int exponent : exponents) {
      double p = 1;
      for (int i = 0; i < exponent; i++) {
        p *= x;
      }
      r += p;
    }
    return r;
  }

  /** Reassigning the array variable does not change what for-each runs over. */
  @Differentiable
  static double forEachArrayReassigned(double[] values) {
    double r = 0;
    for (double each : values) {
      values = new double[] {each * 2, 1};
      r += each * values[0];
    }
    return r * values.length;
  }

  @Differentiable
  static double severalVariables(double x) {
    double r = 0;
    for (int i = 0, j = 10; i < j; i++, j -= 2) {
      r += i * x * x + j * x;
    }
    return r;
  }

  @Differentiable
  static double updatesAreActive(double x) {
    double y;
    double z = 0;
    int i;
    for (y = x, i = 0; i < 4; i++, y *= x, z += y) {
      z = z * 0.5;
    }
    return y + z * i;
  }

  /** The condition's effect runs once more than the body. */
  @Differentiable
  static double effectInCondition(double x) {
    double y = x;
    int i = 0;
    double r = 0;
    while ((y *= 1.25) > 0 && i++ < 3) {
      r += y * y;
    }
    return r * y;
  }

  @Differentiable
  static double incrementInCondition(double x, int n) {
    double r = x;
    while (n-- > 0) {
      r = r * r * 0.5 + n * x;
    }
    return r + n;
  }

  @Differentiable
  static double noCondition(double x) {
    double r = x;
    for (int i = 0; ; i++) {
      r *= x + i;
      if (i == 3) {
        break;
      }
    }
    return r;
  }

  @Differentiable
  static double emptyHeader(double x) {
    int i = 0;
    for (; ; ) {
      x = x * x - 1;
      if (++i >= 3) break;
    }
    return x;
  }

  @Differentiable
  static double emptyBody(double x) {
    double y = x;
    int i = 0;
    for (; i++ < 3; y *= y)
      ;
    return y;
  }

  /** A floating loop counter that is passive. */
  @Differentiable
  static double doubleCounter(double x) {
    double r = 0;
    for (double t = 0; t < 1; t += 0.125) {
      r += t * x * Math.exp(-t * x);
    }
    return r;
  }

  /** A loop counter that carries the derivative. */
  @Differentiable
  static double activeCounter(double x) {
    double r = 0;
    for (double t = x; t < 10 * x; t += x) {
      r += t * t;
    }
    return r;
  }

  @Differentiable
  static double floatCounterPassive(double x) {
    double r = 0;
    for (float t = 0; t < 2f; t += 0.5f) {
      r += t * x * x;
    }
    return r;
  }

  @Differentiable
  static double nestedTriangular(double x, int n) {
    double r = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j >= 0; j--) {
        r = r * 0.5 + x * (i + j) + r * x * 0.25;
      }
    }
    return r;
  }

  @Differentiable
  static double innerBoundChanges(double x, int n) {
    double r = x;
    int bound = n;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < bound; j++) {
        r += Math.cos(r);
      }
      bound--;
      r *= x;
    }
    return r;
  }

  /** The bound is changed by the body: it must be counted, not evaluated again. */
  @Differentiable
  static double boundChangedInBody(double x, int n) {
    double r = 1;
    for (int i = 0; i < n; i++) {
      r *= x;
      if (i == 1) {
        n = 5;
      }
    }
    return r;
  }

  @Differentiable
  static double counterChangedInBody(double x) {
    double r = x;
    for (int i = 0; i < 20; i++) {
      r = r * 0.9 + i * x;
      i += i / 2;
    }
    return r;
  }

  @Differentiable
  static double downByTwo(double[] v) {
    double r = 1;
    for (int i = v.length - 1; i >= 0; i -= 2) {
      r = r * v[i] + 1;
    }
    return r;
  }

  @Differentiable
  static double longCounter(double x) {
    double r = x;
    for (long l = 1L << 40; l > 1; l >>= 8) {
      r = r + x * Math.sin(r);
    }
    return r;
  }

  @Differentiable
  static double swapInLoop(double x, double y, int n) {
    double a = x;
    double b = y;
    for (int i = 0; i < n; i++) {
      double t = a;
      a = b * 1.5;
      b = t + a * b;
    }
    return a - 2 * b;
  }

  @Differentiable
  static double fibonacciLike(double x, double y, int n) {
    double a = x;
    double b = y;
    while (n > 0) {
      double next = a * b;
      a = b;
      b = next;
      n--;
    }
    return b;
  }

  /** The divisor differs in every iteration. */
  @Differentiable
  static double divisorInLoop(double x, double y) {
    double r = x;
    double d = y;
    for (int i = 1; i <= 4; i++) {
      r = r / d + x / (d * i);
      d = d * 1.5 + r;
    }
    return r / d;
  }

  @Differentiable
  static double localPerIteration(double[] v) {
    double r = 0;
    for (int i = 0; i < v.length; i++) {
      double square = v[i] * v[i];
      double cube = 0;
      if (i % 2 == 0) {
        cube = square * v[i];
      }
      r += cube - square;
    }
    return r;
  }

  @Differentiable
  static double logisticMap(double x, double r, int n) {
    for (int i = 0; i < n; i++) x = r * x * (1 - x);
    return x;
  }

  @Differentiable
  static double rungeKutta(double y0, double k, int steps) {
    double h = 1.0 / steps;
    double y = y0;
    for (int i = 0; i < steps; i++) {
      double k1 = -k * y * y;
      double k2 = -k * (y + h / 2 * k1) * (y + h / 2 * k1);
      double k3 = -k * (y + h / 2 * k2) * (y + h / 2 * k2);
      double k4 = -k * (y + h * k3) * (y + h * k3);
      y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
    }
    return y;
  }

  @SuppressWarnings("cotangent")
  @Differentiable
  static double tutorialLoop(double x, double y) {
    double result = 1;
    for (int i = 0; i < y; i++) {
      if (i > 1 && i < 5) {
        result *= x;
      }
    }
    return result;
  }

  @Differentiable
  static double whileFalse(double x) {
    boolean never = x < -1e300;
    while (never) {
      x *= 2;
    }
    do {
      x += x * x;
    } while (false);
    return x;
  }

  /** The body leaves behind a value the loop does not carry. */
  @Differentiable
  static double[][] assignedInDo(double a, double p, double t) {
    double kept = p;
    int n = 0;
    do {
      var last = kept = t;
    } while (++n <= 1);
    return new double[][] {{kept, 0.25}, {a, 1}};
  }
}
