package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link HeapCorpus}. */
final class HeapCorpusTest {
  private static final double[] WEIGHTS = {0.25, -0.75, 1.25, 0.5};

  @TestFactory
  Stream<DynamicNode> functions() {
    return CorpusSuite.of(
        HeapCorpus.class,
        of("filledLater").at(0.75, 1.25),
        of("network").at(WEIGHTS, 0.75, 0.25),
        of("recordsWithFunctions").at(WEIGHTS, 0.75),
        of("functionsInFields").at(0.75, 1.25, 4).at(0.75, 1.25, 1),
        of("listOfFunctions").at(0.75, 3),
        of("replacedElements")
            .at(0.75, 0.5)
            .closed(a -> row(2 * a.d(0) * a.d(1) + a.d(1), a.d(0) * a.d(0) + a.d(0))),
        of("rowsOfFunctions").at(0.75, 0.5),
        of("boxesThroughFields").at(0.75, 0.5),
        of("emptyElement")
            .at(0.75)
            .closed(a -> row(2 * a.d(0)))
            .throwing(NullPointerException.class, 1.5));
  }

  @TestFactory
  Stream<DynamicNode> objects() {
    return CorpusSuite.of(
        HeapCorpus.class,
        of("functionsBesideClasses").at(0.75, 0.5),
        of("objectsFromElsewhere")
            .at(0.75, true)
            .at(0.75, false)
            .closed(a -> row(a.b(1) ? 3 * a.d(0) * a.d(0) : 6 * a.d(0))));
  }
}
