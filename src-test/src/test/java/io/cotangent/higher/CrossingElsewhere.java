package io.cotangent.higher;

import io.cotangent.Differentiable;

/** The other file of {@link CrossingPrograms}. */
final class CrossingElsewhere {
  private CrossingElsewhere() {}

  @Differentiable
  static double slope(double x, double y) {
    return CrossingProgramsAdjoint.Waves.gradient(x, y).x();
  }

  /** {@code d(x d2f/dxdy)/dx}, by a tangent of something that holds a gradient of a gradient. */
  @Differentiable(order = 2)
  static double curved(double x, double y) {
    return CrossingProgramsAdjoint.Bent.jvp(x, y, 1, 0).tangent();
  }

  @Differentiable(order = 2)
  static double bowl(double x, double y) {
    return Math.exp(x) + Math.exp(y) + x * x * y * y - x - 2 * y;
  }
}
