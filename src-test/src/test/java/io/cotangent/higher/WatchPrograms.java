package io.cotangent.higher;

import io.cotangent.Differentiable;
import io.cotangent.Watch;

/** Methods with watched intermediates. */
final class WatchPrograms {
  private WatchPrograms() {}

  @Differentiable
  static double squareOfSum(double[][] x) {
    @Watch double y = 0;
    for (double[] row : x) {
      for (double v : row) {
        y += v;
      }
    }
    return y * y;
  }

  @Differentiable
  static double manyTimes(double x, int n) {
    @Watch double y = x * x;
    @Watch double constant = 3;
    double s = Math.sin(y);
    if (n > 2) {
      y = y * x;
      s += y * constant;
    }
    for (int i = 0; i < n; i++) {
      s += y * i;
      if (i == 1) {
        y = 2 * y;
        s -= y;
      }
    }
    return s * y * constant;
  }

  @Differentiable
  static double inBranch(float x) {
    double r = x;
    if (x > 0) {
      @Watch float inner = 2 * x;
      r = inner * inner;
    }
    return r;
  }

  @Differentiable
  static double[] vector(double x) {
    @Watch double value = Math.exp(x);
    return new double[] {value * value, x * value};
  }

  @Differentiable
  static void output(double[] x) {
    @Watch double sum = x[0] + x[1];
    x[0] = sum * sum;
    x[1] = 3 * sum;
  }

  @Differentiable
  static double calls(double x, int depth) {
    @Watch double y = power(x, depth);
    return y * power(y, 2);
  }

  private static double power(double x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1);
  }

  @Differentiable(order = 2)
  static double early(double x) {
    @Watch double y = x * x * x;
    if (x < 0) {
      return -y;
    }
    y = y * y;
    return y + x;
  }
}
