package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.higher.NestedMatrixProgramsAdjoint.Curvature;
import io.cotangent.higher.NestedMatrixProgramsAdjoint.GaussNewton;
import io.cotangent.higher.NestedMatrixProgramsAdjoint.Newton;
import io.cotangent.higher.NestedMatrixProgramsAdjoint.ThirdAndFirst;
import io.cotangent.higher.NestedMatrixProgramsAdjoint.ThroughRecords;
import org.junit.jupiter.api.Test;

/** Derivatives of what is computed from Jacobians, Hessians and rows of derivatives. */
final class NestedMatrixTest {
  private static final double[] X = {0.5, 0.7};
  private static final double[][] M = {{0.3, 9}, {0.4}};

  /** The Hessian has 12 a x^2, 2 x (by m), 2 a x'0; 2 m; 4 x^3 + 2 a [i = 0]; and 2 x0. */
  @Test
  void hessian() {
    double a = 1.5;
    var g = Curvature.gradient(X, M, a);
    double trace = 12 * a * (0.25 + 0.49) + 2 * (0.5 + 0.7) + 2 * 0.5;
    double first = 4 * 0.125 + 2 * a;
    double second = 4 * 0.343;
    double besides = 4 * (0.09 + 0.16) + first * first + second * second;
    assertEquals(trace + besides, g.value(), 1e-12);
    double[] expected = {
      24 * a * 0.5 + 4 + 2 * first * 12 * 0.25, 24 * a * 0.7 + 2 + 2 * second * 12 * 0.49
    };
    assertArrayEquals(expected, g.x(), 1e-12);
    assertArrayEquals(new double[] {8 * 0.3, 0}, g.m()[0], 1e-12);
    assertArrayEquals(new double[] {8 * 0.4}, g.m()[1], 1e-12);
    assertEquals(12 * (0.25 + 0.49) + 2 * first * 2, g.a(), 1e-12);
  }

  /** That is a derivative of order four. */
  @Test
  void hessianOfWhatUsesAHessian() {
    double[][] h = Curvature.hessian(X, M, 1.5);
    assertEquals(24 * 1.5 + 2 * (9 + (0.5 + 3) * 12), h[0][0], 1e-10);
    assertEquals(8, h[2][2], 1e-12);
    assertEquals(8, h[5][5], 1e-12);
  }

  @Test
  void newtonStep() {
    assertArrayEquals(new double[] {1.0 / 3, 1.4 / 3}, Newton.pullback(X).value(), 1e-15);
    double[][] j = Newton.jacobian(X);
    assertArrayEquals(new double[] {2.0 / 3, 0}, j[0], 1e-12);
    assertArrayEquals(new double[] {0, 2.0 / 3}, j[1], 1e-12);
  }

  @Test
  void jacobians() {
    double[] x = {0.5, 0.7};
    var records = ThroughRecords.gradient(2, x);
    double value = 24 + 0.35 * 0.35 + 1.4 * 1.4 + 1 + 9;
    assertEquals(value, records.value(), 1e-12);
    assertEquals(2 * 2 * (0.49 + 0.25), records.a(), 1e-12);
    assertEquals(2 * 0.35 * 0.7 + 2 * 4 * 0.5, records.x()[0], 1e-12);
    assertArrayEquals(new double[] {0.7, 0.5}, GaussNewton.gradient(x).x(), 1e-15);
  }

  @Test
  void derivatives() {
    double x = 0.3;
    double k = 1.2;
    double e = Math.exp(k * x);
    var g = ThirdAndFirst.gradient(x, k);
    assertEquals((k * k * k + 4 * k) * e, g.value(), 1e-12);
    assertEquals((k * k * k * k + 4 * k * k) * e, g.x(), 1e-12);
    assertEquals((3 * k * k + k * k * k * x + 4 + 4 * k * x) * e, g.k(), 1e-12);
  }
}
