package io.cotangent.corpus;

import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link OutParameterCorpus}. */
final class OutParameterCorpusTest {

  private static final double[] THREE = {1.5, -0.75, 2.0};
  private static final double[] OTHER = {0.5, 3.0, -1.25};
  private static final double[][] MATRIX = {{1.5, 0.5}, {-0.75, 2.0}, {3.0, -2.0}};

  @TestFactory
  Stream<DynamicNode> withoutResult() {
    return CorpusSuite.of(
        OutParameterCorpus.class,
        of("squares").writes(1).at(THREE, OTHER).at(new double[0], new double[] {4}),
        of("axpy").writes(2).at(1.5, THREE, OTHER).jacobian(a -> axpy(a.d(0), a.v(1))),
        of("scaleInPlace").writes(0).at(THREE, 1.5).at(new double[0], 1.5),
        of("cumulativeProduct")
            .writes(0)
            .at(new double[] {2, 3, 5})
            .jacobian(a -> new double[][] {{1, 0, 0}, {3, 2, 0}, {15, 10, 6}}),
        of("reverse")
            .writes(0)
            .at(THREE)
            .jacobian(a -> new double[][] {{0, 0, 1}, {0, 1, 0}, {1, 0, 0}}),
        of("smooth").writes(0).at(MATRIX, 2).at(MATRIX, 0),
        of("writesOneRow").writes(0).at(MATRIX, 1.5, 1).at(MATRIX, 1.5, 0),
        of("writesOnCondition")
            .writes(0)
            .at(new double[] {1, 2}, 1.5)
            .at(new double[] {-1, 2}, 1.5)
            .jacobian(
                a ->
                    a.v(0)[0] > 0
                        ? new double[][] {{0, a.d(1), a.v(0)[1]}, {0, 1, 0}}
                        : new double[][] {{1, 0, 0}, {0, 0, -1}}),
        of("twoOutputs").writes(1, 2).at(0.75, new double[] {2}, new double[] {5}),
        of("swapRows").writes(0).at(new double[][] {{1, 2}, {3, 4}}, 1.5),
        of("writtenTwice")
            .writes(0)
            .at(new double[] {1.5, 2})
            .jacobian(a -> new double[][] {writtenTwice(a.v(0)), {0, 0}}));
  }

  @TestFactory
  Stream<DynamicNode> withResult() {
    return CorpusSuite.of(
        OutParameterCorpus.class,
        of("sumAndClear")
            .writes(0)
            .at(new double[] {1.5, -2})
            .jacobian(a -> new double[][] {{2 * a.v(0)[0], 2 * a.v(0)[1]}, {0, 0}, {0, 0}}),
        of("normalise").writes(0).at(THREE),
        of("overwrittenThenRead").writes(0).at(new double[] {1.5, 2.5}, 0.75),
        of("writesPassive").wrt(0).at(THREE, OTHER),
        of("passiveEffects")
            .at(1.5, new int[2], new StringBuilder("log:"), new boolean[3])
            .closed(a -> new double[] {4 * Math.pow(a.d(0), 3)}));
  }

  private static double[][] axpy(double a, double[] x) {
    double[][] result = new double[x.length][1 + 2 * x.length];
    for (int i = 0; i < x.length; i++) {
      result[i][0] = x[i];
      result[i][1 + i] = a;
      result[i][1 + x.length + i] = 1;
    }
    return result;
  }

  /** (xy + y)^2. */
  private static double[] writtenTwice(double[] v) {
    double root = v[0] * v[1] + v[1];
    return new double[] {2 * root * v[1], 2 * root * (v[0] + 1)};
  }
}
