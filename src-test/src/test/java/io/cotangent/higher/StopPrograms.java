package io.cotangent.higher;

import io.cotangent.Constant;
import io.cotangent.Differentiable;
import io.cotangent.Gradients;
import java.util.function.DoubleBinaryOperator;

/** Derivatives that end where the user says so. */
final class StopPrograms {
  static final double[] WEIGHTS = {2, 3, 5};
  static final double[][] TABLE = {{1, 2}, {3, 4}};

  private StopPrograms() {}

  /** x^2 y with the square taken for constant: (x, y) -> (2 x y + 0, x^2 + x^2). */
  @Differentiable(order = 2)
  static double stopped(double x, double y) {
    return x * x * y + Gradients.stop(x * x) * y;
  }

  @Differentiable
  static float stoppedFloat(float x) {
    return x * Gradients.stop(x);
  }

  @Differentiable
  static double everythingStops(double x) {
    return Gradients.stop(x) * 3;
  }

  @Differentiable(order = 2)
  static double normalised(double[] x) {
    double[] fixed = Gradients.stop(x);
    x[0] = x[0] * 2;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * fixed[i];
    }
    return sum;
  }

  @Differentiable
  static double matrix(double[][] x) {
    double[][] fixed = Gradients.stop(x);
    return x[0][0] * fixed[1][0] + (x[1] == fixed[1] ? 1 : 0);
  }

  @Differentiable
  static double constantParameter(double x, @Constant double k, @Constant double[] w) {
    return x * x * k + w[0] * x;
  }

  @Differentiable(order = 2)
  static double constantInCallee(double x) {
    return scaled(x, x) + cube(x) + x * x;
  }

  private static double scaled(double x, @Constant double by) {
    return x * by;
  }

  @Constant
  private static double cube(double x) {
    return x * x * x;
  }

  @Differentiable
  static double constantInLambda(double x) {
    DoubleBinaryOperator f = (double a, @Constant double b) -> a * b;
    return f.applyAsDouble(x, x);
  }

  @Differentiable
  static double staticArrays(double x) {
    double sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * x * TABLE[1][i % 2];
    }
    return sum;
  }
}
