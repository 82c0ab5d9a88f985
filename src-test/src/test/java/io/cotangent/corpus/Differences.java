package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Central differences at steps h, h/2 and h/4. Two Richardson extrapolations must agree, otherwise
 * the point is not fit for this oracle and the test fails.
 */
final class Differences {

  private static final double STEP = 4e-3;
  private static final double AGREEMENT = 1e-6;

  private Differences() {}

  /** Differences of the annotated method itself. */
  static double[][] ofPrimal(CorpusCase corpusCase, Primal primal, Object[] point) {
    return jacobian(corpusCase, arguments -> outputs(corpusCase, primal, arguments), point, false);
  }

  /** Differences of a plain formula in {@code double} for the same function. */
  static Oracle ofFormula(ToDoubleFunction<Args> formula) {
    return (corpusCase, primal, point) ->
        jacobian(
            corpusCase,
            arguments -> new double[] {formula.applyAsDouble(new Args(arguments))},
            point,
            true);
  }

  private static double[] outputs(CorpusCase corpusCase, Primal primal, Object[] arguments) {
    try {
      Object result = primal.call(arguments);
      return corpusCase.outputLeaves(result, arguments);
    } catch (Throwable e) {
      throw new AssertionError("the primal fails near the point", e);
    }
  }

  private static double[][] jacobian(
      CorpusCase corpusCase, Function function, Object[] point, boolean widen) {
    double[] at = LeafVector.of(corpusCase.differentiated(DeepCopy.widened(point)));
    double[][] columns = new double[at.length][];
    for (int leaf = 0; leaf < at.length; leaf++) {
      columns[leaf] = column(corpusCase, function, new Point(point, widen, at, leaf));
    }
    int rows = function.at(new Point(point, widen, at, 0).moved(corpusCase, 0)).length;
    double[][] result = new double[rows][at.length];
    for (int row = 0; row < rows; row++) {
      for (int leaf = 0; leaf < at.length; leaf++) {
        result[row][leaf] = columns[leaf][row];
      }
    }
    return result;
  }

  private static double[] column(CorpusCase corpusCase, Function function, Point point) {
    double step = STEP * Math.max(1, Math.abs(point.at[point.leaf])) * corpusCase.stepFactor();
    double[] wide = central(corpusCase, function, point, step);
    double[] middle = central(corpusCase, function, point, step / 2);
    double[] narrow = central(corpusCase, function, point, step / 4);
    double[] result = new double[wide.length];
    for (int row = 0; row < result.length; row++) {
      double coarse = (4 * middle[row] - wide[row]) / 3;
      result[row] = (4 * narrow[row] - middle[row]) / 3;
      double allowed = AGREEMENT * Compare.scale(coarse);
      if (!(Math.abs(coarse - result[row]) <= allowed)) {
        fail(
            "differences do not agree at leaf "
                + point.leaf
                + ": "
                + Arrays.toString(new double[] {wide[row], middle[row], narrow[row]}));
      }
    }
    return result;
  }

  private static double[] central(
      CorpusCase corpusCase, Function function, Point point, double step) {
    double[] up = function.at(point.moved(corpusCase, step));
    double[] down = function.at(point.moved(corpusCase, -step));
    double[] result = new double[up.length];
    for (int row = 0; row < result.length; row++) {
      result[row] = (up[row] - down[row]) / (2 * step);
    }
    return result;
  }

  /** From arguments to all output leaves. */
  private interface Function {
    double[] at(Object[] arguments);
  }

  /** A point and the leaf that is moved. */
  private record Point(Object[] arguments, boolean widen, double[] at, int leaf) {

    Object[] moved(CorpusCase corpusCase, double by) {
      Object[] copy = widen ? DeepCopy.widened(arguments) : DeepCopy.separated(arguments);
      double[] leaves = at.clone();
      if (leaves.length > 0) {
        leaves[leaf] += by;
      }
      return corpusCase.withDifferentiated(copy, leaves);
    }
  }
}
