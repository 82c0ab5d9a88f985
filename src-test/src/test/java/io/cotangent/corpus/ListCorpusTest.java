package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link ListCorpus}. */
final class ListCorpusTest {

  @TestFactory
  Stream<DynamicNode> lists() {
    return CorpusSuite.of(
        ListCorpus.class,
        of("grows").at(0.5, 0).at(0.5, 15),
        of("changes").at(0.5, 1.5),
        of("ofRecords").at(0.5, 0).at(0.5, 3).at(0.75, 6),
        of("fixed").at(0.5),
        of("ofFunctions").at(0.5).formula(a -> Math.sin(2 * a.d(0) * a.d(0))),
        of("ofRows").at(0.5, 1).at(0.5, 12),
        of("streamed").at(0.5),
        of("passedOn").at(0.5, 0).at(0.5, 11),
        of("counts").at(0.5).closed(a -> row(14)),
        of("outOfBounds").at(0.5, 0).at(0.5, 1).throwing(IndexOutOfBoundsException.class, 0.5, 2));
  }
}
