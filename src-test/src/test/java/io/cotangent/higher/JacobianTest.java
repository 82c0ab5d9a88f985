package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.higher.JacobianProgramsAdjoint.Asking;
import io.cotangent.higher.JacobianProgramsAdjoint.Counting;
import io.cotangent.higher.JacobianProgramsAdjoint.Failing;
import io.cotangent.higher.JacobianProgramsAdjoint.Harmonics;
import io.cotangent.higher.JacobianProgramsAdjoint.InPlace;
import io.cotangent.higher.JacobianProgramsAdjoint.Many;
import io.cotangent.higher.JacobianProgramsAdjoint.Matrices;
import io.cotangent.higher.JacobianProgramsAdjoint.Mixed;
import io.cotangent.higher.JacobianProgramsAdjoint.Moved;
import io.cotangent.higher.JacobianProgramsAdjoint.Polar;
import io.cotangent.higher.JacobianProgramsAdjoint.Recursive;
import io.cotangent.higher.JacobianProgramsAdjoint.Remembering;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jacobians of many shapes against columns of {@code jvp} and rows of {@code pullback}. */
final class JacobianTest {
  private static final double TOLERANCE = 1e-13;

  @Test
  void allColumnsAtOnce() {
    double[][] expected = {{Math.cos(0.3), -2 * Math.sin(0.3)}, {Math.sin(0.3), 2 * Math.cos(0.3)}};
    same(expected, Polar.jacobian(2, 0.3));
    double[][] harmonics = Harmonics.jacobian(2, 0.5f);
    for (int i = 0; i < harmonics.length; i++) {
      double[] row = {Math.sin(i * 0.5), 2 * i * Math.cos(i * 0.5)};
      assertArrayEquals(row, harmonics[i], 1e-6);
    }
  }

  /** Few columns, few for the rows, many for the rows; a full strip and one more. */
  @ParameterizedTest
  @CsvSource({
    "3, 2", "7, 1", "7, 20", "8, 1", "8, 4", "8, 30", "15, 3", "15, 8", "16, 40", "25, 2", "26, 20"
  })
  void rowsAndColumnsAgree(int columns, int rows) {
    double[] x = random(columns);
    double[][] jacobian = Mixed.jacobian(x, 0.7, rows);
    double[][] byRows = new double[rows][columns + 1];
    double[][] byColumns = new double[rows][columns + 1];
    try (Mixed.Pullback pullback = Mixed.pullback(x, 0.7, rows)) {
      for (int row = 0; row < rows; row++) {
        Mixed.Gradient gradient = pullback.apply(unit(rows, row));
        System.arraycopy(gradient.x(), 0, byRows[row], 0, columns);
        byRows[row][columns] = gradient.scale();
      }
    }
    for (int column = 0; column <= columns; column++) {
      double scale = column == columns ? 1 : 0;
      double[] tangent = Mixed.jvp(x, 0.7, rows, unit(columns, column), scale).tangent();
      for (int row = 0; row < rows; row++) {
        byColumns[row][column] = tangent[row];
      }
    }
    same(byRows, jacobian);
    same(byColumns, jacobian);
  }

  @Test
  void withoutColumnsAndWithoutRows() {
    assertEquals(0, Mixed.jacobian(random(4), 1, 0).length);
    assertEquals(0, Mixed.jacobian(random(40), 1, 0).length);
    assertArrayEquals(new double[0][], Recursive.jacobian(new double[0]));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9})
  void matrices(int n) {
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = random(i + 1);
    }
    float[] b = {2, 3};
    double[][] jacobian = Matrices.jacobian(a, b);
    int leaves = n * (n + 1) / 2;
    assertEquals(leaves, jacobian.length);
    for (int i = 0, row = 0; i < n; i++) {
      for (int j = 0; j <= i; j++, row++) {
        double[] expected = new double[leaves + 2];
        expected[row] += b[j % 2] * a[0][0];
        expected[0] += a[i][j] * b[j % 2];
        expected[leaves + j % 2] += a[i][j] * a[0][0];
        assertArrayEquals(expected, jacobian[row], 1e-6);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 6, 7, 20})
  void records(int n) {
    JacobianPrograms.Body body = new JacobianPrograms.Body(3, random(n));
    double[][] jacobian = Moved.jacobian(body, 0.5);
    double[][] expected = new double[n + 1][n + 2];
    expected[0][0] = 6;
    for (int i = 0; i < n; i++) {
      expected[i + 1][0] = 0.5;
      expected[i + 1][i + 1] = 1;
      expected[i + 1][n + 1] = 3;
    }
    same(expected, jacobian);
  }

  @Test
  void manyColumnsOfTwoRows() {
    double[][] jacobian = Many.jacobian(1, 2, 3, 4, 5, 6, 7, 8, 9);
    same(
        new double[][] {{120, 60, 40, 30, 24, 0, 0, 0, 0}, {3024, 0, 0, 0, 0, 504, 432, 378, 336}},
        jacobian);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 30})
  void callsThatAreNotInlined(int n) {
    double[] x = random(n);
    double[][] expected = new double[n][n];
    for (int i = 0; i < n; i++) {
      expected[i][i] += i == 0 ? 0 : i * Math.pow(x[i], i - 1);
      expected[i][0] += (i + 1) * Math.pow(x[0], i);
    }
    double[][] jacobian = Recursive.jacobian(x);
    for (int i = 0; i < n; i++) {
      assertArrayEquals(expected[i], jacobian[i], 1e-9 * (1 + Math.abs(expected[i][i])));
    }
  }

  /** What a method does to its arguments is done once, whichever way is taken. */
  @ParameterizedTest
  @ValueSource(ints = {2, 7, 8, 20})
  void argumentsChangeOnce(int n) {
    double[] x = random(n);
    double[] changed = x.clone();
    JacobianPrograms.inPlace(changed, 0.5);
    double[] mine = x.clone();
    double[][] jacobian = InPlace.jacobian(mine, 0.5);
    assertArrayEquals(changed, mine);
    for (int j = 0; j < n; j++) {
      assertEquals(Math.pow(0.5, n - 1 - j), jacobian[0][j], TOLERANCE);
    }
    assertEquals(0.5, jacobian[1][0]);
    assertEquals(x[0], jacobian[1][n]);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 9, 12, 40})
  void effectsHappenOnce(int n) {
    double[] x = random(n);
    int[] runs = {0};
    Counting.jacobian(x, runs);
    assertEquals(1, runs[0]);
    int[] asked = {0};
    Asking.jacobian(x, () -> ++asked[0]);
    assertEquals(1, asked[0]);
    int before = JacobianPrograms.RUNS[0];
    Remembering.jacobian(x);
    assertEquals(before + 1, JacobianPrograms.RUNS[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 30})
  void throwsWhatTheMethodThrows(int n) {
    double[] x = random(n);
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> Failing.jacobian(x, n));
    assertEquals(2 * x[1], Failing.jacobian(x, 1)[0][1]);
  }

  private static void same(double[][] expected, double[][] actual) {
    assertEquals(expected.length, actual.length);
    for (int row = 0; row < expected.length; row++) {
      assertArrayEquals(expected[row], actual[row], TOLERANCE);
    }
  }

  private static double[] unit(int size, int at) {
    double[] unit = new double[size];
    if (at < size) {
      unit[at] = 1;
    }
    return unit;
  }

  private static double[] random(int n) {
    return new Random(n).doubles(n, 0.5, 1.5).toArray();
  }
}
