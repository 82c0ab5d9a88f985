package io.cotangent.examples;

import io.cotangent.Differentiable;
import java.util.Locale;

/**
 * Newton's method on a generated gradient and Hessian: where the chain that hangs between two walls
 * comes to rest.
 */
public final class NewtonSteps {
  private NewtonSteps() {}

  /** The energy of a chain of springs between two walls, each link pulled down by its load. */
  @Differentiable(order = 2, wrt = "heights")
  static double energy(double[] heights, double load) {
    double energy = 0;
    double before = 0;
    for (double height : heights) {
      energy += spring(height - before) + load * height;
      before = height;
    }
    return energy + spring(before);
  }

  /** It gets stiffer as it is stretched. */
  private static double spring(double rise) {
    double stretch = Math.sqrt(1 + rise * rise);
    return 0.5 * stretch * stretch + 0.1 * stretch * stretch * stretch * stretch;
  }

  /** Prints the slope of the energy before each step, and the heights at rest. */
  public static void main(String[] args) {
    double[] heights = new double[7];
    double slope = length(heights, 0.5);
    for (int step = 0; slope > 1e-12; step++) {
      System.out.printf(Locale.ROOT, "step %d: slope %.1e%n", step, slope);
      step(heights, 0.5);
      slope = length(heights, 0.5);
    }
    for (double height : heights) {
      System.out.printf(Locale.ROOT, "%.5f%n", height);
    }
  }

  private static double length(double[] heights, double load) {
    double sum = 0;
    for (double slope : NewtonStepsAdjoint.Energy.gradient(heights, load).heights()) {
      sum += slope * slope;
    }
    return Math.sqrt(sum);
  }

  /** One step of Newton's method, in place. */
  static void step(double[] heights, double load) {
    double[][] hessian = NewtonStepsAdjoint.Energy.hessian(heights, load);
    double[] slope = NewtonStepsAdjoint.Energy.gradient(heights, load).heights();
    solve(hessian, slope);
    for (int i = 0; i < heights.length; i++) {
      heights[i] -= slope[i];
    }
  }

  /** Gauss's elimination for a positive definite matrix; the right side becomes the solution. */
  private static void solve(double[][] a, double[] b) {
    for (int k = 0; k < b.length; k++) {
      for (int i = k + 1; i < b.length; i++) {
        double factor = a[i][k] / a[k][k];
        for (int j = k; j < b.length; j++) {
          a[i][j] -= factor * a[k][j];
        }
        b[i] -= factor * b[k];
      }
    }
    for (int k = b.length - 1; k >= 0; k--) {
      for (int j = k + 1; j < b.length; j++) {
        b[k] -= a[k][j] * b[j];
      }
      b[k] /= a[k][k];
    }
  }
}
