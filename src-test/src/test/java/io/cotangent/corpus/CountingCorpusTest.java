package io.cotangent.corpus;

import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
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
}
