package io.cotangent.corpus;

import static io.cotangent.corpus.CorpusCase.of;

import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link StreamCorpus}. */
final class StreamCorpusTest {
  private static final double[] NONE = {};
  private static final double[] THREE = {0.75, 1.5, 2.5};
  private static final double[] FIVE = {1.25, -0.5, 3.0, 0.75, -1.5};
  private static final double[] CANCELLING = {1e16, 1.0, -1e16, 0.1, 0.2};

  @TestFactory
  Stream<DynamicNode> reductions() {
    return CorpusSuite.of(
        StreamCorpus.class,
        of("sum").at(FIVE).at(NONE).at(CANCELLING).closed(a -> ones(a.v(0).length)),
        of("mapFilterSum").at(FIVE, 2.0),
        of("dot").at(THREE, new double[] {2, -1, 0.5}),
        of("extremes").at(FIVE).throwing(NoSuchElementException.class, (Object) NONE),
        of("average").at(FIVE).at(NONE),
        of("averageOfSome").at(FIVE).at(new double[] {-1.5, -2}),
        of("product").at(FIVE).at(NONE),
        of("boxedStream").at(1.5),
        of("best").at(1.5, 0.5).at(0.25, 2.0),
        of("matches").at(FIVE).at(THREE).at(new double[] {0.5, 0.25}),
        of("rows").at((Object) new double[][] {{1, 2}, {}, {0.5}}));
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  @TestFactory
  Stream<DynamicNode> pipelines() {
    return CorpusSuite.of(
        StreamCorpus.class,
        of("toArray").at(FIVE),
        of("powers").at(0.75, 0).at(0.75, 5),
        of("powersBelow").wrt(0).at(1.25, 4.0).at(1.25, 0.5),
        of("limitAfterFilter").at(FIVE).at(NONE),
        of("effectsInOrder").at(FIVE).at(new double[] {0.5, -0.25, 2, 3}).at(NONE),
        of("records").at(0.75, 4).at(0.75, 0),
        of("whiles").at(new double[] {0.5, 1.5, -1, 2}).at(THREE),
        of("concatenated").at(THREE, FIVE).at(NONE, FIVE),
        of("forEach").at(FIVE).at(new double[] {0.5}),
        of("throughMethods").at(FIVE),
        of("nested").at(FIVE).at(NONE));
  }

  @TestFactory
  Stream<DynamicNode> sorting() {
    return CorpusSuite.of(
        StreamCorpus.class,
        of("median").at(FIVE).at(new double[] {4, 1, 3, 2}).at(new double[] {2.5}),
        of("sortInPlace").writes(0).at(FIVE, 1, 5).at(FIVE, 0, 3),
        of("trimmed").at(FIVE),
        of("setAll").at(0.75, 1).at(0.75, 4));
  }

  @TestFactory
  Stream<DynamicNode> used() {
    Class<IllegalStateException> again = IllegalStateException.class;
    return CorpusSuite.of(
        StreamCorpus.class,
        of("usedTwice").at(FIVE, 1).throwing(again, FIVE, 2).throwing(again, NONE, 2),
        of("usedByAnother").at(FIVE, false).throwing(again, FIVE, true),
        of("closed").at(FIVE, false).throwing(again, FIVE, true),
        of("endlessBehind").at(1.5));
  }
}
