package io.cotangent.corpus;

import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link ResultCorpus}. */
final class ResultCorpusTest {

  private static final double[] TWO = {1.5, 0.75};
  private static final double[] THREE = {1.5, -0.75, 2.0};

  @TestFactory
  Stream<DynamicNode> arrays() {
    return CorpusSuite.of(
        ResultCorpus.class,
        of("squares").at(TWO).at(new double[0]).jacobian(a -> squares(a.v(0))),
        of("literalResult").at(1.5, -2.0).jacobian(a -> literalResult(a.d(0), a.d(1))),
        of("outerProduct").at(TWO, THREE).at(TWO, new double[0]),
        of("jaggedResult")
            .at(1.5)
            .jacobian(a -> new double[][] {{3 * a.d(0) * a.d(0)}, {2 * a.d(0)}, {2}, {0}}),
        of("residuals").at(TWO, THREE),
        of("returnsInBranches").at(THREE, 3.0).at(THREE, 1.5).at(TWO, 1.5),
        of("sharedRowResult")
            .at(1.5)
            .jacobian(a -> new double[][] {{1}, {2 * a.d(0)}, {1}, {2 * a.d(0)}}),
        of("floatResult")
            .at(new float[] {1.5f, -0.5f})
            .jacobian(a -> new double[][] {{a.v(0)[1], a.v(0)[0]}, {0, 2 * a.v(0)[1]}}),
        of("resultAndEffect")
            .writes(0)
            .at(TWO)
            .jacobian(a -> resultAndEffect(a.v(0)[0], a.v(0)[1])));
  }

  @TestFactory
  Stream<DynamicNode> records() {
    return CorpusSuite.of(
        ResultCorpus.class,
        of("polar").at(3.0, -4.0).at(-1.0, 0.5).jacobian(a -> polar(a.d(0), a.d(1))),
        of("fit").at(TWO, 0.125, 3).at(TWO, 0.125, 0),
        of("pair").at(1.5).jacobian(a -> new double[][] {{2 * a.d(0)}, {1}, {3 * a.d(0) * a.d(0)}}),
        of("mixedRecord")
            .at(1.5f, 2.0)
            .jacobian(a -> new double[][] {{2 * a.d(0), 0}, {a.d(1), a.d(0)}}),
        of("recordFromBranch").at(-1.5).at(0.5).at(1.5));
  }

  private static double[][] squares(double[] v) {
    double[][] result = new double[v.length][v.length];
    for (int i = 0; i < v.length; i++) {
      result[i][i] = 2 * v[i];
    }
    return result;
  }

  private static double[][] literalResult(double x, double y) {
    return new double[][] {{y, x}, {0, 0}, {1, -1}, {0, 3 * y * y}};
  }

  private static double[][] polar(double x, double y) {
    double square = x * x + y * y;
    double radius = Math.sqrt(square);
    return new double[][] {{x / radius, y / radius}, {-y / square, x / square}};
  }

  /** Results xy, y; final contents xyy, y. */
  private static double[][] resultAndEffect(double x, double y) {
    return new double[][] {{y, x}, {0, 1}, {y * y, 2 * x * y}, {0, 1}};
  }
}
