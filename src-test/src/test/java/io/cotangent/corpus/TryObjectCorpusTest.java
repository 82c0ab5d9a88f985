package io.cotangent.corpus;

import static io.cotangent.corpus.CorpusCase.of;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link TryObjectCorpus}. */
final class TryObjectCorpusTest {
  @TestFactory
  Stream<DynamicNode> objects() {
    return CorpusSuite.of(
        TryObjectCorpus.class,
        of("accounts").at((Object) new double[] {1.5, -2, 0.5, -1}),
        of("constructors").at(1.5).at(20.5));
  }

  @Test
  void constantField() {
    assertEquals(1.5, TryObjectCorpusAdjoint.ConstantField.gradient(1.5).x());
    assertEquals(2.25, TryObjectCorpusAdjoint.ConstantField.gradient(1.5).value());
  }
}
