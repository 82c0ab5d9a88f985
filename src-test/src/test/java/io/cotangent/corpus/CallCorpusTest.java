package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link CallCorpus}. */
final class CallCorpusTest {

  private static final double[] TWO = {1.5, 0.75};
  private static final double[] FIVE = {1.25, -0.5, 2.0, 0.75, -1.5};

  @TestFactory
  Stream<DynamicNode> plain() {
    return CorpusSuite.of(
        CallCorpus.class,
        of("builderLength").at(0.75, "1, 2.5,3"),
        of("derivedNames").at(0.75).at(-1.25),
        of("namesakes").at(0.7),
        of("sameFile").at(1.5).closed(a -> row(2 * a.d(0) * (a.d(0) + 1) * (2 * a.d(0) + 1))),
        of("nestedCalls").at(1.25).at(-0.5),
        of("otherFile").at(1.25).closed(a -> row(3 * a.d(0) * a.d(0) + 12 * Math.pow(a.d(0), 5))),
        of("importedStatically").at(TWO, new double[] {2, -1}).special("same array", TWO, TWO),
        of("qualified").at(1.25).closed(a -> row(5 * Math.pow(a.d(0), 4))),
        of("privateCallee").at(1.5, -0.5),
        of("passiveAndActive").at(1.5, 4),
        of("calleeOverwritesParameter").at(1.5).closed(a -> row(3 * a.d(0) * a.d(0) + 1)),
        of("callsAnnotated").at(1.25, 0.5),
        of("argumentOrder").at(1.25),
        of("callInLoop").at(0.75, 4).at(0.75, 0),
        of("callInConditions").at(FIVE, 0.75).at(new double[] {-1, -2}, 3.0),
        of("throwingCallee")
            .at(1.5)
            .throwing(IllegalArgumentException.class, -1.5)
            .closed(a -> row(1.5 * Math.sqrt(a.d(0)) + 3 * a.d(0) * a.d(0))));
  }

  @TestFactory
  Stream<DynamicNode> overloads() {
    return CorpusSuite.of(
        CallCorpus.class,
        of("overloads").at(1.5, 0.5f, 4).closed(a -> overloads(a)),
        of("twice").named("TwiceOfOne").at(1.5).closed(a -> row(4 * a.d(0))),
        of("twice").named("TwiceOfTwo").at(1.5, 0.5).closed(a -> twice(a.d(0), a.d(1))),
        of("twice").named("TwiceOfArray").at(TWO).closed(a -> twice(a.v(0)[0], a.v(0)[1])),
        of("varargsSpread").at(1.5, -0.5),
        of("varargsParameter").at(FIVE).at(new double[0]).closed(a -> varargs(a.v(0))));
  }

  @TestFactory
  Stream<DynamicNode> recursion() {
    return CorpusSuite.of(
        CallCorpus.class,
        of("recursivePower")
            .at(1.25, 0)
            .at(1.25, 1)
            .at(1.25, 11)
            .closed(a -> row(a.n(1) == 0 ? 0 : a.n(1) * Math.pow(a.d(0), a.n(1) - 1))),
        of("recursiveSum").at(FIVE, 0, 5).at(FIVE, 2, 3),
        of("privateRecursion").at(0.75),
        of("mutualRecursion").at(0.75, 0).at(0.75, 1).at(0.75, 5),
        of("mutualRecursionOnArray").at(TWO).at(FIVE).at(new double[0]),
        of("fibonacci").at(1.25, 1).at(1.25, 5));
  }

  @TestFactory
  Stream<DynamicNode> arrays() {
    return CorpusSuite.of(
        CallCorpus.class,
        of("calleeWrites").at(1.5).at(-0.5),
        of("calleeWritesAlias").at(TWO),
        of("calleeReturnsArray").at(TWO, 2.5),
        of("calleeReturnsItsArgument").at(TWO).closed(a -> returned(a.v(0))),
        of("resultIgnored").at(1.5).closed(a -> row(8 * a.d(0))));
  }

  /** 2x 3f + 5kx + 7x + kx^2 + kk^2. */
  private static double[] overloads(Args a) {
    return row(6 * a.d(1) + 5 * a.n(2) + 7 + 2 * a.n(2) * a.d(0), 6 * a.d(0));
  }

  private static double[] twice(double x, double y) {
    return row(8 * x * y * y, 8 * x * x * y);
  }

  private static double[] varargs(double[] v) {
    double[] result = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      result[i] = 2 * v[i] * v.length;
    }
    return result;
  }

  /** 2x * (y * 2x). */
  private static double[] returned(double[] v) {
    return row(8 * v[0] * v[1], 4 * v[0] * v[0]);
  }
}
