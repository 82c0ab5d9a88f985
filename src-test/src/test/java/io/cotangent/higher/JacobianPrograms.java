package io.cotangent.higher;

import io.cotangent.Differentiable;
import java.util.function.IntSupplier;

/** Methods whose Jacobians are found forward, in reverse, or either way as arguments say. */
final class JacobianPrograms {
  static final int[] RUNS = {0};

  private JacobianPrograms() {}

  /** Something with numbers only. */
  record Point(double x, int tag, double y) {}

  /** Something with an array. */
  record Body(double mass, double[] at) {}

  @Differentiable
  static Point polar(double radius, double angle) {
    return new Point(radius * Math.cos(angle), 3, radius * Math.sin(angle));
  }

  @Differentiable
  static double[] harmonics(double amplitude, float frequency) {
    double[] values = new double[5];
    for (int i = 0; i < values.length; i++) {
      values[i] = amplitude * Math.sin(i * frequency);
    }
    return values;
  }

  /** As many rows and columns as are asked for. */
  @Differentiable
  static double[] mixed(double[] x, double scale, int rows) {
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      double sum = scale;
      for (int j = 0; j < x.length; j++) {
        sum += Math.sin((i + 1) * x[j]) * x[(i + j) % x.length];
      }
      y[i] = sum > 0 ? Math.sqrt(sum) * scale : sum * sum;
    }
    return y;
  }

  @Differentiable
  static double[][] matrices(double[][] a, float[] b) {
    double[][] product = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i].clone();
      for (int j = 0; j < a[i].length; j++) {
        product[i][j] *= b[j % b.length] * a[0][0];
      }
    }
    return product;
  }

  @Differentiable
  static Body moved(Body body, double dt) {
    double[] at = new double[body.at().length];
    for (int i = 0; i < at.length; i++) {
      at[i] = body.at()[i] + dt * body.mass();
    }
    return new Body(body.mass() * body.mass(), at);
  }

  /** Nine numbers for two: known to be shorter in reverse. */
  @Differentiable
  static Point many(
      double a, double b, double c, double d, double e, double f, double g, double h, double i) {
    return new Point(a * b * c * d * e, 1, f * g * h * i * a);
  }

  @Differentiable
  static double[] recursive(double[] x) {
    double[] powers = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      powers[i] = power(x[i], i) + powerStrip(x[0], i);
    }
    return powers;
  }

  private static double power(double x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1);
  }

  /** Its name is what the strip of the method above would be called. */
  private static double powerStrip(double x, int n) {
    return n == 0 ? x : x * powerStrip(x, n - 1);
  }

  /** Changes its argument. */
  @Differentiable
  static double[] inPlace(double[] x, double scale) {
    for (int i = 1; i < x.length; i++) {
      x[i] += scale * x[i - 1];
    }
    return new double[] {x[x.length - 1], scale * x[0]};
  }

  /** Counts how often it runs in an argument. */
  @Differentiable
  static double[] counting(double[] x, int[] runs) {
    runs[0]++;
    return new double[] {x[0] * x[1], x[1] * runs[0]};
  }

  /** Asks something that may count. */
  @Differentiable
  static double[] asking(double[] x, IntSupplier number) {
    double factor = number.getAsInt();
    return new double[] {x[0] * x[1], x[1] * factor, x[0], x[1], x[0] * 2, x[1] * 3};
  }

  /** Counts how often it runs in an array of the class. */
  @Differentiable
  static double[] remembering(double[] x) {
    RUNS[0]++;
    return new double[] {x[0] * x[1], x[1], x[0], x[1] + x[0], x[0] * 2, x[1] * 3};
  }

  @Differentiable
  static double[] failing(double[] x, int at) {
    double last = x[at];
    return new double[] {last * last};
  }
}
