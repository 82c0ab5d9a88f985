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
import java.util.Arrays;
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
  void stepsDownhill() {
    double[] w = {POINT[0], POINT[1], POINT[2], POINT[3], POINT[4]};
    var descent = NestedProgramsAdjoint.Descent.gradient(w.clone(), POINT[5]);
    double[] d = descent.w();
    check(p -> NestedPrograms.descent(w(p), p[5]), d[0], d[1], d[2], d[3], d[4], descent.s());
    var of = NestedProgramsAdjoint.OfDescent.gradient(w.clone(), POINT[5]);
    double[] e = of.w();
    check(p -> NestedPrograms.ofDescent(w(p), p[5]), e[0], e[1], e[2], e[3], e[4], of.s());
  }

  private static double[] w(double[] p) {
    return Arrays.copyOf(p, 5);
  }

  @Test
  void newtonStep() {
    assertEquals(2, NestedPrograms.newtonStep(4));
    assertEquals(0.5, NewtonStep.gradient(4).x(), 1e-15);
  }

  /** By numbers alone it is one sweep: what the method does happens once. */
  @Test
  void effectsHappenOnce() {
    double[] next = {2};
    double[] last = new double[1];
    // 2 n x^2 y + n x at n = 3, x = 2, y = 5
    var slope = NestedProgramsAdjoint.AskingOnce.gradient(2, 5, () -> ++next[0], last);
    assertEquals(3, next[0]);
    assertEquals(6, last[0]);
    assertEquals(126, slope.value());
    assertEquals(4 * 3 * 2 * 5 + 3, slope.x());
    assertEquals(2 * 3 * 4, slope.y());
    // 4 n x y at n = 4
    var curvature = NestedProgramsAdjoint.AskingForCurvature.gradient(2, 5, () -> ++next[0], last);
    assertEquals(4, next[0]);
    assertEquals(8, last[0]);
    assertEquals(160, curvature.value());
    assertEquals(80, curvature.x());
    assertEquals(32, curvature.y());
    // n x^2 y^2 y 2 n x y^2 + x + y 2 n x^2 y at n = 5
    var sum = NestedProgramsAdjoint.AddingOnce.gradient(2, 5, () -> ++next[0], last);
    assertEquals(5, next[0]);
    assertEquals(2 * 25 * 8 * 3125 + 2 + 2 * 5 * 4 * 25, sum.value());
    assertEquals(6 * 25 * 4 * 3125 + 1 + 4 * 5 * 2 * 25, sum.x());
    assertEquals(10 * 25 * 8 * 625 + 4 * 5 * 4 * 5, sum.y());
  }

  @Test
  void moreNumbersThanASweepHasDirections() {
    // 2 x + 3 w0 + x w1 + 4 x^3 w0^3
    var g = NestedProgramsAdjoint.OfTen.gradient(0.5, new double[] {2, 7});
    assertEquals(1 + 6 + 3.5 + 4, g.value());
    assertEquals(2 + 7 + 12 * 0.25 * 8, g.x());
    assertArrayEquals(new double[] {3 + 12 * 0.125 * 4, 0.5}, g.w());
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
