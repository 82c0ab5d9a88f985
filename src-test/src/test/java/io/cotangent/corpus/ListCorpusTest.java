package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.ConcurrentModificationException;
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

  @TestFactory
  Stream<DynamicNode> changedMeanwhile() {
    Class<ConcurrentModificationException> changed = ConcurrentModificationException.class;
    return CorpusSuite.of(
        ListCorpus.class,
        of("changedInLoop").at(1.5, 9.0).throwing(changed, 1.5, 1.0),
        of("changedInForEach").at(1.5, 9.0).throwing(changed, 1.5, 1.0).throwing(changed, 1.5, 2.5),
        of("changedInStream").at(1.5, 9.0).throwing(changed, 1.5, 1.0).throwing(changed, 1.5, 2.5),
        of("changedInReplaceAll").at(1.5, 9.0).throwing(changed, 1.5, 1.0),
        of("removedIf").at(1.5, 9.0).at(1.5, 2.5).at(1.5, 1.0));
  }

  @TestFactory
  Stream<DynamicNode> rows() {
    double[] x = {1.5, 2};
    double[] y = {0.5, -1};
    Class<NullPointerException> none = NullPointerException.class;
    return CorpusSuite.of(
        ListCorpus.class,
        of("nullRow").at(x, false).throwing(none, x, true),
        of("nullBox").at(1.5, false).throwing(none, 1.5, true),
        of("rows").at(x, y),
        of("generic").at(x, y, 0).at(x, y, 1));
  }
}
