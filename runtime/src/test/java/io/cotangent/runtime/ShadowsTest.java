package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Deep operations on arrays, jagged and with missing rows. */
final class ShadowsTest {
  private final double[][] jagged = {{1, 2}, null, {}, {3}};
  private final double[][][] cube = {{{1}, {2, 3}}, null, {}};

  @Test
  void zerosHaveTheShape() {
    assertArrayEquals(new double[2], Shadows.zerosLike(new double[] {1, 2}));
    assertArrayEquals(new float[2], Shadows.zerosLike(new float[] {1, 2}));
    assertArrayEquals(new double[][] {{0, 0}, null, {}, {0}}, Shadows.zerosLike(jagged));
    assertArrayEquals(new double[][][] {{{0}, {0, 0}}, null, {}}, Shadows.zerosLike(cube));
    assertArrayEquals(
        new float[][] {{0}, null, {0, 0}}, Shadows.zerosLike(new float[][] {{1}, null, {2, 3}}));
  }

  @Test
  void nullStaysNull() {
    assertNull(Shadows.zerosLike((double[]) null));
    assertNull(Shadows.zerosLike((double[][]) null));
    assertNull(Shadows.zerosLike((float[]) null));
    assertNull(Shadows.zerosLike((double[][][]) null));
    assertNull(Shadows.copy((double[]) null));
    assertNull(Shadows.copy((double[][]) null));
    assertNull(Shadows.copy((long[]) null));
    assertNull(Shadows.spine((double[][]) null));
    Shadows.clear((double[]) null);
    Shadows.clear((Object) null);
  }

  @Test
  void copiesShareNothing() {
    double[][] copy = Shadows.copy(jagged);
    assertArrayEquals(jagged, copy);
    copy[0][0] = 9;
    assertEquals(1, jagged[0][0]);
    double[][][] deep = Shadows.copy(cube);
    assertArrayEquals(cube, deep);
    deep[0][1][1] = 9;
    assertEquals(3, cube[0][1][1]);
  }

  @Test
  void copiesAnyElementType() {
    assertArrayEquals(new boolean[] {true}, Shadows.copy(new boolean[] {true}));
    assertArrayEquals(new int[][] {{1}, {2, 3}}, Shadows.copy(new int[][] {{1}, {2, 3}}));
    String[] names = {"a", null};
    String[] copy = Shadows.copy(names);
    assertNotSame(names, copy);
    assertArrayEquals(names, copy);
  }

  @Test
  void aSpineSharesTheInnermostArrays() {
    double[][][] spine = Shadows.spine(cube);
    assertNotSame(cube[0], spine[0]);
    assertSame(cube[0][1], spine[0][1]);
    double[] row = {1};
    assertSame(row, Shadows.spine(row));
  }

  @Test
  void clearsAtAnyDepth() {
    Shadows.clear(jagged);
    assertArrayEquals(new double[][] {{0, 0}, null, {}, {0}}, jagged);
    Shadows.clear((Object) cube);
    assertArrayEquals(new double[][][] {{{0}, {0, 0}}, null, {}}, cube);
    float[][] floats = {{1}, {2}};
    Shadows.clear(floats);
    assertArrayEquals(new float[][] {{0}, {0}}, floats);
    double[] flat = {1, 2};
    Shadows.clear(flat);
    assertArrayEquals(new double[2], flat);
  }

  @Test
  void addsElementByElement() {
    double[] sum = {1, 2, 3};
    Shadows.add(sum, new double[] {10, 20});
    Shadows.add(sum, (double[]) null);
    assertArrayEquals(new double[] {11, 22, 3}, sum);
    Shadows.add(cube, new double[][][] {{{10}, null}, null, {}});
    assertArrayEquals(new double[][][] {{{11}, {2, 3}}, null, {}}, cube);
    float[][] floats = {{1}, {2}};
    Shadows.add(floats, new float[][] {{0.5f}, {0.25f}});
    assertArrayEquals(new float[][] {{1.5f}, {2.25f}}, floats);
  }

  @Test
  void movesAndLeavesZeros() {
    double[][] source = {{1, 2}, null, {}, {3}};
    Shadows.move(jagged, source);
    assertArrayEquals(new double[][] {{2, 4}, null, {}, {6}}, jagged);
    assertArrayEquals(new double[][] {{0, 0}, null, {}, {0}}, source);
    float[] target = {1, 1};
    Shadows.move(target, new float[] {0.5f});
    assertArrayEquals(new float[] {1.5f, 1}, target);
  }

  /** A seed of zero for an element that is gone is no seed. */
  @Test
  void refusesToMoveWhereNothingIs() {
    Shadows.move(new double[1], new double[] {5, 0});
    Shadows.move(null, new double[][] {{0}, {0, 0}});
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Shadows.move(new double[][] {{1}}, new double[][] {{1, 7}}));
    assertTrue(error.getMessage().contains("element 1"), error.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> Shadows.move(new double[][] {{1}, null}, new double[][] {{0}, {2}}));
  }

  @Test
  void worksInPlaceWithoutAllocation() {
    double[][] target = {{1, 2}, {3}};
    double[][] source = {{1, 2}, {3}};
    Allocation.assertNone(
        () -> {
          Shadows.add(target, source);
          Shadows.clear(target);
        });
  }
}
