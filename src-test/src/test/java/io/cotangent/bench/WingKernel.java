package io.cotangent.bench;

import java.util.Random;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link Formulas#wingWeight} at 64 points. */
final class WingKernel implements Kernel, Peer {
  private static final double[] LOW = {150, 220, 6, -0.17, 16, 0.5, 0.08, 2.5, 1700, 0.025};
  private static final double[] HIGH = {200, 300, 10, 0.17, 45, 1, 0.18, 6, 2500, 0.08};

  private final double[][] points = new double[64][10];
  private final double[][] bars = new double[10][1];

  WingKernel() {
    Random random = new Random(2);
    for (double[] point : points) {
      for (int i = 0; i < point.length; i++) {
        point[i] = LOW[i] + (HIGH[i] - LOW[i]) * random.nextDouble();
      }
    }
  }

  @Override
  public double primal() {
    double sum = 0;
    for (double[] p : points) {
      sum += Formulas.wingWeight(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9]);
    }
    return sum;
  }

  @Override
  public double gradient() {
    Flat.clear(bars);
    double[][] b = bars;
    double sum = 0;
    for (double[] p : points) {
      sum +=
          FormulasAdjoint.WingWeight.vjp(
              p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], 1, b[0], b[1], b[2], b[3],
              b[4], b[5], b[6], b[7], b[8], b[9]);
    }
    return sum;
  }

  @Override
  public double hand() {
    Flat.clear(bars);
    double sum = 0;
    for (double[] p : points) {
      sum += FormulasByHand.wingWeight(p, 1, bars);
    }
    return sum;
  }

  @Override
  public double[] partials() {
    return Flat.of((Object) bars);
  }

  @Override
  public double hipparchus() {
    Flat.clear(bars);
    double sum = 0;
    for (double[] point : points) {
      Gradient[] p = new Gradient[point.length];
      for (int i = 0; i < p.length; i++) {
        p[i] = Gradient.variable(p.length, i, point[i]);
      }
      Gradient cosine = p[3].cos();
      Gradient shape =
          p[0].pow(0.758)
              .multiply(0.036)
              .multiply(p[1].pow(0.0035))
              .multiply(p[2].divide(cosine.multiply(cosine)).pow(0.6))
              .multiply(p[4].pow(0.006))
              .multiply(p[5].pow(0.04));
      Gradient strength =
          p[6].multiply(100).divide(cosine).pow(-0.3).multiply(p[7].multiply(p[8]).pow(0.49));
      Gradient weight = shape.multiply(strength).add(p[0].multiply(p[9]));
      for (int i = 0; i < p.length; i++) {
        bars[i][0] += weight.getPartialDerivative(i);
      }
      sum += weight.getValue();
    }
    return sum;
  }
}
