package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link GenericCorpus}. */
final class GenericCorpusTest {

  @TestFactory
  Stream<DynamicNode> generic() {
    return CorpusSuite.of(
        GenericCorpus.class,
        of("pickNumbers")
            .at(1.5, true)
            .at(1.5, false)
            .closed(a -> row(a.b(1) ? 2 * a.d(0) : 6 * a.d(0) * a.d(0))),
        of("pickRecords").at(1.5, true).at(1.5, false),
        of("totals").at(1.5).closed(a -> row(12 * a.d(0) + 2)),
        of("folds").at(1.5, 0).at(1.5, 3),
        of("bounded").at(1.5, true).at(1.5, false),
        of("pairs").at(1.5).closed(a -> row(3 * a.d(0) * a.d(0) + 4 * a.d(0))),
        of("swappedPairs").at(1.5, 0.5).closed(a -> row(a.d(1) + 1, a.d(0))),
        of("references").at(1.5).closed(a -> row(2 * a.d(0) + 5)),
        of("wildcards").at(1.5).closed(a -> row(3 * a.d(0) * a.d(0))),
        of("genericClass").at(0.5, 0).at(0.5, 3));
  }

  @TestFactory
  Stream<DynamicNode> boxed() {
    return CorpusSuite.of(
        GenericCorpus.class,
        of("boxes").at(1.25),
        of("nullable").at(1.5, true).at(1.5, false),
        of("nullUnboxed").at(1.5, true).throwing(NullPointerException.class, 1.5, false),
        of("passiveBoxes").wrt(0).at(1.5, 3, 0.5).closed(a -> row(a.n(1) * a.d(2))),
        of("objects").at(1.25).closed(a -> row(1 + 2 * a.d(0))),
        of("comparedBoxes").at(1.5, 0.5).at(0.5, 1.5),
        of("floatBoxes").at(1.5f));
  }

  @TestFactory
  Stream<DynamicNode> packed() {
    return CorpusSuite.of(
        GenericCorpus.class,
        of("boxedVarargs").at(1.5),
        of("functionVarargs").at(1.5).formula(a -> Math.sin(a.d(0) * a.d(0)) + 1 + a.d(0)),
        of("recordVarargs").at(1.5).formula(a -> a.d(0) * a.d(0) + 4 + 5 * a.d(0)),
        of("overloads").at(1.5).at(0.25));
  }
}
