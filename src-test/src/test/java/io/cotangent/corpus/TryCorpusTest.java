package io.cotangent.corpus;

import static io.cotangent.corpus.CorpusCase.of;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link TryCorpus}. */
final class TryCorpusTest {
  @TestFactory
  Stream<DynamicNode> caught() {
    return CorpusSuite.of(
        TryCorpus.class,
        of("fallback").at(1.5, 3).at(1.5, 0),
        of("parsed").at(1.5, "3").at(1.5, "three").at(1.5, null),
        of("parsedDouble").at(1.5, "2.5").at(1.5, "x").at(1.5, null),
        of("localThrow").at(1.5).at(2.5).at(-1.5),
        of("storesBefore")
            .at(new double[] {1.5, 2, 0.5}, new int[] {0, 1, 2})
            .at(new double[] {1.5, 2, 0.5}, new int[] {2, 3, 1})
            .at(new double[] {1.5, 2, 0.5}, new int[] {2, 2, 1, 0})
            .at(new double[] {1.5, 2, 0.5}, new int[0])
            .writes(0),
        of("caughtFromCallee").at(new double[] {4, -1, 2, 9}, 4).at(new double[] {4, -1, 2}, 5),
        of("caughtFromRecursion").at(1.5, 6).at(1.5, 5),
        of("nulls")
            .at(1.5, new double[][] {{1}, null, {2, 3}})
            .at(1.5, new double[][] {{1}, {}, {2, 3}}),
        of("switchThrows").at(0.5, 0).at(0.5, 1).at(1.5, 1).at(1.5, 2),
        of("lambdaThrows").at(1.5, 0).at(1.5, 7),
        of("tellingException").at(1.5, 2.0).at(-1.5, 2.0).at(-2.5, 2.0),
        of("ownException").at(1.5),
        of("untouched").at(new double[] {1.5, -2, 3}));
  }

  @TestFactory
  Stream<DynamicNode> finallyAndNested() {
    return CorpusSuite.of(
        TryCorpus.class,
        of("finallyOnEveryWay").at(1.5, 0).at(1.5, 2).at(1.5, 9).at(3.5, 9).at(3.5, 1),
        of("finallyRuns").at(new double[] {1.5, 2}, 1).at(new double[] {1.5, 2}, 7),
        of("finallyReturns").at(1.5, 0).throwing(ArithmeticException.class, 1.5, 1),
        of("finallyThrowsInstead").at(1.5, 1).at(1.5, 2).at(1.5, 3),
        of("nested").at(1.5, 3, 2).at(1.5, 3, 0).at(1.5, 9, 2),
        of("resource").at(1.5, "abc").at(1.5, ""),
        of("inConditions")
            .at(new double[] {1.5, 2, 3, 200}, 2)
            .at(new double[] {1.5, 2, 3, 200}, 9)
            .at(new double[] {1.5, 2, 3}, 9),
        of("chosenInTry")
            .at(new double[] {1.5, 2}, 1)
            .at(new double[] {1.5, 0.2}, 1)
            .at(new double[] {1.5, 2}, 2)
            .at(new double[] {5, 2}, 1)
            .at(new double[] {3, 0.1}, 1),
        of("streamInTry").writes(0).at(new double[] {1.5, 2}, 0.7),
        of("doLoop").at(1.5, 3).at(1.5, -1).at(1.5, -9));
  }

  @Test
  void exceptionsThatEscapeAreThoseOfTheMethod() {
    assertEquals(0.25, TryCorpusAdjoint.Rethrown.gradient(4).x());
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> TryCorpusAdjoint.Rethrown.gradient(-4));
    assertEquals("not a number", failure.getMessage());
    assertEquals("negative", failure.getCause().getMessage());
  }

  @Test
  void finallyRunsOnceAndBeforeTheExceptionLeaves() {
    TryCorpus.LOG.clear();
    double[] a = {3, 4};
    ArrayIndexOutOfBoundsException failure =
        assertThrows(
            ArrayIndexOutOfBoundsException.class, () -> TryCorpusAdjoint.Escapes.gradient(a, 2));
    assertEquals("Index 2 out of bounds for length 2", failure.getMessage());
    assertEquals(List.of("begin", "end"), TryCorpus.LOG);
    assertEquals(6, a[0]);
    var pullback = TryCorpusAdjoint.Escapes.pullback(new double[] {3, 4}, 1);
    assertArrayEquals(new double[] {8, 6}, pullback.apply(1).a());
    assertArrayEquals(new double[] {16, 12}, pullback.apply(2).a());
    pullback.close();
    assertEquals(List.of("begin", "end", "begin", "end"), TryCorpus.LOG);
  }
}
