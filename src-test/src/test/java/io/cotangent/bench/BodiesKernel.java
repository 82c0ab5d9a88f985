package io.cotangent.bench;

import io.cotangent.runtime.Tape;
import java.util.Arrays;
import java.util.Random;

/** {@link Orbits#bodies}: five bodies, 1000 steps. */
final class BodiesKernel implements Kernel {
  private static final int COUNT = 5;
  private static final int STEPS = 1000;

  private final Tape tape = new Tape();
  private final BodiesByHand byHand = new BodiesByHand(COUNT, STEPS);
  private final double[] positions;
  private final double[] velocities;
  private final double[] masses;
  private final double[] positionsBar = new double[3 * COUNT];
  private final double[] velocitiesBar = new double[3 * COUNT];
  private final double[] massesBar = new double[COUNT];

  BodiesKernel() {
    Random random = new Random(10);
    positions = random.doubles(3 * COUNT, -2, 2).toArray();
    velocities = random.doubles(3 * COUNT, -0.5, 0.5).toArray();
    masses = random.doubles(COUNT, 0.1, 1).toArray();
  }

  @Override
  public double primal() {
    return Orbits.bodies(positions, velocities, masses, STEPS);
  }

  @Override
  public double gradient() {
    Arrays.fill(positionsBar, 0);
    Arrays.fill(velocitiesBar, 0);
    Arrays.fill(massesBar, 0);
    return OrbitsAdjoint.Bodies.vjp(
        tape, positions, velocities, masses, STEPS, 1, positionsBar, velocitiesBar, massesBar);
  }

  @Override
  public double hand() {
    return byHand.gradient(
        positions, velocities, masses, STEPS, positionsBar, velocitiesBar, massesBar);
  }

  @Override
  public double[] partials() {
    return Flat.of(positionsBar, velocitiesBar, massesBar);
  }
}
