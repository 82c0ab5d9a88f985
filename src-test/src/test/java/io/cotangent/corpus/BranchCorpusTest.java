package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link BranchCorpus}. */
final class BranchCorpusTest {

  @TestFactory
  Stream<DynamicNode> branches() {
    return CorpusSuite.of(
        BranchCorpus.class,
        of("ifElse").at(2.0).special("kink", 1.0).closed(a -> row(a.d(0) > 1 ? 2 * a.d(0) : 3)),
        of("ifWithoutElse").at(1.5, -2.0).at(1.5, 2.0).at(-3.0, -2.0),
        of("elseIfChain")
            .at(-2.0)
            .at(-0.5)
            .special("equality", 0.0)
            .at(1.5)
            .closed(a -> row(elseIfChain(a.d(0)))),
        of("nestedTernary").at(1.5, 2.0).at(1.5, -2.0).at(-0.5, 2.0).at(-0.5, -1.0),
        of("conditionVariable").at(1.5, 2.0).at(-1.5, 2.0).at(11.0, 2.0),
        of("passiveBranch").at(1.5, true, 1).at(1.5, false, 2).at(1.5, false, 0).at(2.0, true, 0),
        of("ternaryOfMixedTypes")
            .at(1.5, 4, true)
            .at(1.5, 4, false)
            .closed(a -> row(a.b(2) ? a.n(1) : 2 * a.d(0) + 1)),
        of("emptyBranches").at(1.5).at(-1.5).closed(a -> row(a.d(0) * (a.d(0) > 0 ? 2 : 8))));
  }

  @TestFactory
  Stream<DynamicNode> guards() {
    return CorpusSuite.of(
        BranchCorpus.class,
        of("guardedLog").at(2.0).at(0.0).at(-1.0).closed(a -> row(a.d(0) > 0 ? 1 / a.d(0) : 0)),
        of("guardedSquareRoot").at(2.25).at(0.0).at(-1.0).closed(a -> row(a.d(0) > 0 ? 2 : 1)),
        of("guardedDivision").at(1.5, 2.0).at(1.5, 0.0).closed(a -> guardedDivision(a)),
        of("clampedNan")
            .at(1.5)
            .special("NaN", Double.NaN)
            .closed(a -> row(Double.isNaN(a.d(0)) ? 0 : 2 * a.d(0))));
  }

  @TestFactory
  Stream<DynamicNode> effects() {
    return CorpusSuite.of(
        BranchCorpus.class,
        of("shortCircuitEffects").at(1.5, 1).at(1.5, 0).at(-0.5, 1).at(-2.0, 0),
        of("nonShortCircuit").at(1.5, 1).at(1.5, 3).at(-0.5, 0).at(-0.5, 3),
        of("ternaryWithEffects").at(1.5).at(0.25).at(2.5),
        of("conditionOverwritten")
            .at(1.5, 3)
            .at(1.5, 1)
            .closed(a -> row(a.n(1) > 2 ? 2 * a.d(0) : 8 * a.d(0))),
        of("activeConditionOverwritten")
            .at(2.0)
            .at(0.5)
            .at(-9.0)
            .closed(a -> row(activeConditionOverwritten(a.d(0)))));
  }

  private static double elseIfChain(double x) {
    if (x < -1) {
      return -2;
    }
    return x < 0 ? 4 * x : x == 0 ? 14 : 6 * x * x;
  }

  private static double[] guardedDivision(Args a) {
    double x = a.d(0);
    double y = a.d(1);
    return y == 0 ? row(1, 0) : row(2 * x / y, -x * x / (y * y));
  }

  private static double activeConditionOverwritten(double x) {
    if (x > 1) {
      return -2 * x;
    }
    return x + 5 > 1 ? 2 * (x + 5) : 1;
  }
}
