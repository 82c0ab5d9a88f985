package io.cotangent.higher;

import io.cotangent.Differentiable;

/** Methods that call derivatives of methods of another file, which calls derivatives of these. */
final class CrossingPrograms {
  private CrossingPrograms() {}

  @Differentiable(order = 2)
  static double waves(double x, double y) {
    return Math.sin(x * y) * Math.exp(x) + x * x * y * y * y;
  }

  /** Depth two: the other file's method is made of the gradient of {@link #waves}. */
  @Differentiable(order = 2)
  static double bent(double x, double y) {
    return CrossingElsewhereAdjoint.Slope.gradient(x, y).y() * x;
  }

  /** Depth three, a product of a Hessian with a direction on top of it. */
  @Differentiable
  static double deep(double x, double y) {
    return CrossingElsewhereAdjoint.Curved.hvp(x, y, 1, 0).y();
  }

  /** A Newton step in two variables: gradient and Hessian are generated. */
  @Differentiable
  static double newton(double x, double y) {
    var toX = CrossingElsewhereAdjoint.Bowl.hvp(x, y, 1, 0);
    var toY = CrossingElsewhereAdjoint.Bowl.hvp(x, y, 0, 1);
    var slope = CrossingElsewhereAdjoint.Bowl.gradient(x, y);
    double determinant = toX.x() * toY.y() - toX.y() * toY.x();
    return x - (toY.y() * slope.x() - toX.y() * slope.y()) / determinant;
  }
}
