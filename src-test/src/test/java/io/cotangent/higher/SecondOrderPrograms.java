package io.cotangent.higher;

import io.cotangent.Differentiable;

/** Methods whose second derivatives are tested. */
final class SecondOrderPrograms {
  private SecondOrderPrograms() {}

  @Differentiable(order = 2)
  static double cube(double x) {
    return x * x * x;
  }

  @Differentiable(order = 2)
  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      sum += a * a + 100 * b * b;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double mixed(double x, double[] w, int k, double y) {
    double s = Math.exp(x * y);
    for (int i = 0; i < k; i++) {
      s += w[i] * Math.sin(x + i) / (1 + y * y);
    }
    return s * Math.sqrt(1 + w[0] * w[0]);
  }

  /** The array is changed in place, by a loop whose length depends on the numbers. */
  @Differentiable(order = 2)
  static double inPlace(double[] x, double y) {
    int steps = 0;
    double t = y;
    while (t < 10 && steps < 20) {
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.sin(x[i]) + y * x[(i + 1) % x.length];
      }
      t = 1.5 * t + x[0] * x[0];
      steps++;
    }
    double sum = t;
    for (double v : x) {
      sum += v * v;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double rows(double[][] m, double s) {
    double[][] copy = new double[m.length][];
    for (int i = 0; i < m.length; i++) {
      copy[i] = m[i].clone();
    }
    double[] swapped = copy[0];
    copy[0] = copy[m.length - 1];
    copy[m.length - 1] = swapped;
    double sum = 0;
    for (int i = 0; i < copy.length; i++) {
      for (int j = 0; j < copy[i].length; j++) {
        copy[i][j] = copy[i][j] * s + (j > 0 ? copy[i][j - 1] * copy[i][j - 1] : 0);
        sum += copy[i][j] * (i + 1) * Math.tanh(copy[i][j]);
      }
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double recursive(double x, double y, int depth) {
    return depth == 0 ? x * y : Math.sin(recursive(y, x + y, depth - 1)) * x;
  }

  @Differentiable(order = 2)
  static double recursiveArray(double[] x, int from) {
    if (from == x.length) {
      return 1;
    }
    x[from] = x[from] * x[from] + 0.5;
    return x[from] * recursiveArray(x, from + 1) + Math.cos(x[from]);
  }

  @Differentiable(order = 2)
  static float inFloat(float x, double y) {
    return (float) (x * x * y) + x * 0.5f;
  }

  @Differentiable(order = 2, wrt = "x")
  static double chosen(double x, double[] buffer) {
    buffer[0] = x * x;
    buffer[1] = buffer[0] * x;
    return buffer[1] * buffer[0];
  }

  @Differentiable(order = 2)
  static double linear(double[] x) {
    return 2 * x[0] - x[1];
  }

  /** A network of two layers on a few samples. */
  @Differentiable(
      order = 2,
      wrt = {"first", "second"})
  static double network(double[][] first, double[] second, double[][] inputs, double[] targets) {
    double loss = 0;
    for (int n = 0; n < inputs.length; n++) {
      double output = 0;
      for (int h = 0; h < second.length; h++) {
        double z = 0;
        for (int i = 0; i < inputs[n].length; i++) {
          z += first[h][i] * inputs[n][i];
        }
        output += second[h] * Math.tanh(z);
      }
      double error = output - targets[n];
      loss += error * error;
    }
    return loss / inputs.length;
  }

  /** Lotka and Volterra's equations by Runge and Kutta's method, the distance from a target. */
  @Differentiable(
      order = 2,
      wrt = {"rates", "x0", "y0"})
  static double ode(double[] rates, double x0, double y0, int steps) {
    double x = x0;
    double y = y0;
    double h = 2.0 / steps;
    for (int i = 0; i < steps; i++) {
      double k1 = x * (rates[0] - rates[1] * y);
      double l1 = y * (rates[2] * x - rates[3]);
      double xm = x + 0.5 * h * k1;
      double ym = y + 0.5 * h * l1;
      double k2 = xm * (rates[0] - rates[1] * ym);
      double l2 = ym * (rates[2] * xm - rates[3]);
      x += h * k2;
      y += h * l2;
    }
    return (x - 1) * (x - 1) + (y - 2) * (y - 2);
  }

  @Differentiable(order = 6)
  static double sine(double x) {
    return Math.sin(x);
  }

  @Differentiable(order = 6)
  static double expOfSine(double x) {
    return Math.exp(Math.sin(x));
  }

  @Differentiable(order = 6)
  static double seventh(double x) {
    return x * x * x * x * x * x * x;
  }

  @Differentiable(order = 6)
  static double witch(double x) {
    return 1 / (1 + x * x);
  }

  /** The cube root by Newton's method. */
  @Differentiable(order = 6)
  static double newton(double x) {
    double r = x;
    double before = 0;
    while (Math.abs(r - before) > 1e-15 * Math.abs(r)) {
      before = r;
      r = r - (r * r * r - x) / (3 * r * r);
      r = r - (r * r * r - x) / (3 * r * r);
      r = r - (r * r * r - x) / (3 * r * r);
      r = r - (r * r * r - x) / (3 * r * r);
    }
    return r;
  }

  @Differentiable(order = 6, wrt = "x")
  static double byArray(double x, double[] c) {
    double[] powers = new double[c.length];
    powers[0] = 1;
    for (int i = 1; i < c.length; i++) {
      powers[i] = powers[i - 1] * x;
    }
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      sum += c[i] * powers[i];
    }
    return sum;
  }

  /** A root, a logarithm, a quotient and a power, all of something whose tangent can be zero. */
  @Differentiable(order = 2)
  static double atZero(double x, double y) {
    double u = x * y;
    return Math.sqrt(1 + u) + Math.log(2 + u * u + x) + u / (1 + y + x) + Math.pow(1.5 + u, y);
  }

  @Differentiable(order = 6)
  static double rootOfSquare(double x) {
    return Math.sqrt(1 + x * x);
  }
}
