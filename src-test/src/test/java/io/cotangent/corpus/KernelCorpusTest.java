package io.cotangent.corpus;

import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the textbook kernels. */
final class KernelCorpusTest {
  private static final double[][] SQUARE = {{0.5, -1, 2}, {3, 1, -0.25}, {1, 2, 1.5}};
  private static final double[][] TALL = {{2, 1}, {1, -3}, {0.5, 0.25}, {-1, 2}};
  private static final double[][] DEFINITE = {{4, 1, 0.5}, {1, 3, -1}, {0.5, -1, 5}};
  private static final double[] THREE = {1, -2, 0.5};
  private static final double[] CAMERA = {
    0.3, -0.2, 0.1, 0.5, -0.3, -2, 500, 320, 240, -0.02, 0.004
  };

  @TestFactory
  Stream<DynamicNode> linearAlgebra() {
    return CorpusSuite.of(
        LinearAlgebraKernels.class,
        of("luSolve")
            .at(SQUARE, THREE)
            .jacobian(a -> solveDerivative(a.m(0), a.v(1)))
            .tolerance(1e-11),
        of("qrSolve").at(TALL, new double[] {1, 2, 3, 4}),
        of("determinant").at((Object) SQUARE).closed(a -> cofactors(a.m(0))).tolerance(1e-11),
        of("choleskyLogDeterminant")
            .at((Object) DEFINITE)
            .throwing(IllegalArgumentException.class, (Object) new double[2][2]),
        of("relax").writes(0).at(grid(), 1.5, 4),
        of("sparseTimes")
            .at(
                new double[] {1.5, -2, 3, 0.5, 4},
                new int[] {0, 2, 1, 0, 2},
                new int[] {0, 2, 3, 3, 5},
                THREE),
        of("tridiagonal")
            .at(
                new double[] {0, 1, -0.5, 0.25},
                new double[] {4, 3, 5, 2},
                new double[] {1, -1, 0.5, 0},
                new double[] {1, 2, 3, 4}),
        of("greatestEigenvalue").at((Object) DEFINITE));
  }

  @TestFactory
  Stream<DynamicNode> numerics() {
    return CorpusSuite.of(
        NumericsKernels.class,
        of("fft").writes(0, 1).at(new double[] {1, 2, -1, 0.5, 3, 0, 1, 2}, new double[8]),
        of("spline")
            .at(new double[] {0, 1, 2.5, 3, 4.5}, new double[] {1, -1, 0.5, 2, 1}, 2.7)
            .at(new double[] {0, 1, 2.5, 3, 4.5}, new double[] {1, -1, 0.5, 2, 1}, 0.3),
        of("adaptiveSimpson")
            .at(0.25, 2.5, 0.7)
            .closed(a -> integral(a.d(0), a.d(1), a.d(2)))
            .tolerance(1e-7),
        of("runge").wrt(0, 1).at(new double[] {2, 0}, 1.5, 0.75, 1e-3),
        of("newton")
            .at(7.0)
            .at(0.3)
            .closed(a -> new double[] {Math.cbrt(a.d(0)) / a.d(0) / 3})
            .tolerance(1e-11),
        of("bisection").at(2.0),
        of("kepler").at(1.2, 0.3).at(0.4, 0.9));
  }

  @TestFactory
  Stream<DynamicNode> statistics() {
    double[][] transition = {{0.7, 0.3}, {0.4, 0.6}};
    double[][] emission = {{0.5, 0.4, 0.1}, {0.1, 0.3, 0.6}};
    return CorpusSuite.of(
        StatisticsKernels.class,
        of("blackScholes").at(100.0, 95.0, 0.03, 0.2, 0.75).at(80.0, 95.0, 0.03, 0.2, 0.75),
        of("binomialPut").steps(0.01).tolerance(1e-6).at(100.0, 103.0, 0.03, 0.2, 0.75, 25),
        of("kalman").wrt(1, 2, 3).at(new double[] {0.1, 0.9, 2.2, 2.9, 4.1}, 0.3, 0.5, 0.8),
        of("hiddenMarkov")
            .at(new double[] {0.6, 0.4}, transition, emission, new int[] {0, 1, 2, 2, 0}),
        of("lstmCell")
            .writes(0, 1)
            .at(
                new double[] {0.1, -0.2},
                new double[] {0.4, 0.3},
                new double[] {1, -1, 0.5},
                matrix(8, 5),
                matrix(1, 8)[0]),
        of("network")
            .wrt(0, 1, 2, 3)
            .at(
                matrix(4, 2),
                matrix(1, 4)[0],
                matrix(1, 4)[0],
                0.1,
                new double[][] {{1, 2}, {-1, 0.5}, {0, 1}},
                new double[] {1, 0, -1}));
  }

  @TestFactory
  Stream<DynamicNode> geometry() {
    double[] still = CAMERA.clone();
    still[0] = 0;
    still[1] = 0;
    still[2] = 0;
    double[] feature = {300, 250};
    return CorpusSuite.of(
        GeometryKernels.class,
        of("reprojection")
            .wrt(0, 1, 2)
            .at(CAMERA, new double[] {0.2, 0.1, 3}, 0.8, feature)
            .special("no rotation", still, new double[] {0.2, 0.1, 3}, 0.8, feature),
        of("fingertips").at(matrix(1, 9)[0], new double[] {1, 0.8, 0.5}));
  }

  /** Numbers between -1 and 1 that follow no pattern a mistake could share. */
  private static double[][] matrix(int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix[i][j] = Math.sin(1 + 3.7 * i + 1.3 * j + 0.2 * i * j);
      }
    }
    return matrix;
  }

  private static double[][] grid() {
    return matrix(4, 5);
  }

  /** x = A^-1 b: dx = A^-1 (db - dA x). */
  private static double[][] solveDerivative(double[][] a, double[] b) {
    int n = b.length;
    double[][] inverse = new double[n][n];
    double[] cofactors = cofactors(a);
    double determinant = 0;
    for (int j = 0; j < n; j++) {
      determinant += a[0][j] * cofactors[j];
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] = cofactors[j * n + i] / determinant;
        x[i] += inverse[i][j] * b[j];
      }
    }
    double[][] jacobian = new double[n][n * n + n];
    for (int i = 0; i < n; i++) {
      for (int r = 0; r < n; r++) {
        for (int c = 0; c < n; c++) {
          jacobian[i][r * n + c] = -inverse[i][r] * x[c];
        }
        jacobian[i][n * n + r] = inverse[i][r];
      }
    }
    return jacobian;
  }

  /** The cofactors of a matrix of order three, which are the derivatives of its determinant. */
  private static double[] cofactors(double[][] a) {
    double[] cofactors = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        int i1 = (i + 1) % 3;
        int i2 = (i + 2) % 3;
        int j1 = (j + 1) % 3;
        int j2 = (j + 2) % 3;
        cofactors[3 * i + j] = a[i1][j1] * a[i2][j2] - a[i1][j2] * a[i2][j1];
      }
    }
    return cofactors;
  }

  /** Derivatives of the integral of exp(-r t) cos t with respect to its ends and the rate. */
  private static double[] integral(double a, double b, double r) {
    double rate = antiderivativeByRate(b, r) - antiderivativeByRate(a, r);
    return new double[] {-Math.exp(-r * a) * Math.cos(a), Math.exp(-r * b) * Math.cos(b), rate};
  }

  /** d/dr of exp(-r t) (sin t - r cos t) / (1 + r^2). */
  private static double antiderivativeByRate(double t, double r) {
    double e = Math.exp(-r * t);
    double part = Math.sin(t) - r * Math.cos(t);
    double q = 1 + r * r;
    return e * (-t * part / q - Math.cos(t) / q - 2 * r * part / (q * q));
  }
}
