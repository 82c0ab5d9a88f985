package io.cotangent.bench;

import java.util.Random;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link Formulas#wave} at 256 points. */
final class WaveKernel implements Kernel, Peer {
  private final double[] x = new double[256];
  private final double[] y = new double[256];
  private final double[] xBar = new double[1];
  private final double[] yBar = new double[1];

  WaveKernel() {
    Random random = new Random(1);
    for (int i = 0; i < x.length; i++) {
      x[i] = 0.5 + random.nextDouble();
      y[i] = 0.5 + random.nextDouble();
    }
  }

  @Override
  public double primal() {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Formulas.wave(x[i], y[i]);
    }
    return sum;
  }

  @Override
  public double gradient() {
    xBar[0] = 0;
    yBar[0] = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += FormulasAdjoint.Wave.vjp(x[i], y[i], 1, xBar, yBar);
    }
    return sum;
  }

  @Override
  public double hand() {
    xBar[0] = 0;
    yBar[0] = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += FormulasByHand.wave(x[i], y[i], 1, xBar, yBar);
    }
    return sum;
  }

  @Override
  public double[] partials() {
    return Flat.of(xBar, yBar);
  }

  @Override
  public double hipparchus() {
    xBar[0] = 0;
    yBar[0] = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      Gradient gx = Gradient.variable(2, 0, x[i]);
      Gradient gy = Gradient.variable(2, 1, y[i]);
      Gradient product = gx.multiply(gy);
      Gradient phase = product.sin().add(gx.divide(gy));
      Gradient damping = phase.multiply(phase).negate().exp();
      Gradient wave = damping.multiply(product).add(gx.add(gy).log());
      sum += wave.getValue();
      xBar[0] += wave.getPartialDerivative(0);
      yBar[0] += wave.getPartialDerivative(1);
    }
    return sum;
  }
}
