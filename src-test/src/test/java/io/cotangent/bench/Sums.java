package io.cotangent.bench;

import io.cotangent.Differentiable;

/** Sums over arrays. */
final class Sums {
  private Sums() {}

  @Differentiable(order = 2)
  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      double slope = 1 - x[i];
      sum += 100 * valley * valley + slope * slope;
    }
    return sum;
  }

  @Differentiable
  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Differentiable
  static double norm(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    return Math.sqrt(sum);
  }

  /** Iterations that share nothing but a parameter. */
  @Differentiable
  static double damped(double[] x, double rate) {
    double sum = 0;
    for (double v : x) {
      sum += v * Math.exp(-rate * v);
    }
    return sum;
  }
}
