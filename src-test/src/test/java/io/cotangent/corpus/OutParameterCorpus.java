package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Methods that write into their array parameters, with and without a result. */
final class OutParameterCorpus {

  private OutParameterCorpus() {}

  @Differentiable
  static void squares(double[] in, double[] out) {
    for (int i = 0; i < in.length; i++) {
      out[i] = in[i] * in[i];
    }
  }

  /** What was in the parameter before is part of the result. */
  @Differentiable
  static void axpy(double a, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] += a * x[i];
    }
  }

  @Differentiable
  static void scaleInPlace(double[] v, double factor) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= factor;
      factor = factor * 0.5;
    }
  }

  @Differentiable
  static void cumulativeProduct(double[] v) {
    for (int i = 1; i < v.length; i++) {
      v[i] = v[i] * v[i - 1];
    }
  }

  @Differentiable
  static double sumAndClear(double[] v) {
    double r = 0;
    for (int i = 0; i < v.length; i++) {
      r += v[i] * v[i];
      v[i] = 0;
    }
    return r;
  }

  @Differentiable
  static double normalise(double[] v) {
    double n = 0;
    for (double each : v) {
      n += each * each;
    }
    n = Math.sqrt(n);
    for (int i = 0; i < v.length; i++) {
      v[i] /= n;
    }
    return n;
  }

  @Differentiable
  static void reverse(double[] v) {
    for (int i = 0, j = v.length - 1; i < j; i++, j--) {
      double t = v[i];
      v[i] = v[j];
      v[j] = t;
    }
  }

  @Differentiable
  static void smooth(double[][] grid, int steps) {
    for (int s = 0; s < steps; s++) {
      for (int i = 1; i < grid.length; i++) {
        double[] above = grid[i - 1];
        for (int j = 0; j < grid[i].length; j++) {
          grid[i][j] = 0.5 * grid[i][j] * above[j] + 0.25 * above[j];
        }
      }
    }
  }

  @Differentiable
  static void writesOneRow(double[][] m, double x, int i) {
    double[] row = m[i];
    row[0] = x * row[1];
    row[1] = row[0] * m[0][0];
  }

  @Differentiable
  static void writesOnCondition(double[] v, double x) {
    if (v[0] > 0) {
      v[0] = x * v[1];
      return;
    }
    v[1] = -x;
  }

  @Differentiable
  static void twoOutputs(double x, double[] sine, double[] cosine) {
    sine[0] = Math.sin(x) * sine[0];
    cosine[0] = Math.cos(x) * sine[0];
  }

  @Differentiable
  static double overwrittenThenRead(double[] v, double x) {
    double before = v[0];
    v[0] = x;
    double after = v[0] * v[1];
    v[1] = before * after;
    return before * after + v[1];
  }

  /** Only one of the two parameters is asked for; the other is still written. */
  @Differentiable(wrt = {"in"})
  static double writesPassive(double[] in, double[] work) {
    for (int i = 0; i < in.length; i++) {
      work[i] = in[i] * in[i];
    }
    double r = 0;
    for (int i = 1; i < in.length; i++) {
      r += work[i] * work[i - 1];
      work[i] = 1;
    }
    return r;
  }

  @Differentiable
  static double passiveEffects(double x, int[] counter, StringBuilder log, boolean[] flags) {
    double r = x;
    for (int i = 0; i < 3; i++) {
      counter[0]++;
      log.append(i).append(';');
      flags[i] = r > 2;
      r *= x;
    }
    counter[1] += counter[0];
    return r;
  }

  @Differentiable
  static void swapRows(double[][] m, double x) {
    double t;
    for (int j = 0; j < m[0].length; j++) {
      t = m[0][j];
      m[0][j] = m[1][j] * x;
      m[1][j] = t;
    }
  }

  /** The same element is written twice and read between. */
  @Differentiable
  static void writtenTwice(double[] v) {
    v[0] = v[0] * v[1];
    v[1] = v[0] + v[1];
    v[0] = v[1] * v[1];
    v[1] = 3;
  }
}
