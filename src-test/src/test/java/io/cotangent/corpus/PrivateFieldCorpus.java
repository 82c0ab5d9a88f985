package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.Map;
import java.util.logging.Logger;

/** Private static fields, which generated code cannot name: tables, constants, loggers, state. */
final class PrivateFieldCorpus {
  private static final Logger LOG = Logger.getLogger("cotangent.corpus");
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
  private static final double[] LANCZOS = {
    76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155
  };
  private static final float[][] KERNEL = {{1, 2}, {0.5f}};
  private static final Map<String, Double> WEIGHTS = Map.of("a", 2.0, "b", -0.5);
  private static final Shift SHIFT = new Shift(0.25, 3);
  private static boolean isVerbose;
  private static double scale = 1.5;

  private PrivateFieldCorpus() {}

  record Shift(double by, int times) {}

  static final class Other {
    private static final long[] COUNTS = {3, 5};

    private Other() {}

    static double at(int i) {
      return COUNTS[i];
    }
  }

  @Differentiable
  static double series(double x) {
    double sum = 1;
    double y = x;
    for (double c : LANCZOS) {
      sum += c / ++y;
    }
    return Math.log(ROOT_TWO_PI * sum / x);
  }

  @Differentiable
  static double kernel(double[] x) {
    double sum = 0;
    for (int i = 0; i < KERNEL.length; i++) {
      for (int j = 0; j < KERNEL[i].length; j++) {
        sum += KERNEL[i][j] * x[i] * x[j] * Other.at(i);
      }
    }
    return sum;
  }

  @Differentiable
  static double logged(double x) {
    LOG.finest("x = " + x);
    if (isVerbose) {
      LOG.info("scale " + scale);
    }
    return scale * x * x * WEIGHTS.get("a") + WEIGHTS.get("b") * x;
  }

  @Differentiable
  static double caught(double x) {
    try {
      return x * LANCZOS[4];
    } catch (ArrayIndexOutOfBoundsException e) {
      LOG.finest(e.getMessage());
      return x * x * SHIFT.by() + SHIFT.times();
    }
  }
}
