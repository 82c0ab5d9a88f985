package io.cotangent.jam;

import io.cotangent.Differentiable;

/** Sums over rows, of which several may run side by side, and some of which may not. */
final class RowSums {
  private RowSums() {}

  /** A layer: four rows side by side. */
  @Differentiable
  static double layer(double[][] weights, double[] bias, double[] x) {
    double[] made = new double[weights.length];
    for (int j = 0; j < weights.length; j++) {
      double sum = bias[j];
      for (int i = 0; i < x.length; i++) {
        sum += weights[j][i] * x[i];
      }
      made[j] = Math.tanh(sum);
    }
    double total = 0;
    for (double value : made) {
      total = total * value + value;
    }
    return total;
  }

  /** Residuals: what is behind the sum is reversed in the same iteration. */
  @Differentiable
  static double residuals(double[][] rows, double[] y, double[] w, int from, int columns) {
    double total = 0;
    for (int n = 2; n < rows.length; n++) {
      double predicted = y[n];
      for (int i = 1; i < columns; i++) {
        predicted -= rows[n][i] * w[i];
      }
      total += predicted * predicted * from;
    }
    return total;
  }

  /** Each row needs what the row before has written. */
  @Differentiable
  static double feedback(double[][] rows, double[] start) {
    double[] x = start.clone();
    for (int j = 0; j < rows.length; j++) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += rows[j][i] * x[i];
      }
      x[j % x.length] = Math.sin(sum);
    }
    return x[0] * x[1];
  }

  /** Each row is written by the iteration before; the argument keeps what was written. */
  @Differentiable
  static double rewritten(double[][] rows, double[] x) {
    double total = 0;
    for (int j = 0; j < rows.length; j++) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += rows[j][i] * x[i];
      }
      rows[(j + 1) % rows.length][0] += Math.cos(sum);
      total += sum;
    }
    return total;
  }

  /** What is written so far must be there when an exception comes. */
  @Differentiable
  static double written(double[][] rows, double[] x, double[] out) {
    double total = 0;
    for (int j = 0; j < rows.length; j++) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += rows[j][i] * x[i];
      }
      out[j] = sum;
      total += sum * sum;
    }
    return total;
  }
}
