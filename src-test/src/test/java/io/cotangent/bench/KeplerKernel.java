package io.cotangent.bench;

import io.cotangent.runtime.Tape;
import java.util.Arrays;
import java.util.Random;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link Orbits#anomalies} of 1000 mean anomalies. */
final class KeplerKernel implements Kernel, Peer {
  private static final double ECCENTRICITY = 0.3;

  private final Tape tape = new Tape();
  private final KeplerByHand byHand = new KeplerByHand();
  private final double[] means = new Random(9).doubles(1000, 0, 2 * Math.PI).toArray();
  private final double[] meansBar = new double[means.length];
  private final double[] bar = new double[1];

  private void clear() {
    Arrays.fill(meansBar, 0);
    bar[0] = 0;
  }

  @Override
  public double primal() {
    return Orbits.anomalies(means, ECCENTRICITY);
  }

  @Override
  public double gradient() {
    clear();
    return OrbitsAdjoint.Anomalies.vjp(tape, means, ECCENTRICITY, 1, meansBar, bar);
  }

  @Override
  public double hand() {
    clear();
    return byHand.gradient(means, ECCENTRICITY, meansBar, bar);
  }

  @Override
  public double[] partials() {
    return Flat.of(meansBar, bar);
  }

  @Override
  public double hipparchus() {
    clear();
    double sum = 0;
    Gradient eccentricity = Gradient.variable(2, 1, ECCENTRICITY);
    for (int i = 0; i < means.length; i++) {
      Gradient mean = Gradient.variable(2, 0, means[i]);
      Gradient anomaly = mean;
      Gradient step;
      do {
        Gradient error = anomaly.subtract(eccentricity.multiply(anomaly.sin())).subtract(mean);
        step = error.divide(eccentricity.multiply(anomaly.cos()).negate().add(1));
        anomaly = anomaly.subtract(step);
      } while (Math.abs(step.getValue()) > 1e-10);
      sum += anomaly.getValue();
      meansBar[i] += anomaly.getPartialDerivative(0);
      bar[0] += anomaly.getPartialDerivative(1);
    }
    return sum;
  }
}
