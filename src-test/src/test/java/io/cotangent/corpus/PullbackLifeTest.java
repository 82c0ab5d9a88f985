package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.runtime.Tape;
import org.junit.jupiter.api.Test;

/** A pullback from its making to its end. */
final class PullbackLifeTest {

  private static final GeneratedMethod LOGISTIC =
      GeneratedMethod.find(LoopCorpus.class, "LogisticMap");

  @Test
  void closedPullbackSaysSo() throws Throwable {
    Object pullback = LOGISTIC.call("pullback", 0.3, 2.5, 5);
    assertInstanceOf(AutoCloseable.class, pullback);
    GeneratedMethod.on(pullback, "apply", 1.0);
    GeneratedMethod.on(pullback, "close");
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> GeneratedMethod.on(pullback, "apply", 1.0));
    assertTrue(error.getMessage().contains("closed"), error.getMessage());
  }

  /** A tape closed twice must not serve two recordings at once. */
  @Test
  void closingTwiceIsHarmless() throws Throwable {
    Object first = LOGISTIC.call("pullback", 0.3, 2.5, 5);
    GeneratedMethod.on(first, "close");
    GeneratedMethod.on(first, "close");
    Object second = LOGISTIC.call("pullback", 0.3, 2.5, 5);
    Object third = LOGISTIC.call("pullback", 0.6, 3.5, 9);
    assertArrayEquals(gradient(0.3, 2.5, 5), partials(second));
    assertArrayEquals(gradient(0.6, 3.5, 9), partials(third));
    assertArrayEquals(gradient(0.3, 2.5, 5), partials(second));
    GeneratedMethod.on(second, "close");
    GeneratedMethod.on(third, "close");
  }

  @Test
  void manyOpenPullbacksDoNotDisturbEachOther() throws Throwable {
    Object[] open = new Object[40];
    for (int i = 0; i < open.length; i++) {
      open[i] = LOGISTIC.call("pullback", 0.3 + i * 0.01, 2.5, i);
    }
    for (int i = open.length - 1; i >= 0; i--) {
      assertArrayEquals(gradient(0.3 + i * 0.01, 2.5, i), partials(open[i]));
      GeneratedMethod.on(open[i], "close");
    }
  }

  /** A vjp on the caller's tape leaves room for the next one, whatever method it is of. */
  @Test
  void oneTapeServesManyMethods() throws Throwable {
    GeneratedMethod rows = GeneratedMethod.find(LoopCorpus.class, "ForEachRows");
    try (Tape tape = new Tape()) {
      for (int i = 0; i < 50; i++) {
        double[] xBar = new double[1];
        double[] rBar = new double[1];
        LOGISTIC.call("vjp", tape, 0.3, 2.5, i, 1.0, xBar, rBar);
        assertArrayEquals(gradient(0.3, 2.5, i), new double[] {xBar[0], rBar[0]}, 1e-12);
        double[][] bar = {{0, 0}, {0}};
        rows.call("vjp", tape, new double[][] {{1, 2}, {i}}, 1.0, bar);
        assertEquals(2.0 * i, bar[1][0], 1e-12);
      }
    }
  }

  private static double[] gradient(double x, double r, int n) throws Throwable {
    Object[] components = GeneratedMethod.components(LOGISTIC.call("gradient", x, r, n));
    return new double[] {(Double) components[1], (Double) components[2]};
  }

  private static double[] partials(Object pullback) throws Throwable {
    Object[] components = GeneratedMethod.components(GeneratedMethod.on(pullback, "apply", 1.0));
    return new double[] {(Double) components[1], (Double) components[2]};
  }
}
