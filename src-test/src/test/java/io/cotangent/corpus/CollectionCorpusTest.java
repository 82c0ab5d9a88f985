package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link CollectionCorpus}. */
final class CollectionCorpusTest {
  private static final double[] FIVE = {3, 1, -2, 5, 0.5};

  @TestFactory
  Stream<DynamicNode> queues() {
    return CorpusSuite.of(
        CollectionCorpus.class,
        of("quadrature").at(0.1, 1.9, 0.7).at(0.1, 0.2, 0.7),
        of("movingWindow").at(new double[] {0.3, 0.5, -0.2, 0.9, 1.1, 0.4, 0.8}, 3),
        of("postfix")
            .at(0.7, 1.2)
            .formula(a -> (a.d(0) * a.d(1) + a.d(0) - Math.sin(a.d(1))) * a.d(0)),
        of("bothEnds").at(waves(1)).at(waves(4)).at(waves(41)),
        of("linkedList").at(0.7),
        of("stack").at(FIVE),
        of("counted").at(FIVE).at(new double[] {2}),
        of("popsNothing").at(0.7, 1).throwing(NoSuchElementException.class, 0.7, 2),
        of("pushesNull").at(0.7, false).throwing(NullPointerException.class, 0.7, true));
  }

  @TestFactory
  Stream<DynamicNode> order() {
    return CorpusSuite.of(
        CollectionCorpus.class,
        of("shortestPaths").at(waves(36), 6),
        of("naturalOrder").at(FIVE),
        of("median").at(FIVE).closed(a -> row(0, 8, -4, 10, 3)),
        of("sortedBy").at(FIVE),
        of("compared").at(0.7, 1.2).at(1.2, 0.7).throwing(NullPointerException.class, 2.5, 0.7));
  }

  @TestFactory
  Stream<DynamicNode> maps() {
    double[] x = {0.3, 0.5, -0.2};
    return CorpusSuite.of(
        CollectionCorpus.class,
        of("hashMap").at(x),
        of("treeMap").at(0.4, 2).at(0.4, 12),
        of("mapOfArrays").at(x),
        of("groups").at(x).at(FIVE),
        of("listOfLists").at(x, 0).at(x, 3),
        of("comesAndGoes").at(0.7, 0).at(0.7, 5).at(0.7, 60),
        of("changedInLoop")
            .at(0.7, false)
            .throwing(ConcurrentModificationException.class, 0.7, true),
        of("recursionWithMap").at(1.25).at(-0.5),
        of("passive").at(x, 3).at(FIVE, 5));
  }

  private static double[] waves(int n) {
    return IntStream.range(0, n).mapToDouble(i -> 1.2 + Math.sin(7 * i + 1)).toArray();
  }
}
