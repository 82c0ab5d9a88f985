package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link ObjectCorpus}. */
final class ObjectCorpusTest {

  @TestFactory
  Stream<DynamicNode> aliases() {
    return CorpusSuite.of(
        ObjectCorpus.class,
        of("alias").at(0.75).at(-0.5),
        of("interleavedAliases").at(0.75, 0.5),
        of("swapInLoop").at(0.75, 0).at(0.75, 1).at(0.75, 4),
        of("evaluationOrder").at(1.5).closed(a -> row(24 * a.d(0))),
        of("pickedByCallee").at(1.5).at(0.5).at(-0.5),
        of("sameObjectTwice").at(1.5),
        of("parameterReassigned").at(1.5).closed(a -> row(3 * a.d(0) * a.d(0))),
        of("throughObject").at(1.5).closed(a -> row(4 * a.d(0))));
  }

  @TestFactory
  Stream<DynamicNode> construction() {
    return CorpusSuite.of(
        ObjectCorpus.class,
        of("constructors").at(1.5),
        of("overridableInConstructor").at(1.5),
        of("fieldsOfAllKinds").at(new double[] {0.5, -0.75}, 0.75).writes(0),
        of("passiveObjects").at(0.75),
        of("chainedCalls").at(1.5).closed(a -> row((2 * a.d(0) + 3 * a.d(0) * a.d(0) + 3) / 3)));
  }

  @TestFactory
  Stream<DynamicNode> innerClasses() {
    return CorpusSuite.of(
        ObjectCorpus.class,
        of("innerClass").at(1.5),
        of("localClass").at(1.5),
        of("anonymousClass").at(1.5));
  }

  @TestFactory
  Stream<DynamicNode> lifetimes() {
    return CorpusSuite.of(
        ObjectCorpus.class,
        of("nullUntilNeeded").at(0.75),
        of("chainUntilNull").at(0.75).at(6.5),
        of("nullAgainInLoop").at(0.75, 1.5),
        of("madeByCallees").at(0.75),
        of("recursion").at(0.75, 0).at(0.75, 3));
  }

  @TestFactory
  Stream<DynamicNode> arrays() {
    return CorpusSuite.of(
        ObjectCorpus.class,
        of("arrayOfObjects").at(0.75, 0).at(0.75, 3),
        of("aliasesInArrays").at(0.75),
        of("objectsInFields").at(1.5));
  }
}
