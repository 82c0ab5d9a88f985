package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Arrays that are one object where they should not be, or should be and are not. */
final class AliasingTest {
  private final double[] p = {1, 2};
  private final double[] q = {3, 4};
  private final double[] pBar = new double[2];
  private final double[] qBar = new double[2];

  @Test
  void findsSharedArraysAtAnyDepth() {
    assertTrue(Shapes.share(p, p));
    assertTrue(Shapes.share(new double[][] {q, p}, p));
    assertTrue(Shapes.share(p, new double[][] {null, p}));
    assertTrue(Shapes.share(new double[][] {p}, new double[][] {q, p}));
    assertTrue(Shapes.share(new double[][][] {{q}, {p}}, new double[][] {p}));
    assertFalse(Shapes.share(p, q));
    assertFalse(Shapes.share(p, p.clone()));
    assertFalse(Shapes.share(new double[][] {p, null}, new double[][] {q, null}));
    assertFalse(Shapes.share(null, p));
    assertFalse(Shapes.share(p, null));
  }

  /** Nothing can be written into an array of no elements, and constants of it are common. */
  @Test
  void emptyArraysNeverCount() {
    double[] empty = {};
    assertFalse(Shapes.share(empty, empty));
    assertFalse(Shapes.share(new double[][] {empty, p}, new double[][] {empty, q}));
    double[][] none = {};
    assertFalse(Shapes.share(none, none));
    Shapes.requireDistinctRows("m", new double[][] {empty, empty});
    Shapes.requireSameAliasing("x", empty, new double[0], "y", empty, new double[0]);
    double[] bar = {};
    Shapes.requireSameAliasing("x", empty, bar, "y", new double[0], bar);
    Shapes.requireSameAliasing(
        "x", rows(empty, p), rows(bar, pBar), "y", rows(empty, q), rows(new double[0], qBar));
  }

  @Test
  void objectsInArraysAreNotArrays() {
    assertFalse(Shapes.share(new String[] {"a"}, new String[] {"a"}));
    Shapes.requireDistinctRows("names", new String[] {"a", "a"});
  }

  @Test
  void refusesOverlapByName() {
    assertEquals(
        "x and y share an array, and the method writes to one of them",
        refusal(() -> Shapes.requireDistinct("x", rows(p, q), "y", q)));
    Shapes.requireDistinct("x", p, "y", q);
  }

  @Test
  void refusesOneRowInTwoPlaces() {
    assertEquals(
        "m holds one row in two places, and the method writes to it",
        refusal(() -> Shapes.requireDistinctRows("m", rows(p, q, p))));
    refusal(() -> Shapes.requireDistinctRows("m", new double[][][] {{p}, {q, p}}));
    Shapes.requireDistinctRows("m", rows(p, q, null, null));
    Shapes.requireDistinctRows("m", p);
    Shapes.requireDistinctRows("m", null);
  }

  @Test
  void buffersFollowTheArguments() {
    Shapes.requireSameAliasing("x", p, pBar, "y", q, qBar);
    Shapes.requireSameAliasing("x", p, pBar, "y", p, pBar);
    Shapes.requireSameAliasing("x", null, null, "y", p, pBar);
    assertTrue(
        refusal(() -> Shapes.requireSameAliasing("x", p, pBar, "y", p, qBar))
            .startsWith("x and y share an array"));
    assertTrue(
        refusal(() -> Shapes.requireSameAliasing("x", p, pBar, "y", q, pBar))
            .startsWith("x and y share no array, but their buffers do"));
  }

  @Test
  void buffersFollowTheArgumentsRowByRow() {
    Shapes.requireSameAliasing("x", rows(p, q), rows(pBar, qBar), "y", q, qBar);
    Shapes.requireSameAliasing("x", q, qBar, "y", rows(p, q), rows(pBar, qBar));
    refusal(() -> Shapes.requireSameAliasing("x", rows(p, q), rows(pBar, qBar), "y", q, pBar));
    refusal(() -> Shapes.requireSameAliasing("x", q, qBar, "y", rows(p, q), rows(qBar, pBar)));
    refusal(
        () ->
            Shapes.requireSameAliasing(
                "x", rows(p), rows(pBar), "y", rows(q, p), rows(qBar, new double[2])));
  }

  /** One of two buffers would get only a part of what belongs to the row. */
  @Test
  void aRowWithTwoBuffersIsRefusedWhereItIsShared() {
    double[] other = new double[2];
    refusal(() -> Shapes.requireSameAliasing("x", rows(p, p), rows(pBar, other), "y", p, other));
    refusal(() -> Shapes.requireSameAliasing("x", rows(p, p), rows(other, pBar), "y", p, other));
    assertDoesNotThrow(
        () -> Shapes.requireSameAliasing("x", rows(p, p), rows(pBar, other), "y", q, qBar));
  }

  @Test
  void anArrayAndItsBufferAgreeInThemselves() {
    double[][] m = rows(p, q, p);
    double[][] good = rows(pBar, qBar, pBar);
    Shapes.requireSameAliasing("m", m, good, "m", m, good);
    double[][] apart = rows(pBar, qBar, new double[2]);
    String message = refusal(() -> Shapes.requireSameAliasing("m", m, apart, "m", m, apart));
    assertTrue(message.startsWith("m and its buffer hold one row in different"), message);
    double[][] distinct = rows(p, q);
    double[][] together = rows(pBar, pBar);
    refusal(() -> Shapes.requireSameAliasing("m", distinct, together, "m", distinct, together));
  }

  @Test
  void asksWithoutAllocation() {
    double[][] a = new double[200][2];
    double[][] aBar = new double[200][2];
    double[][] b = new double[200][2];
    double[][] bBar = new double[200][2];
    Allocation.assertNone(
        () -> {
          Shapes.requireSameAliasing("a", a, aBar, "b", b, bBar);
          Shapes.requireDistinctRows("a", a);
          Shapes.requireDistinct("a", a, "b", b);
          Shapes.requireSameAliasing("p", p, pBar, "q", q, qBar);
        });
  }

  /** What one question found must not be in the answer to the next, also after very large ones. */
  @Test
  void questionsAreIndependent() {
    for (int rows : new int[] {10, 20_000, 10}) {
      double[][] m = new double[rows][1];
      assertFalse(Shapes.share(m, new double[rows][1]));
      assertTrue(Shapes.share(m, new double[][] {m[rows - 1]}));
      Shapes.requireDistinctRows("m", m);
      Shapes.requireDistinctRows("m", m);
    }
  }

  private static double[][] rows(double[]... rows) {
    return rows;
  }

  private static String refusal(Runnable check) {
    return assertThrows(IllegalArgumentException.class, check::run).getMessage();
  }
}
