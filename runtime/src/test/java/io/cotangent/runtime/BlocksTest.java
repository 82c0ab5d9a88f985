package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How far blocks of four reach. */
final class BlocksTest {
  private static final int LEAST = Integer.MIN_VALUE;
  private static final int MOST = Integer.MAX_VALUE;

  @Test
  void onlyWholeBlocksCount() {
    assertEquals(0, Blocks.end(0, 3));
    assertEquals(4, Blocks.end(0, 7));
    assertEquals(8, Blocks.end(0, 8));
    assertEquals(7, Blocks.end(3, 10));
  }

  @Test
  void emptyRangesHaveNone() {
    assertEquals(5, Blocks.end(5, 5));
    assertEquals(5, Blocks.end(5, LEAST));
    assertEquals(MOST, Blocks.end(MOST, LEAST));
  }

  @Test
  void aShortArrayEndsThem() {
    assertEquals(4, Blocks.within(new double[7], 0, 8));
    assertEquals(8, Blocks.within(new int[12], 0, 8));
    assertEquals(9, Blocks.within(new int[3], 9, 13));
    assertEquals(1, Blocks.within((double[]) null, 1, 9));
    assertEquals(-4, Blocks.within(new double[9], -4, 4));
  }

  @Test
  void aRowThatIsMissingOrShortEndsThem() {
    double[][] rows = new double[9][3];
    assertEquals(8, Blocks.rows(rows, 0, 8, 3));
    assertEquals(0, Blocks.rows(rows, 0, 8, 4));
    assertEquals(8, Blocks.rows(rows, 0, 8, LEAST));
    rows[5] = new double[2];
    assertEquals(4, Blocks.rows(rows, 0, 8, 3));
    rows[1] = null;
    assertEquals(0, Blocks.rows(rows, 0, 8, 0));
    assertEquals(2, Blocks.rows(rows, 2, 6, 3));
    assertEquals(0, Blocks.rows(null, 0, 8, 0));
    assertEquals(-1, Blocks.rows(rows, -1, 7, 0));
  }

  @Test
  void anArrayReachesOrNot() {
    assertEquals(8, Blocks.reaching(new double[3], 0, 8, 3));
    assertEquals(0, Blocks.reaching(new double[3], 0, 8, 4));
    assertEquals(0, Blocks.reaching(null, 0, 8, -1));
    assertEquals(3, Blocks.length(new double[3]));
    assertEquals(0, Blocks.length(null));
  }
}
