package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Derivatives that end: in both modes and in second order. */
final class StopTest {
  @Test
  void numbers() {
    var gradient = StopProgramsAdjoint.Stopped.gradient(3, 5);
    assertEquals(90, gradient.value());
    assertEquals(30, gradient.x());
    assertEquals(18, gradient.y());
    assertEquals(30, StopProgramsAdjoint.Stopped.jvp(3, 5, 1, 0).tangent());
    assertEquals(18, StopProgramsAdjoint.Stopped.jvp(3, 5, 0, 1).tangent());
    assertEquals(1.5f, StopProgramsAdjoint.StoppedFloat.gradient(1.5f).x());
    assertEquals(0, StopProgramsAdjoint.EverythingStops.gradient(2).x());
    assertEquals(6, StopProgramsAdjoint.EverythingStops.gradient(2).value());
  }

  @Test
  void secondOrder() {
    double[][] hessian = StopProgramsAdjoint.Stopped.hessian(3, 5);
    assertArrayEquals(new double[] {10, 6}, hessian[0]);
    assertArrayEquals(new double[] {6, 0}, hessian[1]);
    assertEquals(2, StopProgramsAdjoint.ConstantInCallee.hessian(3)[0][0]);
    assertArrayEquals(
        new double[] {0, 0},
        StopProgramsAdjoint.Normalised.hvp(new double[] {1, 2}, new double[] {1, 1}).x());
  }

  @Test
  void arrays() {
    var gradient = StopProgramsAdjoint.Normalised.gradient(new double[] {1.5, 2});
    assertEquals(2 * 1.5 * 1.5 + 4, gradient.value());
    assertArrayEquals(new double[] {3, 2}, gradient.x());
    var matrix = StopProgramsAdjoint.Matrix.gradient(new double[][] {{2, 3}, {4}});
    assertEquals(8, matrix.value());
    assertArrayEquals(new double[][] {{4, 0}, {0}}, matrix.x());
  }

  @Test
  void constants() {
    double[] w = {7};
    var gradient = StopProgramsAdjoint.ConstantParameter.gradient(3, 5, w);
    assertEquals(37, gradient.x());
    assertEquals(2, gradient.getClass().getRecordComponents().length);
    assertEquals(3 + 6, StopProgramsAdjoint.ConstantInCallee.gradient(3).x());
    assertEquals(9 + 27 + 9, StopProgramsAdjoint.ConstantInCallee.gradient(3).value());
    assertEquals(9, StopProgramsAdjoint.ConstantInCallee.jvp(3, 1).tangent());
    assertEquals(3, StopProgramsAdjoint.ConstantInLambda.gradient(3).x());
    assertEquals(2 * 3 + 3 * 4 + 5 * 3, StopProgramsAdjoint.StaticArrays.gradient(1).x());
  }
}
