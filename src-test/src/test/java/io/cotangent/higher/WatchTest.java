package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.higher.WatchProgramsAdjoint.Calls;
import io.cotangent.higher.WatchProgramsAdjoint.Early;
import io.cotangent.higher.WatchProgramsAdjoint.InBranch;
import io.cotangent.higher.WatchProgramsAdjoint.ManyTimes;
import io.cotangent.higher.WatchProgramsAdjoint.Output;
import io.cotangent.higher.WatchProgramsAdjoint.SquareOfSum;
import io.cotangent.higher.WatchProgramsAdjoint.Vector;
import org.junit.jupiter.api.Test;

/** Derivatives with respect to intermediates, and their derivatives. */
final class WatchTest {
  @Test
  void tutorial() {
    var g = SquareOfSum.gradient(new double[][] {{1, 1}, {1, 1}});
    assertEquals(16, g.value());
    assertEquals(8, g.y());
    assertArrayEquals(new double[][] {{8, 8}, {8, 8}}, g.x());
  }

  @Test
  void lastValueCounts() {
    double x = 2;
    double y = 2 * x * x * x;
    double s = Math.sin(x * x) + x * x * x * 3 + x * x * x - y + 2 * y;
    var g = ManyTimes.gradient(x, 3);
    assertEquals(s * y * 3, g.value(), 1e-9);
    assertEquals(y * 3 + s * 3, g.y(), 1e-9);
    assertEquals(s * y + x * x * x * y * 3, g.constant(), 1e-9);
    var first = ManyTimes.gradient(x, 0);
    assertEquals(12 * Math.cos(4) + 3 * Math.sin(4), first.y(), 1e-12);
    assertEquals(4 * first.y(), first.x(), 1e-12);
  }

  @Test
  void seedsOfIntermediates() {
    try (ManyTimes.Pullback pullback = ManyTimes.pullback(2, 0)) {
      assertEquals(4, pullback.apply(0, 1, 0).x());
      assertEquals(ManyTimes.gradient(2, 0), pullback.apply(1));
      assertEquals(pullback.apply(1), pullback.apply(1, 0, 0));
      assertEquals(4 + pullback.apply(1).x(), pullback.apply(1, 1, 5).x(), 1e-12);
    }
  }

  @Test
  void zeroIfItNeverGotAValue() {
    assertEquals(12f, InBranch.gradient(3).inner());
    assertEquals(24f, InBranch.gradient(3).x());
    assertEquals(0f, InBranch.gradient(-3).inner());
    assertEquals(1f, InBranch.gradient(-3).x());
    try (InBranch.Pullback pullback = InBranch.pullback(-3)) {
      assertEquals(0f, pullback.apply(0, 1).x());
    }
  }

  @Test
  void resultsAndOutputs() {
    double e = Math.exp(0.5);
    try (Vector.Pullback pullback = Vector.pullback(0.5)) {
      var g = pullback.apply(new double[] {1, 10});
      assertEquals(2 * e + 5, g.value_(), 1e-12);
      assertEquals(e, pullback.apply(new double[2], 1).x(), 1e-12);
    }
    assertEquals(2, Vector.jacobian(0.5).length);
    double[] x = {2, 3};
    try (Output.Pullback pullback = Output.pullback(x)) {
      assertArrayEquals(new double[] {25, 15}, x);
      assertArrayEquals(new double[] {13, 13}, pullback.apply(new double[] {1, 1}).x());
      assertEquals(13, pullback.apply(new double[] {1, 1}).sum());
      assertArrayEquals(new double[] {1, 1}, pullback.apply(new double[2], 1).x());
    }
  }

  @Test
  void callsThatAreNotInlined() {
    var g = Calls.gradient(1.1, 3);
    double y = Math.pow(1.1, 3);
    assertEquals(3 * y * y, g.y(), 1e-12);
    assertEquals(3 * y * y * 3 * 1.1 * 1.1, g.x(), 1e-12);
  }

  @Test
  void earlyReturnAndHigherOrder() {
    assertEquals(-1, Early.gradient(-2).y());
    assertEquals(1, Early.gradient(2).y());
    assertEquals(6 * 32 + 1, Early.gradient(2).x());
    assertEquals(30 * 16, Early.hvp(2, 1).x());
  }
}
