package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Results that are arrays or records. */
final class ResultCorpus {

  private ResultCorpus() {}

  /** Scalars only. */
  record Polar(double radius, double angle) {}

  /** Arrays, a passive component, and component names that generated code uses itself. */
  record Fit(double value, double[] weights, int steps, double[][] seed) {}

  /** A record inside a record. */
  record Pair(Polar first, double tangent) {}

  /** A {@code float} among doubles. */
  record Mixed(float low, double high) {}

  @Differentiable
  static double[] squares(double[] v) {
    double[] r = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      r[i] = v[i] * v[i];
    }
    return r;
  }

  @Differentiable
  static double[] literalResult(double x, double y) {
    return new double[] {x * y, 3, x - y, y * y * y};
  }

  @Differentiable
  static double[][] outerProduct(double[] a, double[] b) {
    double[][] r = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        r[i][j] = a[i] * b[j];
      }
    }
    return r;
  }

  @Differentiable
  static double[][] jaggedResult(double x) {
    double[][] r = {{x}, {}, {x * x, 2 * x, 1}};
    r[0][0] *= r[2][0];
    return r;
  }

  @Differentiable
  static double[] residuals(double[] parameters, double[] times) {
    double[] r = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      r[i] = parameters[0] * Math.exp(-parameters[1] * times[i]) - 1 / (1 + times[i]);
    }
    return r;
  }

  @Differentiable
  static double[] returnsInBranches(double[] v, double x) {
    if (x > 2) {
      return new double[] {x * v[0]};
    }
    double[] r = v.clone();
    for (int i = 0; i < r.length; i++) {
      r[i] *= x;
      if (r[i] < 0) {
        return r;
      }
    }
    return squares(r);
  }

  /** The result shares its row with another row of itself. */
  @Differentiable
  static double[][] sharedRowResult(double x) {
    double[] row = {x, x * x};
    return new double[][] {row, row};
  }

  @Differentiable
  static Polar polar(double x, double y) {
    return new Polar(Math.hypot(x, y), Math.atan2(y, x));
  }

  @Differentiable
  static Fit fit(double[] v, double rate, int steps) {
    double[] w = v.clone();
    double loss = 0;
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < w.length; i++) {
        w[i] -= rate * w[i] * w[i];
        loss += w[i] * w[i];
      }
    }
    return new Fit(loss, w, steps, new double[][] {{rate * loss}, {}});
  }

  @Differentiable
  static Pair pair(double x) {
    Polar inner = new Polar(x * x, x);
    return new Pair(inner, inner.radius() * inner.angle());
  }

  @Differentiable
  static Mixed mixedRecord(float x, double y) {
    return new Mixed(x * x, x * y);
  }

  @Differentiable
  static float[] floatResult(float[] v) {
    float[] r = new float[] {v[0] * v[1], v[1] * v[1]};
    return r;
  }

  @Differentiable
  static Polar recordFromBranch(double x) {
    if (x < 0) {
      return new Polar(-x, 0);
    }
    Polar p = x > 1 ? new Polar(x, x * x) : polar(x, 2);
    return p;
  }

  /** The result and an effect on a parameter. */
  @Differentiable
  static double[] resultAndEffect(double[] v) {
    double[] r = {v[0] * v[1], v[1]};
    v[0] = r[0] * v[1];
    return r;
  }
}
