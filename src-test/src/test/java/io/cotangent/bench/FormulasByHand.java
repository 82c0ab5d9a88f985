package io.cotangent.bench;

/** Adjoints of {@link Formulas}. */
final class FormulasByHand {
  private FormulasByHand() {}

  static double wave(double x, double y, double seed, double[] xBar, double[] yBar) {
    double product = x * y;
    double sine = Math.sin(product);
    double quotient = x / y;
    double phase = sine + quotient;
    double damping = Math.exp(-phase * phase);
    double sum = x + y;
    double value = damping * product + Math.log(sum);
    double phaseBar = -2 * phase * damping * product * seed;
    double productBar = seed * damping + phaseBar * Math.cos(product);
    double sumBar = seed / sum;
    double quotientBar = phaseBar / y;
    xBar[0] += productBar * y + quotientBar + sumBar;
    yBar[0] += productBar * x - quotientBar * quotient + sumBar;
    return value;
  }

  /** The partials of a product of powers are the product times exponent over base. */
  static double wingWeight(double[] p, double seed, double[][] bars) {
    double cosine = Math.cos(p[3]);
    double shape =
        0.036
            * Math.pow(p[0], 0.758)
            * Math.pow(p[1], 0.0035)
            * Math.pow(p[2] / (cosine * cosine), 0.6)
            * Math.pow(p[4], 0.006)
            * Math.pow(p[5], 0.04);
    double strength = Math.pow(100 * p[6] / cosine, -0.3) * Math.pow(p[7] * p[8], 0.49);
    double product = shape * strength;
    double bar = seed * product;
    bars[0][0] += bar * 0.758 / p[0] + seed * p[9];
    bars[1][0] += bar * 0.0035 / p[1];
    bars[2][0] += bar * 0.6 / p[2];
    bars[3][0] += bar * 0.9 * Math.sin(p[3]) / cosine;
    bars[4][0] += bar * 0.006 / p[4];
    bars[5][0] += bar * 0.04 / p[5];
    bars[6][0] -= bar * 0.3 / p[6];
    bars[7][0] += bar * 0.49 / p[7];
    bars[8][0] += bar * 0.49 / p[8];
    bars[9][0] += seed * p[0];
    return product + p[0] * p[9];
  }
}
