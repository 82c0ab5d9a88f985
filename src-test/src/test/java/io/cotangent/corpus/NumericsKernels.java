package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Transforms, interpolation, integration, root finding and differential equations. */
final class NumericsKernels {
  private NumericsKernels() {}

  /** In-place radix-two FFT (Cooley and Tukey), real and imaginary parts apart. */
  @Differentiable
  static void fft(double[] re, double[] im) {
    int n = re.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double swap = re[i];
        re[i] = re[j];
        re[j] = swap;
        swap = im[i];
        im[i] = im[j];
        im[j] = swap;
      }
    }
    for (int length = 2; length <= n; length <<= 1) {
      double angle = -2 * Math.PI / length;
      double stepRe = Math.cos(angle);
      double stepIm = Math.sin(angle);
      for (int start = 0; start < n; start += length) {
        double wRe = 1;
        double wIm = 0;
        for (int k = 0; k < length / 2; k++) {
          int even = start + k;
          int odd = even + length / 2;
          double tRe = wRe * re[odd] - wIm * im[odd];
          double tIm = wRe * im[odd] + wIm * re[odd];
          re[odd] = re[even] - tRe;
          im[odd] = im[even] - tIm;
          re[even] += tRe;
          im[even] += tIm;
          double next = wRe * stepRe - wIm * stepIm;
          wIm = wRe * stepIm + wIm * stepRe;
          wRe = next;
        }
      }
    }
  }

  /** Natural cubic spline through the knots, at t. */
  @Differentiable
  static double spline(double[] knots, double[] values, double t) {
    int n = knots.length;
    double[] second = new double[n];
    double[] u = new double[n];
    for (int i = 1; i < n - 1; i++) {
      double sigma = (knots[i] - knots[i - 1]) / (knots[i + 1] - knots[i - 1]);
      double p = sigma * second[i - 1] + 2;
      second[i] = (sigma - 1) / p;
      double slopes =
          (values[i + 1] - values[i]) / (knots[i + 1] - knots[i])
              - (values[i] - values[i - 1]) / (knots[i] - knots[i - 1]);
      u[i] = (6 * slopes / (knots[i + 1] - knots[i - 1]) - sigma * u[i - 1]) / p;
    }
    for (int i = n - 2; i >= 0; i--) {
      second[i] = second[i] * second[i + 1] + u[i];
    }
    int low = 0;
    int high = n - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (knots[middle] > t) {
        high = middle;
      } else {
        low = middle;
      }
    }
    double h = knots[high] - knots[low];
    double a = (knots[high] - t) / h;
    double b = (t - knots[low]) / h;
    return a * values[low]
        + b * values[high]
        + ((a * a * a - a) * second[low] + (b * b * b - b) * second[high]) * h * h / 6;
  }

  /** The integral of exp(-rate t) cos(t) from a to b by adaptive Simpson quadrature. */
  @Differentiable
  static double adaptiveSimpson(double a, double b, double rate) {
    double fa = damped(a, rate);
    double fb = damped(b, rate);
    double middle = (a + b) / 2;
    double fm = damped(middle, rate);
    return refine(a, fa, middle, fm, b, fb, rate, 1e-11, 40);
  }

  private static double damped(double t, double rate) {
    return Math.exp(-rate * t) * Math.cos(t);
  }

  private static double refine(
      double a,
      double fa,
      double m,
      double fm,
      double b,
      double fb,
      double rate,
      double tolerance,
      int depth) {
    double whole = (b - a) / 6 * (fa + 4 * fm + fb);
    double left = (a + m) / 2;
    double right = (m + b) / 2;
    double fl = damped(left, rate);
    double fr = damped(right, rate);
    double halves = (m - a) / 6 * (fa + 4 * fl + fm) + (b - m) / 6 * (fm + 4 * fr + fb);
    double difference = halves - whole;
    if (depth == 0 || Math.abs(difference) <= 15 * tolerance) {
      return halves + difference / 15;
    }
    return refine(a, fa, left, fl, m, fm, rate, tolerance / 2, depth - 1)
        + refine(m, fm, right, fr, b, fb, rate, tolerance / 2, depth - 1);
  }

  /** Van der Pol's oscillator to time end by Runge-Kutta-Fehlberg 4(5) with step control. */
  @Differentiable(wrt = {"start", "mu"})
  static double[] runge(double[] start, double mu, double end, double tolerance) {
    double[] y = start.clone();
    double t = 0;
    double h = 0.1;
    while (t < end) {
      if (t + h > end) {
        h = end - t;
      }
      double[] k1 = slope(y, mu);
      double[] k2 = slope(ahead(y, h, new double[][] {k1}, 1.0 / 4), mu);
      double[] k3 = slope(ahead(y, h, new double[][] {k1, k2}, 3.0 / 32, 9.0 / 32), mu);
      double[] k4 =
          slope(
              ahead(
                  y, h, new double[][] {k1, k2, k3}, 1932.0 / 2197, -7200.0 / 2197, 7296.0 / 2197),
              mu);
      double[] k5 =
          slope(
              ahead(
                  y,
                  h,
                  new double[][] {k1, k2, k3, k4},
                  439.0 / 216,
                  -8.0,
                  3680.0 / 513,
                  -845.0 / 4104),
              mu);
      double[] k6 =
          slope(
              ahead(
                  y,
                  h,
                  new double[][] {k1, k2, k3, k4, k5},
                  -8.0 / 27,
                  2.0,
                  -3544.0 / 2565,
                  1859.0 / 4104,
                  -11.0 / 40),
              mu);
      double error = 0;
      double[] next = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        double fourth =
            25.0 / 216 * k1[i] + 1408.0 / 2565 * k3[i] + 2197.0 / 4104 * k4[i] - k5[i] / 5;
        double fifth =
            16.0 / 135 * k1[i]
                + 6656.0 / 12825 * k3[i]
                + 28561.0 / 56430 * k4[i]
                - 9.0 / 50 * k5[i]
                + 2.0 / 55 * k6[i];
        next[i] = y[i] + h * fifth;
        error = Math.max(error, Math.abs(h * (fifth - fourth)));
      }
      if (error <= tolerance) {
        t += h;
        y = next;
        h *= 1.5;
      } else {
        h *= 0.5;
      }
    }
    return y;
  }

  private static double[] slope(double[] y, double mu) {
    return new double[] {y[1], mu * (1 - y[0] * y[0]) * y[1] - y[0]};
  }

  private static double[] ahead(double[] y, double h, double[][] slopes, double... weights) {
    double[] at = y.clone();
    for (int k = 0; k < weights.length; k++) {
      for (int i = 0; i < at.length; i++) {
        at[i] += h * weights[k] * slopes[k][i];
      }
    }
    return at;
  }

  /** The cube root of a by Newton's method. */
  @Differentiable
  static double newton(double a) {
    double x = a > 1 ? a : 1;
    for (int i = 0; i < 100; i++) {
      double step = (x * x * x - a) / (3 * x * x);
      x -= step;
      if (Math.abs(step) < 1e-15 * x) {
        return x;
      }
    }
    throw new ArithmeticException("no convergence");
  }

  /** The zero of x exp(x) - a by bisection, then one Newton step, which carries the derivative. */
  @Differentiable
  static double bisection(double a) {
    double low = 0;
    double high = 5;
    while (high - low > 1e-12) {
      double middle = 0.5 * (low + high);
      if (middle * Math.exp(middle) < a) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double x = 0.5 * (low + high);
    return x - (x * Math.exp(x) - a) / (Math.exp(x) * (1 + x));
  }

  /** The true anomaly of a planet by Kepler's equation. */
  @Differentiable
  static double kepler(double meanAnomaly, double eccentricity) {
    double anomaly = eccentricity < 0.8 ? meanAnomaly : Math.PI;
    double step;
    do {
      step =
          (anomaly - eccentricity * Math.sin(anomaly) - meanAnomaly)
              / (1 - eccentricity * Math.cos(anomaly));
      anomaly -= step;
    } while (Math.abs(step) > 1e-14);
    return 2
        * Math.atan(Math.sqrt((1 + eccentricity) / (1 - eccentricity)) * Math.tan(anomaly / 2));
  }
}
