package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link LambdaCorpus}. */
final class LambdaCorpusTest {
  private static final double[] THREE = {0.5, -1.5, 2.5};

  @TestFactory
  Stream<DynamicNode> captured() {
    return CorpusSuite.of(
        LambdaCorpus.class,
        of("local").at(1.5).closed(a -> row(27 * a.d(0) * a.d(0))),
        of("captured").writes(1).at(1.5, new double[] {0.5, 2}),
        of("integrals").at(0.5, 1.25, 8),
        of("blockBody").at(1.5, 20.0).at(1.5, 2.0).at(0.25, 100.0),
        of("arrays").at(1.5, 3).formula(a -> a.d(0) * a.d(0) * (a.d(0) + a.n(1) - 1)),
        of("suppliers").at(1.5, 0.5).formula(a -> a.d(1) * (a.d(0) * a.d(1) + a.d(0))),
        of("mapped").at(THREE, 0.5).at(new double[0], 0.5),
        of("shadowedNames").at(1.5, 0.5).formula(a -> a.d(0) * a.d(1) * (a.d(1) + a.d(0))));
  }

  @TestFactory
  Stream<DynamicNode> passedOn() {
    return CorpusSuite.of(
        LambdaCorpus.class,
        of("returned").at(0.5, 0.25).formula(a -> a.d(0) * Math.exp(a.d(0) * a.d(1))),
        of("composed").at(0.5, 0.25).formula(a -> Math.sin(a.d(1) * a.d(0) * a.d(0))),
        of("constants").at(1.5, 2.5).formula(a -> Math.pow(a.d(0), a.d(1) + 2)),
        of("recursive").at(2.0).closed(a -> row(0.5 / Math.sqrt(a.d(0)))),
        of("ownInterface").at(0.5, 0.75),
        of("boxedFunction")
            .at(0.5)
            .formula(a -> a.d(0) * a.d(0) * (a.d(0) + 1) - Math.exp(a.d(0)) * a.d(0)),
        of("predicate").at(new double[] {0.5, -1.5, 2.5}).at(new double[0]),
        of("swapsInRecursion").at(0.5, 0.75),
        of("iterated").at(0.5, 0.75, 0).at(0.5, 0.75, 1).at(0.5, 0.75, 2));
  }

  @TestFactory
  Stream<DynamicNode> joined() {
    return CorpusSuite.of(
        LambdaCorpus.class,
        of("chosen").at(0.5, true).at(0.5, false),
        of("assignedInBranches").at(0.5, 0).at(0.5, 1).at(0.5, 2),
        of("changedInLoop").at(0.3, 0).at(0.3, 1).at(0.3, 5),
        of("returnedEarly").at(1.5).at(2.5).at(0.5),
        of("switched").at(0.5, "sin").at(0.5, "square").at(0.5, "other"),
        of("nullUntilSet").at(0.5, 0).at(0.5, 1).at(0.5, 4),
        of("nullCalled").at(0.5, true).throwing(NullPointerException.class, 0.5, false));
  }
}
