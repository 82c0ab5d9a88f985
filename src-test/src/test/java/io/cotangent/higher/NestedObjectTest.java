package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.higher.NestedObjectPrograms.Spring;
import io.cotangent.higher.NestedObjectProgramsAdjoint.Changed;
import io.cotangent.higher.NestedObjectProgramsAdjoint.Given;
import io.cotangent.higher.NestedObjectProgramsAdjoint.Members;
import io.cotangent.higher.NestedObjectProgramsAdjoint.Nothing;
import io.cotangent.higher.NestedObjectProgramsAdjoint.Whole;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Nested derivatives of methods of objects, against differences. */
final class NestedObjectTest {
  private static final double[] POINT = {0.3, 0.7, 1.3, 0.4};

  private static double[] k(double[] p) {
    return new double[] {p[0], p[1]};
  }

  @Test
  void objectsThatChangeInBetween() {
    var g = Changed.gradient(k(POINT), POINT[2], POINT[3]);
    check(p -> NestedObjectPrograms.changed(k(p), p[2], p[3]), g.k(), g.bias(), g.x());
  }

  @Test
  void allMembers() {
    var g = Members.gradient(k(POINT), POINT[2], POINT[3]);
    check(p -> NestedObjectPrograms.members(k(p), p[2], p[3]), g.k(), g.bias(), g.x());
  }

  @Test
  void receiversWithDerivatives() {
    var g = Whole.gradient(k(POINT), POINT[2], POINT[3]);
    check(p -> NestedObjectPrograms.whole(k(p), p[2], p[3]), g.k(), g.bias(), g.x());
  }

  @Test
  void objectsFromOutside() {
    double[] times = {0.2, 0.9};
    var g = Given.gradient(new Spring(k(POINT), POINT[2]), times);
    double[] k = g.spring().stiffness().clone();
    k[0] += g.spring().scale().factor();
    ToDoubleFunction<double[]> loss =
        p -> NestedObjectPrograms.given(new Spring(k(p), p[2]), times);
    check(loss, k, g.spring().bias(), 0);
  }

  @Test
  void nullIsRefused() {
    assertThrows(NullPointerException.class, () -> NestedObjectPrograms.nothing(1));
    assertThrows(NullPointerException.class, () -> Nothing.gradient(1));
    var g = Nothing.gradient(-0.5);
    double there = NestedObjectPrograms.nothing(-0.5 + 1e-5);
    double here = NestedObjectPrograms.nothing(-0.5 - 1e-5);
    assertEquals((there - here) / 2e-5, g.x(), 1e-7);
  }

  private static void check(ToDoubleFunction<double[]> method, double[] k, double bias, double x) {
    double[] actual = {k[0], k[1], bias, x};
    for (int i = 0; i < POINT.length; i++) {
      double[] there = POINT.clone();
      double[] here = POINT.clone();
      there[i] += 1e-5;
      here[i] -= 1e-5;
      double expected = (method.applyAsDouble(there) - method.applyAsDouble(here)) / 2e-5;
      assertEquals(expected, actual[i], 1e-6 * (1 + Math.abs(expected)), "partial " + i);
    }
  }
}
