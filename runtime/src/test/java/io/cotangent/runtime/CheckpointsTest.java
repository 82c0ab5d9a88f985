package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The schedule against the optimum, and what is kept. */
final class CheckpointsTest {
  /**
   * Reverses a loop whose state is the number of its iterations; returns how many are run again.
   */
  private static long again(int steps, int snapshots) {
    Checkpoints checkpoints = new Checkpoints(steps, snapshots);
    for (int i = 0; i < steps; i++) {
      if (checkpoints.isDue(i)) {
        checkpoints.put((long) i);
      }
    }
    long again = 0;
    for (int i = steps - 1; i >= 0; i--) {
      int at = checkpoints.back(i);
      assertEquals(at, checkpoints.getLong());
      for (; at < i; at++) {
        if (checkpoints.isDue(at)) {
          checkpoints.put((long) at);
        }
        again++;
      }
    }
    return again;
  }

  /** The least number of iterations to run again, by dynamic programming. */
  private static long[][] optimum(int steps, int snapshots) {
    long[][] least = new long[snapshots + 1][steps + 1];
    for (int s = 1; s <= snapshots; s++) {
      for (int n = 2; n <= steps; n++) {
        long best = (long) n * (n - 1) / 2;
        for (int m = 1; s > 1 && m < n; m++) {
          best = Math.min(best, m + least[s][m] + least[s - 1][n - m]);
        }
        least[s][n] = best;
      }
    }
    return least;
  }

  @Test
  void isOptimal() {
    long[][] least = optimum(120, 9);
    for (int s = 1; s <= 9; s++) {
      for (int n = 0; n <= 120; n++) {
        // The forward sweep has run n - 1 of them already.
        long expected = n == 0 ? 0 : least[s][n] - firstSweep(n, s);
        assertEquals(expected, again(n, s), n + " steps, " + s + " snapshots");
      }
    }
  }

  /** What of the optimal schedule the forward sweep does on its way: up to its last state. */
  private static long firstSweep(int steps, int snapshots) {
    Checkpoints checkpoints = new Checkpoints(steps, snapshots);
    int lastKept = 0;
    for (int i = 0; i < steps; i++) {
      if (checkpoints.isDue(i)) {
        lastKept = i;
      }
    }
    return lastKept;
  }

  @Test
  void million() {
    assertTrue(again(1_000_000, 1500) < 2_000_000, "each is run again less than twice");
    assertTrue(again(1_000_000, 20) < 8_000_000);
  }

  @Test
  void reach() {
    assertEquals(10, Checkpoints.reach(3, 2));
    assertEquals(1, Checkpoints.reach(3, 0));
    assertEquals(0, Checkpoints.reach(3, -1));
    assertEquals(Integer.MAX_VALUE, Checkpoints.reach(100, 100));
  }

  @Test
  void steps() {
    assertEquals(3, Checkpoints.steps(0, 3, 1));
    assertEquals(2, Checkpoints.steps(0, 3, 2));
    assertEquals(0, Checkpoints.steps(3, 3, 2));
    assertEquals(3, Checkpoints.steps(5, 0, -2));
    assertThrows(ArithmeticException.class, () -> Checkpoints.steps(0, 1L << 40, 1));
    assertThrows(IllegalArgumentException.class, () -> new Checkpoints(3, 0));
  }

  @Test
  void contents() {
    Checkpoints checkpoints = new Checkpoints(2, 1);
    double[][] matrix = {{1}, {2, 3}};
    int[] counts = {4};
    assertTrue(checkpoints.isDue(0));
    checkpoints.put(1.5);
    checkpoints.put(7L);
    checkpoints.put(true);
    checkpoints.put(matrix);
    checkpoints.put(counts);
    matrix[1][0] = 9;
    counts[0] = 8;
    checkpoints.atEnd();
    checkpoints.put(counts);
    assertEquals(0, checkpoints.back(1));
    assertEquals(1.5, checkpoints.getDouble());
    assertEquals(7, checkpoints.getLong());
    assertTrue(checkpoints.getBoolean());
    checkpoints.get(matrix);
    checkpoints.get(counts);
    assertArrayEquals(new double[][] {{1}, {2, 3}}, matrix);
    assertEquals(4, counts[0]);
    checkpoints.atEnd();
    checkpoints.get(counts);
    assertEquals(8, counts[0]);
  }

  @Test
  void copiesAreOneObjectWhereArraysAre() {
    Checkpoints checkpoints = new Checkpoints(1, 1);
    double[][] matrix = {{1, 2}, {3}};
    double[][] own = checkpoints.own(matrix);
    double[] row = checkpoints.own(matrix[1]);
    assertArrayEquals(matrix, own);
    assertSame(own[1], row);
    assertNotSame(matrix[1], row);
    assertNull(checkpoints.own(null));
  }
}
