package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Shapes of buffers. */
final class ShapesTest {
  @Test
  void acceptsTheSameShape() {
    Shapes.require("w", new double[3], new double[3]);
    Shapes.require("w", new double[0], new double[0]);
    Shapes.require("w", new float[][] {{1}, {}, null}, new float[][] {{0}, {}, null});
    Shapes.require("w", null, null);
    Shapes.requireScalar("x", new double[1]);
    Shapes.requireScalar("x", new float[1]);
  }

  @Test
  void namesTheParameterAndBothShapes() {
    assertEquals("w: shape [3] expected, got [2]", refusal(new double[3], new double[2]));
    assertEquals("w: shape [2][3] expected, got [2][4]", refusal(new int[2][3], new int[2][4]));
    assertEquals("w: shape [0] expected, got [1][5]", refusal(new int[0][5], new int[1][5]));
    assertEquals("w: shape [3] expected, got null", refusal(new double[3], null));
    assertEquals("w: shape null expected, got [3]", refusal(null, new double[3]));
  }

  @Test
  void comparesJaggedRowsOneByOne() {
    double[][] jagged = {{1, 2}, {3}};
    assertEquals("w: shape [2][[2], [1]] expected, got [2][2]", refusal(jagged, new double[2][2]));
    assertEquals(
        "w: shape [2][[2], [1]] expected, got [2][[2], null]",
        refusal(jagged, new double[][] {{0, 0}, null}));
    assertTrue(
        refusal(new double[][][] {{{1}}}, new double[][][] {{{1, 2}}}).contains("[1][1][2]"));
  }

  private static String refusal(Object array, Object buffer) {
    return assertThrows(IllegalArgumentException.class, () -> Shapes.require("w", array, buffer))
        .getMessage();
  }

  @Test
  void wantsOneElementForAScalar() {
    for (double[] buffer : new double[][] {null, {}, {1, 2}}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> Shapes.requireScalar("x", buffer))
              .getMessage();
      assertTrue(message.startsWith("x: shape [1] expected"), message);
    }
    assertThrows(IllegalArgumentException.class, () -> Shapes.requireScalar("x", new float[2]));
  }

  @Test
  void checksWithoutAllocation() {
    double[][] array = new double[20][3];
    double[][] buffer = new double[20][3];
    double[] scalar = new double[1];
    Allocation.assertNone(
        () -> {
          Shapes.require("w", array, buffer);
          Shapes.requireScalar("x", scalar);
        });
  }
}
