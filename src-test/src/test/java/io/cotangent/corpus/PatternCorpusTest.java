package io.cotangent.corpus;

import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link PatternCorpus}. */
final class PatternCorpusTest {

  @TestFactory
  Stream<DynamicNode> patterns() {
    return CorpusSuite.of(
        PatternCorpus.class,
        of("knownClasses").at(1.25, 0.75),
        of("patternsInLoop").at(1.25, 0.75, 0).at(1.25, 0.75, 5),
        of("patternsOfElements").at(1.25, 0.75, 7),
        of("patternInFunction").at(1.25).at(0.75));
  }
}
