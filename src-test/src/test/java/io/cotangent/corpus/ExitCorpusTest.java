package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link ExitCorpus}. */
final class ExitCorpusTest {

  private static final double[][] JAGGED = {{1.5, 2, 0, 3}, {2, 2.5}, {}, {0, 1}, {4, 0.5}};

  @TestFactory
  Stream<DynamicNode> breakAndContinue() {
    return CorpusSuite.of(
        ExitCorpus.class,
        of("breakInFor").at(1.25, 0).at(1.25, 3).at(0.5, 99),
        of("breakOnActive").at(1.5).at(-3.0).at(9.0),
        of("continueInFor")
            .at(new double[] {2, -1, 3, -5, 0.5})
            .at(new double[] {-2, -1})
            .at(new double[0]),
        of("continueInWhile").at(1.25, 7).at(1.25, 0),
        of("continueInDo").at(1.25),
        of("continueInForEach").at((Object) JAGGED).at((Object) new double[0][]),
        of("breakAndContinueMixed").at(1.5).at(0.25).at(-0.5));
  }

  @TestFactory
  Stream<DynamicNode> labels() {
    return CorpusSuite.of(
        ExitCorpus.class,
        of("labelledBreak").at(1.25, 0).at(1.25, 6).at(1.25, 15).at(1.25, -1),
        of("labelledContinue")
            .at((Object) new double[][] {{1.5, 2}, {}, {3, 0.5, 2}})
            .special("zero", (Object) new double[][] {{1.5, 2, 0, 3}, {2, 2.5}, {0, 1}})
            .jacobian(a -> new double[][] {labelledContinue(a.m(0))}),
        of("labelledBlock").at(1.5).at(2.5).closed(a -> row(labelledBlock(a.d(0)))),
        of("labelledIf")
            .at(-1.5)
            .at(1.5)
            .at(6.0)
            .closed(a -> row(a.d(0) <= 0 ? 1 : a.d(0) > 5 ? 2 : 4 * a.d(0))));
  }

  @TestFactory
  Stream<DynamicNode> returns() {
    return CorpusSuite.of(
        ExitCorpus.class,
        of("returnInLoop").at(1.25, 0).at(1.25, 4).at(0.5, 99),
        of("returnInNestedLoops").at(JAGGED, 7.0).at(JAGGED, 1.0).at(JAGGED, 1e6),
        of("manyReturns")
            .at(-3.0)
            .at(0.5)
            .at(2.5)
            .at(1.5)
            .at(-1.5)
            .closed(a -> row(manyReturns(a.d(0)))),
        of("returnInDo").at(2.0).at(0.5).at(1.25),
        of("returnOfAssignment")
            .at(1.5)
            .at(0.5)
            .closed(a -> row(a.d(0) > 1 ? 3 * a.d(0) * a.d(0) : 0)),
        of("codeAfterLoopWithReturn")
            .at(new double[] {2, 3, 0.5})
            .special("return in the middle", new double[] {2, 3, 7, 5})
            .at(new double[0])
            .closed(a -> codeAfterLoopWithReturn(a.v(0))));
  }

  @TestFactory
  Stream<DynamicNode> failures() {
    return CorpusSuite.of(
        ExitCorpus.class,
        of("guard")
            .at(2.0)
            .throwing(IllegalArgumentException.class, -1.0)
            .closed(a -> row(1.5 * Math.sqrt(a.d(0)))),
        of("throwAfterLoop")
            .at(0.75, 5)
            .throwing(IllegalStateException.class, 0.75, 0)
            .throwing(IllegalStateException.class, 0.75, 2),
        of("outOfBounds")
            .at(new double[] {2, 3}, 2)
            .throwing(ArrayIndexOutOfBoundsException.class, new double[] {2, 3}, 3),
        of("asserted")
            .at(1.5, 2)
            .throwing(AssertionError.class, 1.5, 0)
            .closed(a -> row(2 * a.d(0) * a.n(1))),
        of("passiveDivisionByZero")
            .at(1.5, 2)
            .throwing(ArithmeticException.class, 1.5, 0)
            .closed(a -> row(2 * a.d(0) * (6 / a.n(1)))));
  }

  /** Products of the rows up to a zero, squared when there is none. */
  private static double[] labelledContinue(double[][] m) {
    double[][] partials = new double[m.length][];
    for (int i = 0; i < m.length; i++) {
      partials[i] = new double[m[i].length];
      int end = 0;
      double product = 1;
      while (end < m[i].length && m[i][end] != 0) {
        product *= m[i][end++];
      }
      for (int j = 0; j < end; j++) {
        double power = end == m[i].length ? 2 * product : 1;
        partials[i][j] = power * product / m[i][j];
      }
    }
    return LeafVector.ofOne(partials);
  }

  private static double labelledBlock(double x) {
    return x * x > 4 ? 4 * x * x * x : 2 * (x * x + 3 * x) * (2 * x + 3);
  }

  private static double manyReturns(double x) {
    if (x < -2) {
      return 1;
    }
    if (x * x < 1) {
      return 2 * x;
    }
    if (x * x * x > 8) {
      return 6 * Math.pow(x, 5);
    }
    return x > 0 ? 0 : 3 * x * x - 1;
  }

  private static double[] codeAfterLoopWithReturn(double[] v) {
    double[] result = new double[v.length];
    int end = 0;
    double product = 1;
    while (end < v.length && v[end] != 7) {
      product *= v[end++];
    }
    for (int i = 0; i < end; i++) {
      double outer = end == v.length ? 2 * (product + v.length) : 1;
      result[i] = outer * product / v[i];
    }
    return result;
  }
}
