package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.higher.NestedProgramsAdjoint.Cube;
import io.cotangent.higher.NestedProgramsAdjoint.Curvature;
import io.cotangent.higher.NestedProgramsAdjoint.LengthOfGradient;
import io.cotangent.higher.NestedProgramsAdjoint.NewtonStep;
import io.cotangent.higher.NestedProgramsAdjoint.Residual;
import io.cotangent.higher.NestedProgramsAdjoint.Slope;
import io.cotangent.higher.NestedProgramsAdjoint.ThroughHvp;
import io.cotangent.higher.NestedProgramsAdjoint.ThroughJvp;
import io.cotangent.higher.NestedProgramsAdjoint.ThroughVjp;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Derivatives of derivatives by calling generated members, against closed forms and differences.
 */
final class NestedTest {
  private static final double[] POINT = {0.3, 0.7, -0.4, 0.9, 0.2, 1.1};

  private static double[] x(double[] p) {
    return new double[] {p[0], p[1]};
  }

  private static double[][] m(double[] p) {
    return new double[][] {{p[2]}, {p[3], p[4]}};
  }

  @Test
  void tutorial() {
    assertEquals(3, Cube.gradient(1).x());
    assertEquals(6, Slope.gradient(1).x());
    assertEquals(6, Curvature.gradient(1).x());
    assertEquals(6, Curvature.gradient(5).x());
    assertEquals(30, Curvature.gradient(5).value());
  }

  @Test
  void gradientOverArrays() {
    var g = LengthOfGradient.gradient(x(POINT), m(POINT), POINT[5]);
    check(
        p -> NestedPrograms.lengthOfGradient(x(p), m(p), p[5]),
        g.x()[0],
        g.x()[1],
        g.m()[0][0],
        g.m()[1][0],
        g.m()[1][1],
        g.s());
  }

  @Test
  void vjpAddsIntoBuffers() {
    var g = ThroughVjp.gradient(x(POINT), m(POINT), POINT[5]);
    check(
        p -> NestedPrograms.throughVjp(x(p), m(p), p[5]),
        g.x()[0],
        g.x()[1],
        g.m()[0][0],
        g.m()[1][0],
        g.m()[1][1],
        g.s());
  }

  @Test
  void jvpAndHvp() {
    // t(x, v) = 3 x^2 v x^3
    var jvp = ThroughJvp.gradient(2, 3);
    assertEquals(288, jvp.value());
    assertEquals(15 * 16 * 3, jvp.x());
    assertEquals(96, jvp.v());
    // f = x^3 y^2 in the direction (1, x)
    double x = 2;
    double y = 3;
    var hvp = ThroughHvp.gradient(x, y);
    double expectedX = 6 * x * y * y + 6 * x * x * y * x;
    double expectedY = 6 * x * x * y + 2 * x * x * x * x;
    double tangent = 3 * x * x * y * y + 2 * x * x * x * y * x;
    assertEquals(expectedX + 10 * expectedY + tangent, hvp.value());
    assertEquals(
        6 * y * y
            + 18 * x * x * y
            + 10 * (12 * x * y + 8 * x * x * x)
            + 6 * x * y * y
            + 8 * x * x * x * y,
        hvp.x());
    assertEquals(
        12 * x * y + 6 * x * x * x + 10 * 6 * x * x + 6 * x * x * y + 2 * x * x * x * x, hvp.y());
  }

  @Test
  void lossInformedByPhysics() {
    double[] times = {0, 0.4, 1.1};
    check(p -> NestedPrograms.residual(p, times), Residual.gradient(POINT.clone(), times).w());
  }

  @Test
  void newtonStep() {
    assertEquals(2, NestedPrograms.newtonStep(4));
    assertEquals(0.5, NewtonStep.gradient(4).x(), 1e-15);
  }

  private static void check(ToDoubleFunction<double[]> f, double... gradient) {
    double h = 1e-5;
    double[] expected = new double[POINT.length];
    for (int i = 0; i < POINT.length; i++) {
      double[] up = POINT.clone();
      double[] down = POINT.clone();
      up[i] += h;
      down[i] -= h;
      expected[i] = (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * h);
    }
    assertArrayEquals(expected, gradient, 1e-5);
  }
}
