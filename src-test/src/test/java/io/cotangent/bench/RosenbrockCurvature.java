package io.cotangent.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * Rosenbrock's Hessian times a direction, beside the generated gradient; by hand, the difference of
 * two gradients written by hand.
 */
final class RosenbrockCurvature implements Kernel {
  private static final double STEP = 1e-5;

  private final double[] x;
  private final double[] direction;
  private final double[] moved;
  private double[] partials;

  RosenbrockCurvature(int n) {
    x = new Random(3).doubles(n, -1, 1).toArray();
    direction = new Random(11).doubles(n, -1, 1).toArray();
    moved = new double[n];
    partials = new double[n];
  }

  @Override
  public double primal() {
    return SumsAdjoint.Rosenbrock.gradient(x).value();
  }

  @Override
  public double gradient() {
    var hvp = SumsAdjoint.Rosenbrock.hvp(x, direction);
    partials = hvp.x();
    return hvp.value();
  }

  @Override
  public double hand() {
    Arrays.fill(partials, 0);
    double value = side(STEP, 0.5 / STEP);
    return 0.5 * (value + side(-STEP, -0.5 / STEP));
  }

  private double side(double step, double seed) {
    for (int i = 0; i < x.length; i++) {
      moved[i] = x[i] + step * direction[i];
    }
    return SumsByHand.rosenbrock(moved, seed, partials);
  }

  @Override
  public double[] partials() {
    return partials.clone();
  }

  @Override
  public double tolerance() {
    return 1e-8;
  }
}
