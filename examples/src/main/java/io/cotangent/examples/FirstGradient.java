package io.cotangent.examples;

import io.cotangent.Differentiable;

/** The smallest program: one method, one gradient. */
public final class FirstGradient {
  private FirstGradient() {}

  @Differentiable
  static double energy(double[] x, double stiffness) {
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      double stretch = x[i] - x[i - 1] - 1;
      sum += 0.5 * stiffness * stretch * stretch;
    }
    return sum;
  }

  /** Prints the energy of a chain of springs and the forces on its ends and joints. */
  public static void main(String[] args) {
    var gradient = FirstGradientAdjoint.Energy.gradient(new double[] {0, 1.5, 2, 4}, 10);
    System.out.println("energy            " + gradient.value());
    System.out.println("by position       " + java.util.Arrays.toString(gradient.x()));
    System.out.println("by stiffness      " + gradient.stiffness());
  }
}
