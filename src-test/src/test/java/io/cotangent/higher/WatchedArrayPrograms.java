package io.cotangent.higher;

import io.cotangent.Checkpointed;
import io.cotangent.Differentiable;
import io.cotangent.Watch;

/** Methods with watched arrays. */
final class WatchedArrayPrograms {
  private WatchedArrayPrograms() {}

  private static double[] times(double[][] a, double[] x) {
    double[] y = new double[a.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += a[i][j] * x[j];
      }
    }
    return y;
  }

  @Differentiable
  static double layer(double[][] a, double[] x) {
    @Watch double[] y = times(a, x);
    double z = 0;
    for (double v : y) {
      z += v * v;
    }
    return z;
  }

  /** Written twice and used in between, in the loop that makes it. */
  @Differentiable
  static double between(double[] x) {
    @Watch double[] y = new double[x.length];
    double z = 0;
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.sin(x[i]);
      z += y[i] * y[i];
      y[i] = y[i] * 2;
      z += y[i] * y[i] * y[i] + (i > 0 ? y[i - 1] : 0);
    }
    return z;
  }

  /** Small arrays of constants, an element written behind, a number watched beside. */
  @Differentiable
  static double constants(double x) {
    @Watch double[] y = {1, 2};
    @Watch float s = 3;
    y[1] = y[1] * 4;
    return x * y[0] * y[1] * y[1] * s;
  }

  /** Null, the parameter, or another array after each step. */
  @Differentiable
  static double steps(double[] x, int n) {
    @Watch double[] y = null;
    if (n >= 0) {
      y = x;
    }
    for (int k = 0; k < n; k++) {
      double[] next = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        next[i] = Math.sin(y[i]) + y[(i + 1) % x.length];
      }
      y = next;
    }
    double z = 0;
    if (y != null) {
      for (int i = 0; i < y.length; i++) {
        z += y[i] * y[i] * (i + 1);
      }
    }
    return z + x[0];
  }

  @Differentiable
  static double rows(float[] x) {
    @Watch float[][] m = new float[2][];
    m[0] = new float[] {x[0], x[1]};
    m[1] = new float[] {x[1] * x[0]};
    m[0][1] *= 2;
    float[] row = m[0];
    return row[0] * row[1] * m[1][0];
  }

  private static void fill(double[] y, double x, int i) {
    if (i < y.length) {
      y[i] = x * i;
      fill(y, x * x, i + 1);
    }
  }

  /** Filled by a function that is not inlined, before it is watched. */
  @Differentiable
  static double filled(double x) {
    double[] t = new double[3];
    fill(t, x, 0);
    @Watch double[] y = t;
    return y[1] * y[2];
  }

  /** The first call is watched, not those inside it. */
  @Differentiable
  static double recursive(double x, int n) {
    @Watch double[] y = {x, x * x};
    @Watch double s = x;
    return n == 0 ? y[0] * y[1] * s : y[0] * s * recursive(y[1], n - 1);
  }

  @Differentiable
  static double checkpointed(double x, int n) {
    @Watch double[] y = {x, 2 * x};
    @Watch double s = x;
    for (@Checkpointed(snapshots = 3) int i = 0; i < n; i++) {
      s = Math.sin(s) + y[i % 2];
      y[0] = y[0] * s;
    }
    return s * y[0] * y[1];
  }

  @Differentiable
  static double stored(double x, int n) {
    @Watch double[] y = {x, 2 * x};
    @Watch double s = x;
    for (int i = 0; i < n; i++) {
      s = Math.sin(s) + y[i % 2];
      y[0] = y[0] * s;
    }
    return s * y[0] * y[1];
  }
}
