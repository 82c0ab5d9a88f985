package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Row-major order of the numbers in arrays. */
final class LeavesTest {
  private final double[][][] cube = {{{1}, {2, 3}}, null, {}, {{4}, null}};

  @Test
  void countsDoublesAndFloats() {
    assertEquals(4, Leaves.count(cube));
    assertEquals(3, Leaves.count(new double[3]));
    assertEquals(6, Leaves.count(new float[2][3]));
    assertEquals(0, Leaves.count(null));
    assertEquals(0, Leaves.count(new int[5]));
  }

  @Test
  void fillsARowFromAnIndex() {
    double[] row = new double[8];
    int next = Leaves.fill(cube, row, 1);
    assertEquals(5, next);
    assertEquals(7, Leaves.fill(new float[] {0.5f, 0.25f}, row, next));
    assertEquals(7, Leaves.fill(null, row, 7));
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 0.5, 0.25, 0}, row);
  }

  @Test
  void setsTheLeafThatFillPutsThere() {
    for (int leaf = 0; leaf < 4; leaf++) {
      double[][][] zeros = Shadows.zerosLike(cube);
      Leaves.set(zeros, leaf, 7);
      double[] row = new double[4];
      Leaves.fill(zeros, row, 0);
      double[] unit = new double[4];
      unit[leaf] = 7;
      assertArrayEquals(unit, row);
    }
    float[] floats = new float[2];
    Leaves.set(floats, 1, 0.5);
    assertArrayEquals(new float[] {0, 0.5f}, floats);
  }

  @Test
  void setsNothingOutside() {
    double[][] zeros = new double[2][2];
    Leaves.set(zeros, -1, 7);
    Leaves.set(zeros, 4, 7);
    assertArrayEquals(new double[2][2], zeros);
  }
}
