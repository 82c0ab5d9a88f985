package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Dense and sparse linear algebra as textbooks write it. */
final class LinearAlgebraKernels {
  private LinearAlgebraKernels() {}

  /** Solves a x = b by LU decomposition with partial pivoting. */
  @Differentiable
  static double[] luSolve(double[][] a, double[] b) {
    int n = a.length;
    double[][] lu = new double[n][];
    for (int i = 0; i < n; i++) {
      lu[i] = a[i].clone();
    }
    double[] x = b.clone();
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(lu[i][k]) > Math.abs(lu[pivot][k])) {
          pivot = i;
        }
      }
      if (lu[pivot][k] == 0) {
        throw new ArithmeticException("singular matrix");
      }
      double[] row = lu[k];
      lu[k] = lu[pivot];
      lu[pivot] = row;
      double entry = x[k];
      x[k] = x[pivot];
      x[pivot] = entry;
      for (int i = k + 1; i < n; i++) {
        lu[i][k] /= lu[k][k];
        for (int j = k + 1; j < n; j++) {
          lu[i][j] -= lu[i][k] * lu[k][j];
        }
        x[i] -= lu[i][k] * x[k];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= lu[i][j] * x[j];
      }
      x[i] /= lu[i][i];
    }
    return x;
  }

  /** Least squares by Householder reflections; a has at least as many rows as columns. */
  @Differentiable
  static double[] qrSolve(double[][] a, double[] b) {
    int rows = a.length;
    int columns = a[0].length;
    double[][] r = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(a[i], 0, r[i], 0, columns);
    }
    double[] y = b.clone();
    for (int k = 0; k < columns; k++) {
      double norm = 0;
      for (int i = k; i < rows; i++) {
        norm = Math.hypot(norm, r[i][k]);
      }
      if (r[k][k] > 0) {
        norm = -norm;
      }
      double[] v = new double[rows];
      double square = 0;
      for (int i = k; i < rows; i++) {
        v[i] = r[i][k];
        if (i == k) {
          v[i] -= norm;
        }
        square += v[i] * v[i];
      }
      for (int j = k; j < columns; j++) {
        double dot = 0;
        for (int i = k; i < rows; i++) {
          dot += v[i] * r[i][j];
        }
        for (int i = k; i < rows; i++) {
          r[i][j] -= 2 * dot / square * v[i];
        }
      }
      double dot = 0;
      for (int i = k; i < rows; i++) {
        dot += v[i] * y[i];
      }
      for (int i = k; i < rows; i++) {
        y[i] -= 2 * dot / square * v[i];
      }
    }
    double[] x = new double[columns];
    for (int i = columns - 1; i >= 0; i--) {
      double sum = y[i];
      for (int j = i + 1; j < columns; j++) {
        sum -= r[i][j] * x[j];
      }
      x[i] = sum / r[i][i];
    }
    return x;
  }

  /** Determinant by expansion along the first row. */
  @Differentiable
  static double determinant(double[][] a) {
    if (a.length == 1) {
      return a[0][0];
    }
    double sum = 0;
    for (int column = 0; column < a.length; column++) {
      double sign = column % 2 == 0 ? 1 : -1;
      sum += sign * a[0][column] * determinant(minor(a, column));
    }
    return sum;
  }

  private static double[][] minor(double[][] a, int column) {
    int n = a.length - 1;
    double[][] minor = new double[n][n];
    for (int i = 0; i < n; i++) {
      int to = 0;
      for (int j = 0; j <= n; j++) {
        if (j == column) {
          continue;
        }
        minor[i][to++] = a[i + 1][j];
      }
    }
    return minor;
  }

  /** log det of a symmetric positive definite matrix, of which the lower half is read. */
  @Differentiable
  static double choleskyLogDeterminant(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][n];
    double logDeterminant = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        if (i == j) {
          if (sum <= 0) {
            throw new IllegalArgumentException("not positive definite");
          }
          l[i][i] = Math.sqrt(sum);
          logDeterminant += Math.log(l[i][i]);
        } else {
          l[i][j] = sum / l[j][j];
        }
      }
    }
    return 2 * logDeterminant;
  }

  /** Sweeps of successive over-relaxation over the inside of a grid, in place. */
  @Differentiable
  static void relax(double[][] grid, double omega, int sweeps) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      for (int i = 1; i < grid.length - 1; i++) {
        double[] above = grid[i - 1];
        double[] here = grid[i];
        double[] below = grid[i + 1];
        for (int j = 1; j < here.length - 1; j++) {
          here[j] =
              omega * 0.25 * (above[j] + below[j] + here[j - 1] + here[j + 1])
                  + (1 - omega) * here[j];
        }
      }
    }
  }

  /** Sparse matrix times vector, the matrix in compressed rows. */
  @Differentiable
  static double[] sparseTimes(double[] values, int[] columns, int[] rowStarts, double[] x) {
    double[] y = new double[rowStarts.length - 1];
    for (int row = 0; row < y.length; row++) {
      double sum = 0;
      for (int at = rowStarts[row]; at < rowStarts[row + 1]; at++) {
        sum += values[at] * x[columns[at]];
      }
      y[row] = sum;
    }
    return y;
  }

  /** Solves a tridiagonal system (Thomas's algorithm). */
  @Differentiable
  static double[] tridiagonal(double[] lower, double[] diagonal, double[] upper, double[] d) {
    int n = d.length;
    double[] c = new double[n];
    double[] x = new double[n];
    c[0] = upper[0] / diagonal[0];
    x[0] = d[0] / diagonal[0];
    for (int i = 1; i < n; i++) {
      double pivot = diagonal[i] - lower[i] * c[i - 1];
      c[i] = upper[i] / pivot;
      x[i] = (d[i] - lower[i] * x[i - 1]) / pivot;
    }
    for (int i = n - 2; i >= 0; i--) {
      x[i] -= c[i] * x[i + 1];
    }
    return x;
  }

  /** The greatest eigenvalue of a symmetric matrix by power iteration, to convergence. */
  @Differentiable
  static double greatestEigenvalue(double[][] a) {
    int n = a.length;
    double[] v = new double[n];
    v[0] = 1;
    double value = 0;
    double before;
    int steps = 0;
    do {
      before = value;
      double[] w = new double[n];
      double norm = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          w[i] += 0.5 * (a[i][j] + a[j][i]) * v[j];
        }
        norm += w[i] * w[i];
      }
      value = Math.sqrt(norm);
      for (int i = 0; i < n; i++) {
        v[i] = w[i] / value;
      }
    } while (Math.abs(value - before) > 1e-15 * value && ++steps < 2000);
    return value;
  }
}
