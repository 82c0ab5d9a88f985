package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link LoopCorpus}. */
final class LoopCorpusTest {

  private static final double[] NONE = {};
  private static final double[] ONE = {1.25};
  private static final double[] FOUR = {1.25, -0.5, 2.0, 0.75};

  @TestFactory
  Stream<DynamicNode> forms() {
    return CorpusSuite.of(
        LoopCorpus.class,
        of("assignedInDo").at(2.0, -1.5, 1.25),
        of("power")
            .at(1.5, 0)
            .at(1.5, 1)
            .at(1.5, 7)
            .special("at zero", 0.0, 3)
            .closed(a -> row(a.n(1) == 0 ? 0 : a.n(1) * Math.pow(a.d(0), a.n(1) - 1))),
        of("horner").at(FOUR, 1.5).at(NONE, 1.5).at(ONE, 0.0).closed(a -> horner(a.v(0), a.d(1))),
        of("newtonSquareRoot").at(2.0).at(9.5).closed(a -> row(0.5 / Math.sqrt(a.d(0)))),
        of("doWhile").at(0.5, 0).at(0.5, 1).at(0.5, 5),
        of("doWhileActiveCondition").at(1.25).at(30.0).steps(0.1),
        of("emptyHeader").at(0.75).at(1.5),
        of("emptyBody").at(1.25).closed(a -> row(8 * Math.pow(a.d(0), 7))),
        of("noCondition").at(1.5).at(-1.0),
        of("whileFalse").at(1.5).closed(a -> row(1 + 2 * a.d(0))));
  }

  @TestFactory
  Stream<DynamicNode> forEach() {
    return CorpusSuite.of(
        LoopCorpus.class,
        of("forEach").at(FOUR).at(NONE).at(ONE),
        of("forEachOverwritesVariable").at(FOUR).at(NONE).closed(a -> weightedSquares(a.v(0))),
        of("forEachRows").at((Object) new double[][] {FOUR, ONE, NONE, {2, 3}}),
        of("forEachPassive").at(1.5, new int[] {3, 0, 1, 2}).at(1.5, new int[0]),
        of("forEachArrayReassigned").at(FOUR).at(ONE).closed(a -> doubled(a.v(0))));
  }

  @TestFactory
  Stream<DynamicNode> headers() {
    return CorpusSuite.of(
        LoopCorpus.class,
        of("severalVariables").at(1.5),
        of("updatesAreActive").at(1.25).at(-0.5),
        of("effectInCondition").at(1.5).at(-1.0),
        of("incrementInCondition").at(0.75, 3).at(0.75, 0),
        of("doubleCounter").at(1.5).at(0.0),
        of("activeCounter").at(1.5).closed(a -> row(2 * 285 * a.d(0))),
        of("floatCounterPassive").at(1.5).closed(a -> row(6 * a.d(0))),
        of("longCounter").at(0.75),
        of("downByTwo").at(FOUR).at(NONE).at(ONE));
  }

  @TestFactory
  Stream<DynamicNode> bodies() {
    return CorpusSuite.of(
        LoopCorpus.class,
        of("nestedTriangular").at(1.25, 4).at(1.25, 0),
        of("innerBoundChanges").at(1.25, 3).at(0.5, 1),
        of("boundChangedInBody")
            .at(1.5, 1)
            .at(1.5, 2)
            .closed(a -> row(a.n(1) == 1 ? 1 : 5 * Math.pow(a.d(0), 4))),
        of("counterChangedInBody").at(1.25),
        of("swapInLoop").at(0.5, 0.75, 5).at(0.5, 0.75, 0),
        of("fibonacciLike").at(1.25, 0.75, 6).at(1.25, 0.75, 0).closed(a -> fibonacci(a)),
        of("divisorInLoop").at(1.5, 2.0).at(-0.5, 0.75),
        of("localPerIteration").at(FOUR).at(NONE).closed(a -> cubesAndSquares(a.v(0))),
        of("logisticMap").at(0.3, 2.5, 8).at(0.3, 3.7, 4),
        of("rungeKutta").at(1.5, 0.75, 20),
        of("tutorialLoop")
            .at(2.0, 6.0)
            .at(2.0, 5.0)
            .special("four", 2.0, 4.0)
            .wrt(0, 1)
            .closed(a -> row(a.d(1) > 4 ? 12 : 4, 0)));
  }

  private static double[] horner(double[] c, double x) {
    double[] result = new double[c.length + 1];
    for (int i = 0; i < c.length; i++) {
      result[i] = Math.pow(x, i);
      result[c.length] += i == 0 ? 0 : c[i] * i * Math.pow(x, i - 1);
    }
    return result;
  }

  private static double[] weightedSquares(double[] v) {
    double[] result = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      result[i] = 2 * v[i] * Math.pow(1.5, v.length - i);
    }
    return result;
  }

  /** r = sum of 2 v^2; the last array has two elements if the loop ran. */
  private static double[] doubled(double[] v) {
    double[] result = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      result[i] = 8 * v[i];
    }
    return result;
  }

  /** After n steps b is x^F(n) y^F(n+1). */
  private static double[] fibonacci(Args a) {
    int p = 0;
    int q = 1;
    for (int i = 0; i < a.n(2); i++) {
      int next = p + q;
      p = q;
      q = next;
    }
    double value = Math.pow(a.d(0), p) * Math.pow(a.d(1), q);
    return row(p * value / a.d(0), q * value / a.d(1));
  }

  private static double[] cubesAndSquares(double[] v) {
    double[] result = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      result[i] = -2 * v[i] + (i % 2 == 0 ? 3 * v[i] * v[i] : 0);
    }
    return result;
  }
}
