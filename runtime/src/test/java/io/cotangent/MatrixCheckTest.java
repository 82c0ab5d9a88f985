package io.cotangent;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Jacobians and Hessians through the checker. */
final class MatrixCheckTest {
  private record Gradient(double value, double[] x) {}

  private static double rosenbrock(double[] x) {
    double a = 1 - x[0];
    double b = x[1] - x[0] * x[0];
    return a * a + 100 * b * b;
  }

  private static Gradient gradient(double[] x) {
    double b = x[1] - x[0] * x[0];
    double[] partials = {-2 * (1 - x[0]) - 400 * x[0] * b, 200 * b};
    return new Gradient(rosenbrock(x), partials);
  }

  private static double[][] hessian(double[] x) {
    double mixed = -400 * x[0];
    return new double[][] {{2 + 1200 * x[0] * x[0] - 400 * x[1], mixed}, {mixed, 200}};
  }

  private final double[] start = {-1.2, 1};

  @Test
  void acceptsTheHessianOfRosenbrock() {
    GradientCheck.of(MatrixCheckTest::rosenbrock, MatrixCheckTest::gradient, start).verify();
    GradientCheck.ofHessian(MatrixCheckTest::gradient, MatrixCheckTest::hessian, start).verify();
  }

  @Test
  void showsWhichSecondDerivativeIsOff() {
    GradientCheck check =
        GradientCheck.ofHessian(
            MatrixCheckTest::gradient,
            (double[] x) -> {
              double[][] wrong = hessian(x);
              wrong[1][1] = 100;
              return wrong;
            },
            start);
    String message = assertThrows(AssertionError.class, check::verify).getMessage();
    assertTrue(message.contains("d(d/dx[1])/dx[1]: generated 100.0"), message);
    assertTrue(!message.contains("x[0]"), message);
  }

  @Test
  void wantsSymmetry() {
    GradientCheck check =
        GradientCheck.ofHessian(
            MatrixCheckTest::gradient,
            (double[] x) -> {
              double[][] wrong = hessian(x);
              wrong[0][1] *= 1 + 1e-8;
              return wrong;
            },
            start);
    String message = assertThrows(AssertionError.class, check::verify).getMessage();
    assertTrue(message.contains("not symmetric at x[1], x[0]"), message);
  }

  @Test
  void wantsASquareMatrix() {
    GradientCheck check =
        GradientCheck.ofHessian(MatrixCheckTest::gradient, (double[] x) -> new double[2][1], start);
    String message = assertThrows(AssertionError.class, check::verify).getMessage();
    assertTrue(message.contains("2 rows and 2 columns expected, got 2 rows and 1"), message);
  }

  private static double[] polar(double r, double angle) {
    return new double[] {r * Math.cos(angle), r * Math.sin(angle)};
  }

  @Test
  void checksJacobians() {
    GradientCheck.ofJacobian(
            MatrixCheckTest::polar,
            (r, angle) ->
                new double[][] {
                  {Math.cos(angle), -r * Math.sin(angle)}, {Math.sin(angle), r * Math.cos(angle)}
                },
            2.0,
            0.5)
        .verify();
    GradientCheck wrong =
        GradientCheck.ofJacobian(
            MatrixCheckTest::polar,
            (r, angle) ->
                new double[][] {
                  {Math.cos(angle), r * Math.sin(angle)}, {Math.sin(angle), r * Math.cos(angle)}
                },
            2.0,
            0.5);
    String message = assertThrows(AssertionError.class, wrong::verify).getMessage();
    assertTrue(message.contains("d result[0]/d argument 1: generated 0.95"), message);
  }
}
