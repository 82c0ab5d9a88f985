package io.cotangent.examples;

import io.cotangent.Differentiable;
import java.util.Arrays;

/** The first-order rows of TensorFlow's GradientTape tutorial, in ordinary Java. */
public final class TapeTutorial {
  private TapeTutorial() {}

  /** The square of the sum of all elements. */
  @Differentiable
  static double squareOfSum(double[][] x) {
    double y = 0;
    for (double[] row : x) {
      for (double element : row) {
        y += element;
      }
    }
    return y * y;
  }

  /** Two results of one input. */
  record Powers(double y, double z) {}

  @Differentiable
  static Powers powers(double x) {
    double y = x * x;
    return new Powers(y, y * y);
  }

  /** Control flow is that of the program. */
  @Differentiable
  static double product(double x, int y) {
    double output = 1.0;
    for (int i = 0; i < y; i++) {
      if (i > 1 && i < 5) {
        output *= x;
      }
    }
    return output;
  }

  /** Prints each row of the tutorial with its result. */
  public static void main(String[] args) {
    double[][] ones = {{1, 1}, {1, 1}};
    double[][] slope = TapeTutorialAdjoint.SquareOfSum.gradient(ones).x();
    System.out.println("dz/dx of (sum of ones)^2   " + Arrays.deepToString(slope));

    TapeTutorialAdjoint.Powers.Pullback tape = TapeTutorialAdjoint.Powers.pullback(3);
    try (tape) {
      System.out.println("dz/dx of x^4 at 3          " + tape.apply(new Powers(0, 1)).x());
      System.out.println("dy/dx of x^2 at 3          " + tape.apply(new Powers(1, 0)).x());
    }
    try {
      tape.apply(new Powers(1, 0));
    } catch (IllegalStateException refused) {
      System.out.println("after close                " + refused.getMessage());
    }
    for (int y = 6; y >= 4; y--) {
      double derivative = TapeTutorialAdjoint.Product.gradient(2, y).x();
      System.out.println("loop of " + y + " at x = 2          " + derivative);
    }
  }
}
