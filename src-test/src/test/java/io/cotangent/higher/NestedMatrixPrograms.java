package io.cotangent.higher;

import io.cotangent.Differentiable;

/** Methods that use Jacobians, Hessians and rows of derivatives of others. */
final class NestedMatrixPrograms {
  private NestedMatrixPrograms() {}

  @Differentiable(order = 2)
  static double quartic(double[] x, double[][] m, double a) {
    double s = a * a * x[0];
    for (int i = 0; i < x.length; i++) {
      s += a * x[i] * x[i] * x[i] * x[i];
      s += m[i][0] * m[i][0] * x[i];
    }
    return s;
  }

  /** The sum of squares of all second derivatives but those by themselves, and the trace. */
  @Differentiable(order = 2)
  static double curvature(double[] x, double[][] m, double a) {
    double[][] h = NestedMatrixProgramsAdjoint.Quartic.hessian(x, m, a);
    double s = 0;
    for (int i = 0; i < h.length; i++) {
      s += h[i][i];
      for (int j = 0; j < i; j++) {
        s += h[i][j] * h[j][i];
      }
    }
    return s;
  }

  @Differentiable(order = 2)
  static double power(double[] x) {
    return x[0] * x[0] * x[0] * x[0] + x[1] * x[1] * x[1] * x[1];
  }

  /** A Newton step from where the two directions do not meet. */
  @Differentiable
  static double[] newton(double[] x) {
    double[][] h = NestedMatrixProgramsAdjoint.Power.hessian(x);
    double[] g = NestedMatrixProgramsAdjoint.Power.gradient(x).x();
    return new double[] {x[0] - g[0] / h[0][0], x[1] - g[1] / h[1][1] + h[0][1]};
  }

  record Pair(double first, float second) {}

  @Differentiable
  static Pair residual(Pair p, double[] x, int ignored) {
    return new Pair(p.first() * x[0] * x[1], (float) (x[1] * ignored));
  }

  @Differentiable
  static double throughRecords(double a, double[] x) {
    double[][] j = NestedMatrixProgramsAdjoint.Residual.jacobian(new Pair(a, 1), x, 3);
    double s = 10 * j.length + j[0].length;
    for (double[] row : j) {
      for (double v : row) {
        s += v * v;
      }
    }
    return s;
  }

  @Differentiable
  static double[][] squares(double[] x) {
    return new double[][] {{x[0] * x[0]}, {x[0] * x[1], x[1] * x[1]}};
  }

  /** A Gauss-Newton matrix. */
  @Differentiable
  static double gaussNewton(double[] x) {
    double[][] j = NestedMatrixProgramsAdjoint.Squares.jacobian(x);
    double s = 0;
    for (int row = 0; row < j.length; row++) {
      s += j[row][0] * j[row][1];
    }
    return s;
  }

  @Differentiable(wrt = "x", order = 3)
  static double wave(double x, double k) {
    return Math.exp(k * x);
  }

  @Differentiable
  static double thirdAndFirst(double x, double k) {
    double[] d = NestedMatrixProgramsAdjoint.Wave.derivatives(x, k);
    return d[3] + d[1] * d.length;
  }
}
