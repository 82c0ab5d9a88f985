package io.cotangent.corpus;

import static io.cotangent.corpus.CorpusCase.of;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link CountingCorpus}. */
final class CountingCorpusTest {

  private static final double[] NONE = {};
  private static final double[] ONE = {1.25};
  private static final double[] THREE = {0.5, -1.5, 2.0};
  private static final double[] SIX = {1.25, -0.5, 2.0, 0.75, 1.5, -0.25};

  @TestFactory
  Stream<DynamicNode> counters() {
    return CorpusSuite.of(
        CountingCorpus.class,
        of("packedTriangle").at(THREE, THREE).at(SIX, new double[] {1, 2, -1, 0.5}).at(ONE, ONE),
        of("rowMajor").at(SIX, THREE).at(SIX, new double[] {1, 2}).at(NONE, THREE),
        of("strided").at(SIX, 0, 2, 3).at(SIX, 5, -1, 4).at(SIX, 1, 0, 3).at(SIX, 4, 7, 0),
        of("backwards").at(SIX).at(ONE).at(THREE),
        of("inclusive").at(1.25, 1).at(1.25, 2).at(-0.5, 6),
        of("uneven").at(THREE, 0).at(THREE, 1).at(SIX, 9).at(ONE, 4),
        of("unknownChange").at(THREE).at(SIX).at(NONE),
        of("indexOverflows").at(0.75),
        of("indexFromTheLeastNumber").at(0.75));
  }

  @TestFactory
  Stream<DynamicNode> accumulations() {
    return CorpusSuite.of(
        CountingCorpus.class,
        of("accumulated").at(THREE, new double[] {0.5, 1, -0.25}).at(NONE, NONE),
        of("writtenBetween").at(THREE).at(SIX),
        of("parameterAddedTo").writes(0).at(THREE, 1.5).at(ONE, 0.75));
  }

  /** What is next to a bound, or to a start, may not be there. */
  @TestFactory
  Stream<DynamicNode> endsOfTheRange() {
    int least = Integer.MIN_VALUE;
    int most = Integer.MAX_VALUE;
    return CorpusSuite.of(
        CountingCorpus.class,
        of("upFrom").at(0.75, 1, 4).at(0.75, 0, least).at(0.75, least + 1, least + 3),
        of("downFrom").at(0.75, 4, 1).at(0.75, 0, most).at(0.75, most - 1, most - 3),
        of("downTo").at(0.75, 4L, 2L).at(0.75, 0L, Long.MAX_VALUE).at(0.75, 2L, 3L),
        of("upTo").at(0.75, 3).at(0.75, least));
  }

  @Test
  void startThatHasNothingBeforeIt() {
    assertFails("upFrom", Integer.MIN_VALUE, Integer.MIN_VALUE + 2);
    assertFails("downFrom", Integer.MAX_VALUE, Integer.MAX_VALUE - 2);
    assertFails("downTo", Long.MAX_VALUE, Long.MAX_VALUE - 2);
  }

  private static void assertFails(String method, Number from, Number to) {
    String nested = Character.toUpperCase(method.charAt(0)) + method.substring(1);
    GeneratedMethod generated = GeneratedMethod.find(CountingCorpus.class, nested);
    assertThrows(ArithmeticException.class, () -> generated.call("gradient", 0.75, from, to));
  }
}
