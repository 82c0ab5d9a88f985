package io.cotangent.examples;

import io.cotangent.Differentiable;
import io.cotangent.Watch;
import java.util.Arrays;

/** The rows of TensorFlow's GradientTape tutorial, in ordinary Java. */
public final class TapeTutorial {
  private TapeTutorial() {}

  /** The square of the sum of all elements. */
  @Differentiable
  static double squareOfSum(double[][] x) {
    @Watch double y = 0;
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

  @Differentiable(order = 2)
  static double cube(double x) {
    return x * x * x;
  }

  /** A tape around a tape: the derivative is an ordinary value here. */
  @Differentiable
  static double slopeOfCube(double x) {
    return TapeTutorialAdjoint.Cube.gradient(x).x();
  }

  /** Prints each row of the tutorial with its result. */
  public static void main(String[] args) {
    double[][] ones = {{1, 1}, {1, 1}};
    var squareOfSum = TapeTutorialAdjoint.SquareOfSum.gradient(ones);
    System.out.println("dz/dx of (sum of ones)^2   " + Arrays.deepToString(squareOfSum.x()));
    System.out.println("dz/dy of the sum y         " + squareOfSum.y());

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
    System.out.println("dx^3/dx at 1               " + TapeTutorialAdjoint.Cube.gradient(1).x());
    double second = TapeTutorialAdjoint.SlopeOfCube.gradient(1).x();
    System.out.println("its derivative, by nesting " + second);
    System.out.println("the same by order = 2      " + TapeTutorialAdjoint.Cube.hvp(1, 1).x());
  }
}
