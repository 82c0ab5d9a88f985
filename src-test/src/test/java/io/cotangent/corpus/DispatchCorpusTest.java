package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link DispatchCorpus}. */
final class DispatchCorpusTest {

  @TestFactory
  Stream<DynamicNode> dispatch() {
    return CorpusSuite.of(
        DispatchCorpus.class,
        of("overridden").at(0.75).at(-0.5),
        of("functionOrObject").at(0.75).at(1.5).at(-0.5),
        of("constants").at(0.75).at(-0.5),
        of("enumBodies").at(0.75).closed(a -> row(derivative(a))),
        of("enumFields").at(0.75),
        of("enumParameter")
            .at(0.75, DispatchCorpus.Activation.LINEAR)
            .at(0.75, DispatchCorpus.Activation.SQUARE),
        of("templateMethod").at(0.75).at(1.5),
        of("boundReference").at(1.5).closed(a -> row(2 * a.d(0) + 3 * a.d(0) * a.d(0))));
  }

  /** Of 2 (a + a) a times 2 a, which is 8 a^3. */
  private static double derivative(Args a) {
    return 24 * a.d(0) * a.d(0);
  }

  @TestFactory
  Stream<DynamicNode> classes() {
    return CorpusSuite.of(
        DispatchCorpus.class,
        of("immutableObjects").at(0.25, 0.25).at(1.5, 0.5),
        of("butterflies").at(0.75),
        of("matrixPower").at(0.75, 0.5, 0).at(0.75, 0.5, 3),
        of("growingStack").at(0.75, 2).at(0.75, 6).throwing(IllegalStateException.class, 0.75, 1),
        of("builder").at(0.75),
        of("histogram").at(0.75));
  }
}
