package io.cotangent.workspace;

import io.cotangent.Differentiable;

/** Methods that make arrays in all kinds of places. */
final class WorkspaceKernels {
  private WorkspaceKernels() {}

  /** Arrays of one iteration, which go on the tape in it. */
  @Differentiable
  static double softMinimum(double[][] centres, double[][] points) {
    double sum = 0;
    for (double[] point : points) {
      double[] terms = new double[centres.length];
      for (int k = 0; k < centres.length; k++) {
        double[] shifted = new double[point.length];
        for (int j = 0; j < point.length; j++) {
          shifted[j] = point[j] - centres[k][j];
        }
        for (int j = 0; j < point.length; j++) {
          terms[k] += shifted[j] * shifted[j] * shifted[0];
        }
      }
      double total = 0;
      for (double term : terms) {
        total += Math.exp(-term);
      }
      sum -= Math.log(total);
    }
    return sum;
  }

  /** Arrays of another length in each iteration, some made in a branch. */
  @Differentiable
  static double triangle(double[] x) {
    double sum = 0;
    for (int n = 1; n <= x.length; n++) {
      double[] row = new double[n];
      for (int i = 0; i < n; i++) {
        row[i] = x[i] * x[n - 1];
      }
      if (n % 2 == 0) {
        double[] doubled = new double[n + 1];
        for (int i = 0; i < n; i++) {
          doubled[i] = 2 * row[i] * row[i];
        }
        sum += doubled[n / 2];
      }
      sum += row[n / 2] * row[n - 1];
    }
    return sum;
  }

  /** A new state in each step, and one matrix. */
  @Differentiable
  static double steps(double[] x, int count) {
    int n = x.length;
    double[][] power = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        power[i][j] = x[i] * x[j];
      }
    }
    double[] state = x;
    for (int step = 0; step < count; step++) {
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          next[i] += power[i][j] * Math.sin(state[j]);
        }
      }
      state = next;
    }
    double sum = 0;
    for (double value : state) {
      sum += value * value;
    }
    return sum;
  }

  /** Floats, and whole numbers that are only counted. */
  @Differentiable
  static float counted(float[] x) {
    float sum = 0;
    for (int i = 0; i < x.length; i++) {
      int[] seen = new int[x.length];
      float[] scaled = new float[x.length];
      for (int j = 0; j <= i; j++) {
        seen[j] = i - j;
        scaled[seen[j]] = x[j] * x[i];
      }
      sum += scaled[0] * scaled[i];
    }
    return sum;
  }

  /** Copies: of a parameter, of what changes, of whole numbers, in front of a loop and in it. */
  @Differentiable
  static double copies(double[] x, int[] order) {
    double[] state = x.clone();
    double sum = 0;
    for (int n = 0; n < x.length; n++) {
      double[] before = state.clone();
      int[] turned = order.clone();
      turned[n] = (turned[n] + 1) % x.length;
      for (int i = 0; i < x.length; i++) {
        state[i] = before[turned[i]] * Math.sin(before[i]) + x[i];
      }
      sum += state[n] * before[0];
    }
    return sum;
  }

  /** The same of floats; one copy is handed out. */
  @Differentiable
  static float[] copiedFloats(float[] x) {
    float[] state = x.clone();
    float[] result = x.clone();
    for (int i = 0; i < x.length; i++) {
      state[i] *= state[0] * x[i];
      result[i] += state[i] * state[0];
    }
    return result;
  }

  /**
   * Arrays that the sweep back needs, of another length in each iteration, of which only some
   * elements are set; a limit that is passed ends it.
   */
  @Differentiable
  static double ragged(double[][] rows, double limit) {
    double sum = 0;
    for (double[] weights : rows) {
      double[] terms = new double[rows.length];
      for (int k = 0; k < rows.length; k++) {
        double[] row = rows[k];
        double[] some = new double[row.length + 1];
        for (int j = k % 2; j < row.length; j += 2) {
          some[j] = row[j] * row[0];
        }
        some[row.length] = Math.sin(row[0]);
        double total = weights[0];
        for (int j = 0; j <= row.length; j++) {
          total += some[j] * some[j] * some[row.length];
        }
        terms[k] = total;
      }
      double product = 1;
      for (double term : terms) {
        product += Math.sin(term) * term;
      }
      if (product > limit) {
        throw new IllegalArgumentException("beyond the limit");
      }
      sum += product;
    }
    return sum;
  }

  /** The last array of an inner loop lives on in the next iteration of the outer one. */
  @Differentiable
  static double lastOne(double[] x, int count) {
    double[] last = new double[x.length];
    double sum = 0;
    for (int n = 0; n < count; n++) {
      double[] before = last;
      for (int k = 0; k < x.length; k++) {
        double[] made = new double[x.length];
        for (int i = 0; i < x.length; i++) {
          made[i] = Math.sin(x[i] * (k + 1) + before[i] * before[i]);
        }
        for (int i = 0; i < x.length; i++) {
          sum += made[i] * made[i] * before[i];
        }
        last = made;
      }
    }
    return sum;
  }

  /** Arrays of an inner loop that are read when the loops behind it have run. */
  @Differentiable
  static double collected(double[] x) {
    double sum = 0;
    for (int n = 0; n < x.length; n++) {
      double[][] all = new double[x.length][];
      for (int k = 0; k < x.length; k++) {
        double[] made = new double[n + k + 1];
        for (int i = 0; i < made.length; i += 2) {
          made[i] = x[i % x.length] * x[k] + x[n];
        }
        all[k] = made;
      }
      for (int k = 0; k < x.length; k++) {
        double[] one = all[x.length - 1 - k];
        double[] squares = new double[one.length];
        for (int i = 0; i < one.length; i++) {
          squares[i] = one[i] * all[k][0];
        }
        for (double square : squares) {
          sum += Math.cos(square) * square;
        }
      }
    }
    return sum;
  }
}
