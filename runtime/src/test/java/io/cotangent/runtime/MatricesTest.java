package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class MatricesTest {
  @Test
  void areWhatJavaMakes() {
    for (int rows : new int[] {0, 1, 3}) {
      for (int columns : new int[] {0, 2}) {
        assertArrayEquals(new double[rows][columns], Matrices.doubles(rows, columns));
        assertArrayEquals(new float[rows][columns], Matrices.floats(rows, columns));
        assertArrayEquals(new int[rows][columns], Matrices.ints(rows, columns));
        assertArrayEquals(new double[2][rows][columns], Matrices.doubles(2, rows, columns));
      }
    }
    assertEquals(0, Matrices.doubles(0, 4, 5).length);
  }

  @Test
  void noTwoRowsAreOne() {
    double[][][] layered = Matrices.doubles(2, 2, 1);
    assertNotSame(layered[0][0], layered[0][1]);
    assertNotSame(layered[0][0], layered[1][0]);
  }

  @Test
  void refuseNegativeLengthsAsJavaDoes() {
    assertThrows(NegativeArraySizeException.class, () -> Matrices.doubles(-1, 2));
    assertThrows(NegativeArraySizeException.class, () -> Matrices.doubles(0, -2));
    assertThrows(NegativeArraySizeException.class, () -> Matrices.doubles(0, 0, -2));
    assertThrows(NegativeArraySizeException.class, () -> Matrices.floats(0, -2));
    assertThrows(NegativeArraySizeException.class, () -> Matrices.ints(0, -2));
  }
}
