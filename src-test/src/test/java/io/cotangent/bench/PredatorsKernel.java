package io.cotangent.bench;

import io.cotangent.runtime.Tape;

/** {@link Orbits#predators} with 10,000 steps. */
final class PredatorsKernel implements Kernel {
  private static final int STEPS = 10_000;

  private final Tape tape = new Tape();
  private final PredatorsByHand byHand = new PredatorsByHand(STEPS);
  private final double[][] bars = new double[6][1];

  @Override
  public double primal() {
    return Orbits.predators(10, 5, 1.1, 0.4, 0.4, 0.1, STEPS);
  }

  @Override
  public double gradient() {
    Flat.clear(bars);
    return OrbitsAdjoint.Predators.vjp(
        tape, 10, 5, 1.1, 0.4, 0.4, 0.1, STEPS, 1, bars[0], bars[1], bars[2], bars[3], bars[4],
        bars[5]);
  }

  @Override
  public double hand() {
    return byHand.gradient(10, 5, 1.1, 0.4, 0.4, 0.1, STEPS, bars);
  }

  @Override
  public double[] partials() {
    return Flat.of((Object) bars);
  }
}
