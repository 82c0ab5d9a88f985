package io.cotangent.higher;

import io.cotangent.Differentiable;

/** Derivatives of methods of objects, called in others. */
final class NestedObjectPrograms {
  private NestedObjectPrograms() {}

  /** A scale that belongs to a spring. */
  static final class Scale {
    final double factor;

    Scale(double factor) {
      this.factor = factor;
    }
  }

  /** A spring that can be made stiffer. */
  static final class Spring {
    private final double[] stiffness;
    private final Scale scale;
    double bias;

    Spring(double[] stiffness, double bias) {
      this.stiffness = stiffness;
      this.bias = bias;
      this.scale = new Scale(stiffness[0]);
    }

    double[] stiffness() {
      return stiffness;
    }

    Scale scale() {
      return scale;
    }

    void shift(double by) {
      bias += by;
    }

    @Differentiable(wrt = "x", order = 3)
    double energy(double x) {
      double sum = bias * x * x;
      for (double k : stiffness) {
        sum += scale.factor * Math.sin(k * x);
      }
      return sum;
    }

    @Differentiable(wrt = "x")
    double[] forces(double[] x) {
      return new double[] {x[0] * x[1] * bias, Math.exp(x[1] * stiffness[0])};
    }

    /** Calls a derivative of its own. */
    @Differentiable(order = 2)
    double residual(double x) {
      double slope = NestedObjectPrograms_SpringAdjoint.Energy.gradient(this, x).x();
      return slope * slope + bias * x;
    }
  }

  /** An object changes between two calls of a generated member. */
  @Differentiable
  static double changed(double[] k, double bias, double x) {
    Spring spring = new Spring(k, bias);
    double slope = NestedObjectPrograms_SpringAdjoint.Energy.gradient(spring, x).x();
    spring.shift(slope);
    return slope + NestedObjectPrograms_SpringAdjoint.Energy.gradient(spring, 2 * x).x();
  }

  /** All members of a method whose receiver nobody asks for. */
  @Differentiable
  static double members(double[] k, double bias, double x) {
    Spring spring = new Spring(k, bias);
    double sum = 0;
    for (int i = 0; i < k.length; i++) {
      spring.bias += 0.1 * i * bias;
      sum += NestedObjectPrograms_SpringAdjoint.Energy.hvp(spring, x, bias).x();
      sum += NestedObjectPrograms_SpringAdjoint.Energy.jvp(spring, x, k[i]).tangent();
      sum += NestedObjectPrograms_SpringAdjoint.Energy.hessian(spring, x * i)[0][0];
    }
    double[] higher = NestedObjectPrograms_SpringAdjoint.Energy.derivatives(spring, x);
    double[] bar = new double[2];
    double[] at = {x, bias};
    double[] seed = {bias, 1};
    double[] forces = NestedObjectPrograms_SpringAdjoint.Forces.vjp(spring, at, seed, bar);
    double[][] jacobian = NestedObjectPrograms_SpringAdjoint.Forces.jacobian(spring, at);
    return sum + higher[1] * higher[3] + bar[0] * bar[1] + forces[0] + jacobian[1][1];
  }

  /** The receiver has derivatives too: columns tell them, no component does. */
  @Differentiable
  static double whole(double[] k, double bias, double x) {
    Spring spring = new Spring(k, bias);
    double slope = NestedObjectPrograms_SpringAdjoint.Residual.gradient(spring, x).x();
    double[][] hessian = NestedObjectPrograms_SpringAdjoint.Residual.hessian(spring, x);
    int last = hessian.length - 1;
    return slope + hessian[0][1] * hessian[last][last] + hessian[last][0];
  }

  /** An object from outside. */
  @Differentiable
  static double given(Spring spring, double[] times) {
    double loss = 0;
    for (double t : times) {
      double error = NestedObjectPrograms_SpringAdjoint.Energy.gradient(spring, t).x() - t;
      loss += error * error;
    }
    return loss;
  }

  @Differentiable
  static double nothing(double x) {
    Spring spring = x > 0 ? null : new Spring(new double[] {x}, x);
    return NestedObjectPrograms_SpringAdjoint.Energy.gradient(spring, x).x();
  }
}
