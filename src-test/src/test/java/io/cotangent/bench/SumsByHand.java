package io.cotangent.bench;

/** Adjoints of {@link Sums}; where the seed is known, value and adjoint come from one loop. */
final class SumsByHand {
  private SumsByHand() {}

  static double rosenbrock(double[] x, double seed, double[] xBar) {
    double sum = 0;
    double here = x[0];
    double hereBar = xBar[0];
    for (int i = 0; i < x.length - 1; i++) {
      double next = x[i + 1];
      double valley = next - here * here;
      double slope = 1 - here;
      sum += 100 * valley * valley + slope * slope;
      double valleyBar = seed * 200 * valley;
      xBar[i] = hereBar - 2 * (here * valleyBar + seed * slope);
      hereBar = xBar[i + 1] + valleyBar;
      here = next;
    }
    xBar[x.length - 1] = hereBar;
    return sum;
  }

  static double dot(double[] x, double[] y, double seed, double[] xBar, double[] yBar) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    for (int i = 0; i < x.length; i++) {
      xBar[i] += seed * y[i];
      yBar[i] += seed * x[i];
    }
    return sum;
  }

  static double norm(double[] x, double seed, double[] xBar) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    double norm = Math.sqrt(sum);
    double factor = seed / norm;
    for (int i = 0; i < x.length; i++) {
      xBar[i] += factor * x[i];
    }
    return norm;
  }

  static double damped(double[] x, double rate, double seed, double[] xBar, double[] rateBar) {
    double sum = 0;
    double bar = 0;
    for (int i = 0; i < x.length; i++) {
      double v = x[i];
      double power = Math.exp(-rate * v);
      double term = v * power;
      sum += term;
      xBar[i] += seed * (power - rate * term);
      bar -= term * v;
    }
    rateBar[0] += seed * bar;
    return sum;
  }
}
