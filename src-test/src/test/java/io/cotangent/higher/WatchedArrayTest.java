package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.higher.WatchedArrayProgramsAdjoint.Between;
import io.cotangent.higher.WatchedArrayProgramsAdjoint.Checkpointed;
import io.cotangent.higher.WatchedArrayProgramsAdjoint.Constants;
import io.cotangent.higher.WatchedArrayProgramsAdjoint.Filled;
import io.cotangent.higher.WatchedArrayProgramsAdjoint.Layer;
import io.cotangent.higher.WatchedArrayProgramsAdjoint.Recursive;
import io.cotangent.higher.WatchedArrayProgramsAdjoint.Rows;
import io.cotangent.higher.WatchedArrayProgramsAdjoint.Steps;
import io.cotangent.higher.WatchedArrayProgramsAdjoint.Stored;
import org.junit.jupiter.api.Test;

/** Derivatives with respect to arrays on the way: what TensorFlow calls an intermediate tensor. */
final class WatchedArrayTest {
  private static final double[][] A = {{1, 2}, {3, 4}};
  private static final double[] X = {1, 1};

  @Test
  void aLayer() {
    var g = Layer.gradient(A, X);
    assertEquals(58, g.value());
    assertArrayEquals(new double[] {6, 14}, g.y());
    assertArrayEquals(new double[] {6 + 3 * 14, 2 * 6 + 4 * 14}, g.x());
  }

  @Test
  void seeds() {
    try (var pullback = Layer.pullback(A, X)) {
      var y = pullback.apply(0, new double[] {1, 10});
      assertArrayEquals(new double[] {31, 42}, y.x());
      assertArrayEquals(new double[] {1, 10}, y.y());
      assertArrayEquals(new double[] {6 + 1, 14 + 10}, pullback.apply(1, new double[] {1, 10}).y());
      assertArrayEquals(new double[] {48, 68}, pullback.apply(1, null).x());
      assertThrows(IllegalArgumentException.class, () -> pullback.apply(1, new double[3]));
      assertArrayEquals(new double[] {6, 14}, pullback.apply(1).y());
    }
  }

  @Test
  void lastValuesCount() {
    double[] x = {0.1, 0.2, 0.3};
    double[] y = Between.gradient(x).y();
    for (int i = 0; i < x.length; i++) {
      double last = 2 * Math.sin(x[i]);
      assertEquals(3 * last * last + (i < 2 ? 1 : 0), y[i], 1e-15);
    }
  }

  @Test
  void constants() {
    var g = Constants.gradient(2);
    assertArrayEquals(new double[] {384, 96}, g.y());
    assertEquals(128, g.s());
    assertEquals(192, g.x());
  }

  @Test
  void otherArraysOnTheWay() {
    double[] x = {0.3, 0.4};
    assertNull(Steps.gradient(x, -1).y());
    // y is x then, and x[0] is used under that name as well.
    assertArrayEquals(new double[] {0.6 + 1, 1.6}, Steps.gradient(x, 0).y(), 1e-15);
    double first = Math.sin(0.3) + 0.4;
    double second = Math.sin(0.4) + 0.3;
    var one = Steps.gradient(x, 1);
    assertArrayEquals(new double[] {2 * first, 4 * second}, one.y(), 1e-15);
    double[] expected = {
      1 + 2 * first * Math.cos(0.3) + 4 * second, 2 * first + 4 * second * Math.cos(0.4)
    };
    assertArrayEquals(expected, one.x(), 1e-15);
    try (var pullback = Steps.pullback(x, 1)) {
      double[] seeded = pullback.apply(0, new double[2], new double[] {1, 10}).x();
      assertArrayEquals(new double[] {Math.cos(0.3) + 10, 1 + 10 * Math.cos(0.4)}, seeded, 1e-15);
    }
    try (var pullback = Steps.pullback(x, -1)) {
      double[] none = new double[2];
      assertThrows(IllegalArgumentException.class, () -> pullback.apply(0, none, new double[2]));
    }
  }

  @Test
  void rowsThatAreReplaced() {
    var g = Rows.gradient(new float[] {2, 3});
    assertArrayEquals(new float[][] {{36, 12}, {12}}, g.m());
    assertArrayEquals(new float[] {72, 48}, g.x());
  }

  @Test
  void functionsThatAreNotInlined() {
    var filled = Filled.gradient(2);
    assertArrayEquals(new double[] {0, 32, 4}, filled.y());
    assertEquals(12 * 32, filled.x());
    // y0 s f(y1) with f(x) = x^4
    var recursive = Recursive.gradient(2, 1);
    assertArrayEquals(new double[] {2 * 256, 2 * 2 * 4 * 64}, recursive.y());
    assertEquals(2 * 256, recursive.s());
  }

  @Test
  void inCheckpointedLoops() {
    for (int n = 0; n < 20; n++) {
      var stored = Stored.gradient(0.3, n);
      var checkpointed = Checkpointed.gradient(0.3, n);
      assertArrayEquals(stored.y(), checkpointed.y());
      assertEquals(stored.s(), checkpointed.s());
      assertEquals(stored.x(), checkpointed.x());
    }
  }
}
