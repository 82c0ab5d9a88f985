package io.cotangent.jam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four iterations side by side give the bits and the exceptions of the method, and the partials of
 * the pullback, which runs them one by one.
 */
final class RowSumsTest {
  private final Random random = new Random(5);

  private double[] row(int length) {
    return random.doubles(length, -1, 1).toArray();
  }

  private double[][] rows(int count, int length) {
    double[][] rows = new double[count][];
    Arrays.setAll(rows, i -> row(length));
    return rows;
  }

  private static void requireClose(double[][] expected, double[][] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], actual[i], 1e-13);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 8, 11})
  void aLayerOfAnyWidth(int count) {
    for (int length = 0; length < 6; length++) {
      double[][] weights = rows(count, length);
      double[] bias = row(count + 1);
      double[] x = row(length);
      var gradient = RowSumsAdjoint.Layer.gradient(weights, bias, x);
      assertEquals(RowSums.layer(weights, bias, x), gradient.value(), 0);
      try (var pullback = RowSumsAdjoint.Layer.pullback(weights, bias, x)) {
        var pulled = pullback.apply(1);
        requireClose(pulled.weights(), gradient.weights());
        assertArrayEquals(pulled.bias(), gradient.bias(), 1e-13);
        assertArrayEquals(pulled.x(), gradient.x(), 1e-13);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 5, 6, 7, 13})
  void residualsOfAnyNumber(int count) {
    double[][] rows = rows(count, 5);
    double[] y = row(count);
    double[] w = row(5);
    var gradient = RowSumsAdjoint.Residuals.gradient(rows, y, w, 2, 5);
    assertEquals(RowSums.residuals(rows, y, w, 2, 5), gradient.value(), 0);
    try (var pullback = RowSumsAdjoint.Residuals.pullback(rows, y, w, 2, 5)) {
      requireClose(pullback.apply(1).rows(), gradient.rows());
      assertArrayEquals(pullback.apply(1).w(), gradient.w(), 1e-13);
      assertArrayEquals(pullback.apply(1).y(), gradient.y(), 1e-13);
    }
  }

  @Test
  void whatIsWrittenIsReadByTheNext() {
    double[][] rows = rows(9, 3);
    double[] x = row(3);
    var gradient = RowSumsAdjoint.Feedback.gradient(rows, x);
    assertEquals(RowSums.feedback(rows, x), gradient.value(), 0);
    double[][] copy = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    double expected = RowSums.rewritten(copy, x);
    double[][] bar = new double[9][3];
    double actual = RowSumsAdjoint.Rewritten.vjp(rows, x, 1, bar, new double[3]);
    assertEquals(expected, actual, 0);
    requireClose(copy, rows);
  }

  @Test
  void rowsThatAreOne() {
    double[][] rows = rows(8, 3);
    rows[2] = rows[1];
    rows[3] = rows[1];
    double[] x = row(3);
    double[][] bar = new double[8][3];
    bar[2] = bar[1];
    bar[3] = bar[1];
    double[] out = new double[8];
    double value = RowSumsAdjoint.Written.vjp(rows, x, out, 1, bar, new double[3], new double[8]);
    double[] expected = new double[8];
    assertEquals(RowSums.written(rows, x, expected), value, 0);
    assertArrayEquals(expected, out);
  }

  /** A row that is missing or short ends the loop where it ends the method's. */
  @Test
  void exceptionsComeWhereTheyCome() {
    for (int broken = 0; broken < 9; broken++) {
      for (int kind = 0; kind < 4; kind++) {
        double[][] rows = rows(9, 4);
        double[] x = row(4);
        double[] expected = new double[kind == 3 ? broken : 9];
        double[] actual = expected.clone();
        if (kind == 0 || kind == 2) {
          rows[broken] = row(broken % 4);
        }
        if (kind == 1 || kind == 2) {
          rows[Math.min(8, broken + 1)] = null;
        }
        double[][] bar = new double[9][];
        Arrays.setAll(bar, i -> rows[i] == null ? null : new double[rows[i].length]);
        RuntimeException wanted = thrown(() -> RowSums.written(rows, x, expected));
        RuntimeException got =
            thrown(
                () ->
                    RowSumsAdjoint.Written.vjp(
                        rows, x, actual, 1, bar, new double[4], new double[actual.length]));
        assertEquals(wanted.getClass(), got.getClass());
        if (wanted instanceof ArrayIndexOutOfBoundsException) {
          assertEquals(wanted.getMessage(), got.getMessage());
        }
        assertArrayEquals(expected, actual);
      }
    }
  }

  /** The same where rows run side by side: also if the argument that says how long they are is. */
  @Test
  void exceptionsComeInTheOrderOfTheMethod() {
    for (int broken = 0; broken < 9; broken++) {
      for (int kind = 0; kind < 6; kind++) {
        double[][] weights = rows(9, 4);
        double[] bias = row(kind == 3 ? broken : 9);
        double[] x = kind == 4 ? null : row(4);
        if (kind == 0 || kind == 2) {
          weights[broken] = row(broken % 4);
        }
        if (kind == 1 || kind == 2) {
          weights[Math.min(8, broken + 1)] = null;
        }
        if (kind == 5) {
          weights[broken] = row(2);
          weights[Math.max(0, broken - 1)] = row(3);
        }
        RuntimeException wanted = thrown(() -> RowSums.layer(weights, bias, x));
        RuntimeException got = thrown(() -> LayerOfRows.vjp(weights, bias, x));
        assertEquals(wanted.getClass(), got.getClass());
        if (wanted instanceof ArrayIndexOutOfBoundsException) {
          assertEquals(wanted.getMessage(), got.getMessage());
        }
      }
    }
  }

  /** With buffers as the arguments are. */
  private static final class LayerOfRows {
    static void vjp(double[][] weights, double[] bias, double[] x) {
      double[][] bar = new double[weights.length][];
      Arrays.setAll(bar, i -> weights[i] == null ? null : new double[weights[i].length]);
      double[] xBar = x == null ? null : new double[x.length];
      RowSumsAdjoint.Layer.vjp(weights, bias, x, 1, bar, new double[bias.length], xBar);
    }
  }

  private static RuntimeException thrown(Executable call) {
    return assertThrows(RuntimeException.class, call);
  }
}
