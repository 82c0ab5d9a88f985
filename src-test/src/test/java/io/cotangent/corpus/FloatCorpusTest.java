package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link FloatCorpus}; the formulas are evaluated in {@code double}. */
final class FloatCorpusTest {

  private static final float[] TWO = {1.5f, -0.75f};

  @TestFactory
  Stream<DynamicNode> scalars() {
    return CorpusSuite.of(
        FloatCorpus.class,
        of("product").at(1.5f, 0.5f).closed(a -> product(a.d(0), a.d(1))),
        of("mixed").at(1.5f, 0.5).closed(a -> mixed(a.d(0), a.d(1))),
        of("narrowed").at(1.25, 0.5f).closed(a -> narrowed(a.d(0), a.d(1))),
        of("compoundNarrows").at(1.5f, 0.3).formula(a -> compoundNarrows(a.d(0), a.d(1))),
        of("mathOnFloats").at(1.3f, 2.1f).at(2.1f, 1.3f).formula(a -> onDoubles(a.d(0), a.d(1))),
        of("floatLoop").at(1.5f, 0).at(1.5f, 6).formula(a -> floatLoop(a.d(0), a.n(1))),
        of("promotions")
            .at(1.5f, 2, 7L, 'b')
            .at(1.5f, 3, 7L, 'b')
            .closed(a -> row(a.n(1) + 14 * a.d(0) / 'b' + (a.n(1) > 2 ? 0 : 1))),
        of("unaryFloat").at(2.25f).closed(a -> row(2 * a.d(0) * ((int) a.d(0) + 1))));
  }

  @TestFactory
  Stream<DynamicNode> arrays() {
    return CorpusSuite.of(
        FloatCorpus.class,
        of("arrays")
            .at(TWO, new float[][] {{1, 2}, {0.5f}})
            .at(new float[0], new float[0][])
            .formula(a -> arrays(a.v(0), a.m(1))),
        of("floatOutputs")
            .writes(1)
            .at(TWO, new float[] {2, 3}, 0.5f)
            .jacobian(a -> floatOutputs(a.v(0), a.v(1), a.d(2))),
        of("floatArrayToDouble")
            .writes(1)
            .at(TWO, new double[] {0.5, 2})
            .jacobian(a -> floatArrayToDouble(a.v(0), a.v(1))));
  }

  private static double[] product(double x, double y) {
    return row(y + 1 / y, x - x / (y * y) - 1);
  }

  private static double[] mixed(double x, double y) {
    return row(y + y * y, x + 2 * x * y);
  }

  private static double[] narrowed(double x, double y) {
    return row(2 * x * y, x * x);
  }

  private static double compoundNarrows(double x, double y) {
    return (x * y + y * y - 0.5) * x;
  }

  private static double onDoubles(double x, double y) {
    double root = Math.sin(x) * Math.sqrt(y);
    return x * Math.max(x, y) + Math.min(x, y) + root + x * y + 2 * x + Math.round(x) * y;
  }

  private static double floatLoop(double x, int n) {
    double r = 1;
    for (int i = 0; i < n; i++) {
      r = r * x * 0.5 + i;
    }
    return r;
  }

  private static double arrays(double[] v, double[][] m) {
    double r = 0;
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < m[i].length; j++) {
        r += v[i] * m[i][j] * m[i][j];
      }
    }
    return r;
  }

  private static double[][] floatOutputs(double[] in, double[] out, double factor) {
    return new double[][] {
      {out[0] * factor, 0, in[0] * factor, 0, out[0] * in[0]},
      {0, out[1] * factor, 0, in[1] * factor, out[1] * in[1]}
    };
  }

  /** v0^2 w0 v1^2 w1, and the products v w. */
  private static double[][] floatArrayToDouble(double[] v, double[] w) {
    double all = v[0] * v[0] * w[0] * v[1] * v[1] * w[1];
    return new double[][] {
      {2 * all / v[0], 2 * all / v[1], all / w[0], all / w[1]},
      {w[0], 0, v[0], 0},
      {0, w[1], 0, v[1]}
    };
  }
}
