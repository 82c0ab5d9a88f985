package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link ArrayCorpus}. */
final class ArrayCorpusTest {

  private static final double[] THREE = {1.5, -0.75, 2.0};
  private static final double[] FIVE = {1.25, -0.5, 2.0, 0.75, -1.5};
  private static final double[] SHARED = {1.5, 2.5};
  private static final double[][] MATRIX = {{1.5, 0.5}, {-0.75, 2.0}};

  @TestFactory
  Stream<DynamicNode> made() {
    return CorpusSuite.of(
        ArrayCorpus.class,
        of("literal").at(1.5, -2.0).closed(a -> row(4 * a.d(1), 4 * a.d(0))),
        of("nestedLiteral").at(1.5).closed(a -> row(3 * a.d(0) * a.d(0) + 8 * a.d(0))),
        of("localBuffer").at(FIVE).at(new double[0]).at(new double[] {3}),
        of("jaggedTriangle").at(1.25, 4).at(1.25, 1),
        of("partlyAllocated").at(1.5).closed(a -> row(3 * a.d(0) * a.d(0) + 1)),
        of("passiveArrays").at(1.5).closed(a -> row(6.5 + 4 * a.d(0))),
        of("activityChanges").at(1.5).closed(a -> row(12 * a.d(0) + 9)),
        of("arrayReassignedInLoop").at(1.25, 4).at(1.25, 0),
        of("arrayPerIteration").at(FIVE).at(new double[0]).at(SHARED));
  }

  @TestFactory
  Stream<DynamicNode> copiedInLoops() {
    return CorpusSuite.of(
        ArrayCorpus.class,
        of("copiesOfOneBuffer").at(THREE).at(FIVE).at(new double[0]),
        of("copiesOfPassiveBuffer").at(THREE).at(FIVE),
        of("copiesOfSwappedRows").at(THREE).at(FIVE),
        of("copiesOfWhatStays").at(THREE, SHARED).at(FIVE, THREE));
  }

  @TestFactory
  Stream<DynamicNode> read() {
    return CorpusSuite.of(
        ArrayCorpus.class,
        of("sumOfTwoByTwoSquared")
            .special("ones", (Object) new double[][] {{1, 1}, {1, 1}})
            .closed(a -> row(8, 8, 8, 8)),
        of("quadraticForm")
            .at(SHARED, MATRIX)
            .at(new double[0], new double[0][])
            .closed(a -> quadraticForm(a.v(0), a.m(1))),
        of("threeDimensions").at((Object) new double[][][] {{{1, 2}, {}, {0.5}}, {}, {{1.5}}}),
        of("indexArray").at(THREE, new int[] {2, 0, 2, 1, 2}).at(THREE, new int[0]),
        of("indexArrayOverwritten").at(THREE),
        of("emptyArrays").at(FIVE, 1.5).closed(a -> row(0, 0, 0, 0, 0, 5)),
        of("nullableRow")
            .wrt(0, 1)
            .at(THREE, 1.5)
            .special("no array", null, 1.5)
            .closed(a -> a.v(0) == null ? row(2 * a.d(1)) : row(a.d(1), 0, 0, a.v(0)[0])),
        of("arrayParameterReassigned").at(SHARED).closed(a -> reassigned(a.v(0))));
  }

  /** One array object under two parameters, and one row in two matrices: nothing is written. */
  @TestFactory
  Stream<DynamicNode> sharedArguments() {
    return CorpusSuite.of(
        ArrayCorpus.class,
        of("matrixProductTrace")
            .at(MATRIX, new double[][] {{0.5, 1}, {2, -1}})
            .special("the same matrix twice", MATRIX, MATRIX)
            .special("one row twice", new double[][] {SHARED, SHARED}, MATRIX)
            .special(
                "a shared row", new double[][] {SHARED, {1, 2}}, new double[][] {{1, 3}, SHARED}));
  }

  @TestFactory
  Stream<DynamicNode> updatedInPlace() {
    return CorpusSuite.of(
        ArrayCorpus.class,
        of("updatesInPlace").at(0.75, 0).at(0.75, 1).at(0.75, 6),
        of("prefixProducts").at(FIVE).at(new double[0]).special("zero", new double[] {2, 0, 3}),
        of("elementIncrement").at(1.5).at(-0.5),
        of("indexEffects").at(THREE),
        of("assignmentOrder").at(1.5).closed(a -> row(3 * (8 * a.d(0) + 7))),
        of("cloneIsIndependent").at(SHARED).closed(a -> cloned(a.v(0))),
        of("gaussianElimination")
            .at(new double[][] {{0.5, 2, 1}, {4, 1, -1}, {1, 3, 5}}, THREE)
            .at(new double[0][], new double[0]),
        of("weightedMedianOfSorted").at(FIVE).closed(a -> sorted(a.v(0))));
  }

  @TestFactory
  Stream<DynamicNode> aliases() {
    return CorpusSuite.of(
        ArrayCorpus.class,
        of("aliasOfArray").at(1.5).closed(a -> row(aliased(a.d(0)))),
        of("aliasByBranch").at(1.5, true).at(1.5, false),
        of("rowReference").at((Object) MATRIX),
        of("swappedArrays").at(0.75, 0).at(0.75, 1).at(0.75, 4),
        of("swappedElements").at(FIVE).at(SHARED).at(new double[0]),
        of("swappedRows").at(1.5, 2.5).closed(a -> row(a.d(1) * a.d(1) + 1, 2 * a.d(0) * a.d(1))),
        of("sharedRow").at(1.5).closed(a -> row(18 * a.d(0) * a.d(0))),
        of("shallowClone").at(1.5).closed(a -> row(3 * a.d(0) * a.d(0) + 5)));
  }

  private static double[] quadraticForm(double[] x, double[][] m) {
    int n = x.length;
    double[] result = new double[n + n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        result[i] += (m[i][j] + m[j][i]) * x[j];
        result[n + i * n + j] = x[i] * x[j];
      }
    }
    return result;
  }

  /** x y z z with v = (y, x): v1 * v0 v1 * v0. */
  private static double[] reassigned(double[] v) {
    return row(2 * v[0] * v[1] * v[1], 2 * v[0] * v[0] * v[1]);
  }

  /** p = xy; p (x + p) y = x^2 y^2 + x^2 y^3. */
  private static double[] cloned(double[] v) {
    double x = v[0];
    double y = v[1];
    return row(2 * x * y * y * (1 + y), x * x * y * (2 + 3 * y));
  }

  private static double[] sorted(double[] v) {
    double[] result = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      for (double each : v) {
        result[i] += each < v[i] ? 2 * v[i] : 0;
      }
    }
    return result;
  }

  /** s = x^2; s (s + x)^2 ... as b is a, the last product squares. */
  private static double aliased(double x) {
    double s = x * x + x;
    return 2 * x * s * s + x * x * 2 * s * (2 * x + 1);
  }
}
