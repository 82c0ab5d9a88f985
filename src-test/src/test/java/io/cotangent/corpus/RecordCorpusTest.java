package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link RecordCorpus}. */
final class RecordCorpusTest {

  @TestFactory
  Stream<DynamicNode> code() {
    return CorpusSuite.of(
        RecordCorpus.class,
        of("methods").at(1.5, 0.75).at(-0.5, 2.0),
        of("nested").at(1.5, 0.75),
        of("compactConstructor").at(1.5, -0.75).at(-1.5, 0.5),
        of("canonicalConstructor").at(1.5).closed(a -> row(30 * a.d(0))),
        of("passiveRecord").at(1.5).at(0.75),
        of("generic").at(1.5, 0.75),
        of("arrayComponent").at(new double[] {1.5, -2}, 0.75),
        of("constantRecord").at(1.5).closed(a -> row(2 * a.d(0))),
        of("localRecord").at(1.5).closed(a -> row(6 * a.d(0))),
        of("recursion").at(0.5, 0.25, 0).at(0.5, 0.25, 5),
        of("result").at(0.5, 0.25).at(1.5, 0.5));
  }

  @TestFactory
  Stream<DynamicNode> references() {
    return CorpusSuite.of(
        RecordCorpus.class,
        of("startsNull").at(1.25),
        of("nullAtTheEnd").at(1.25, 2).at(1.25, 20).at(5.5, 1),
        of("nullFromCallee")
            .at(new double[] {1.5, 2.5}, 2.0)
            .at(new double[] {1.5, 2.5}, 7.0)
            .at(new double[] {3.5, 2.5}, 2.0));
  }

  @TestFactory
  Stream<DynamicNode> arrays() {
    return CorpusSuite.of(
        RecordCorpus.class,
        of("array").at(1.5, 0.75),
        of("arrayWithMissing").at(1.5, 0).at(1.5, 2).at(1.5, 3),
        of("matrixOfRecords").at(1.5),
        of("swappedRows").at(1.5, 0.75),
        of("cloned").at(1.5),
        of("varargs").at(1.5, 0.75));
  }

  @TestFactory
  Stream<DynamicNode> interfaces() {
    return CorpusSuite.of(
        RecordCorpus.class,
        of("sealedInterface").at(1.5).at(0.5),
        of("arrayOfFigures").at(1.5, 0).at(1.5, 5));
  }
}
