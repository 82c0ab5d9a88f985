package io.cotangent.corpus;

import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link PrivateFieldCorpus}. */
final class PrivateFieldCorpusTest {

  @TestFactory
  Stream<DynamicNode> privateFields() {
    return CorpusSuite.of(
        PrivateFieldCorpus.class,
        of("series").at(1.5).at(4.0),
        of("kernel").at((Object) new double[] {1.5, -0.5}),
        of("logged").at(1.5),
        of("caught").at(1.5));
  }
}
