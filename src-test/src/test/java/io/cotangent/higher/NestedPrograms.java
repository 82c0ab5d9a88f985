package io.cotangent.higher;

import io.cotangent.Differentiable;
import java.util.function.DoubleSupplier;

/** Methods made of the derivatives of other methods. */
final class NestedPrograms {
  private NestedPrograms() {}

  @Differentiable
  static double cube(double x) {
    return x * x * x;
  }

  @Differentiable
  static double slope(double x) {
    return NestedProgramsAdjoint.Cube.gradient(x).x();
  }

  @Differentiable
  static double curvature(double x) {
    return NestedProgramsAdjoint.Slope.gradient(x).x();
  }

  @Differentiable
  static double waves(double[] x, double[][] m, double s) {
    double t = 0;
    for (int i = 0; i < x.length; i++) {
      t += Math.sin(x[i]) * x[i] * s;
      for (double v : m[i]) {
        t += v * v * v * x[i];
      }
    }
    return t * t;
  }

  /** The squared length of a gradient over a vector, a matrix with rows of any length, a number. */
  @Differentiable
  static double lengthOfGradient(double[] x, double[][] m, double s) {
    var g = NestedProgramsAdjoint.Waves.gradient(x, m, s);
    double sum = g.s() * g.s() + g.value();
    for (double v : g.x()) {
      sum += v * v;
    }
    for (double[] row : g.m()) {
      for (double v : row) {
        sum += v * v;
      }
    }
    return sum;
  }

  @Differentiable
  static double throughVjp(double[] x, double[][] m, double s) {
    double[] xBar = {1, 2};
    double[][] mBar = {new double[m[0].length], new double[m[1].length]};
    double[] sBar = new double[1];
    double value = NestedProgramsAdjoint.Waves.vjp(x, m, s, x[0], xBar, mBar, sBar);
    return value + xBar[0] * xBar[1] + mBar[0][0] * sBar[0];
  }

  @Differentiable
  static double throughJvp(double x, double v) {
    NestedProgramsAdjoint.Cube.Tangent t = NestedProgramsAdjoint.Cube.jvp(x, v);
    return t.tangent() * t.value();
  }

  @Differentiable(order = 2)
  static double product(double x, double y) {
    return x * x * x * y * y;
  }

  @Differentiable
  static double throughHvp(double x, double y) {
    var h = NestedProgramsAdjoint.Product.hvp(x, y, 1, x);
    return h.x() + 10 * h.y() + h.tangent();
  }

  /** A small network as a function of time. */
  @Differentiable
  static double network(double t, double[] w) {
    double sum = 0;
    for (int i = 0; i + 2 < w.length; i += 3) {
      sum += w[i] * Math.tanh(w[i + 1] * t + w[i + 2]);
    }
    return sum;
  }

  @Differentiable(wrt = "t")
  static double velocity(double t, double[] w) {
    return NestedProgramsAdjoint.Network.gradient(t, w).t();
  }

  /** How badly the network solves the oscillator's equation: a loss informed by physics. */
  @Differentiable(wrt = "w")
  static double residual(double[] w, double[] times) {
    double loss = 0;
    for (double t : times) {
      double acceleration = NestedProgramsAdjoint.Velocity.gradient(t, w).t();
      double error = acceleration + network(t, w);
      loss += error * error;
    }
    return loss / times.length;
  }

  /** A step of Newton's method on a generated gradient. */
  @Differentiable
  static double newtonStep(double x) {
    return x - NestedProgramsAdjoint.Cube.gradient(x).x() / slopeOfSlope(x);
  }

  /** Gives another number in each run, and leaves something behind. */
  @Differentiable(
      order = 2,
      wrt = {"x", "y"})
  static double asking(double x, double y, DoubleSupplier next, double[] last) {
    last[0] = next.getAsDouble() * x;
    return last[0] * x * y * y;
  }

  @Differentiable(wrt = {"x", "y"})
  static double askingOnce(double x, double y, DoubleSupplier next, double[] last) {
    double slope = NestedProgramsAdjoint.Asking.gradient(x, y, next, last).y();
    return slope + last[0];
  }

  @Differentiable(wrt = {"x", "y"})
  static double askingForCurvature(double x, double y, DoubleSupplier next, double[] last) {
    return NestedProgramsAdjoint.Asking.hvp(x, y, next, last, 1, 0).y();
  }

  @Differentiable(wrt = {"x", "y"})
  static double addingOnce(double x, double y, DoubleSupplier next, double[] last) {
    double[] xBar = new double[1];
    double[] yBar = {x};
    return NestedProgramsAdjoint.Asking.vjp(x, y, next, last, y, xBar, yBar) * xBar[0] + yBar[0];
  }

  /** More numbers than one sweep has directions, and an array. */
  @Differentiable
  static double ten(
      double a,
      double b,
      float c,
      double d,
      double[] e,
      double f,
      double g,
      double h,
      double i,
      double j) {
    return a * b * c + d * e[0] * e[1] + f * g * h + i * i * j * j;
  }

  @Differentiable(wrt = {"x", "w"})
  static double ofTen(double x, double[] w) {
    var g = NestedProgramsAdjoint.Ten.gradient(1, x, 2, 3, w, x, 4, w[1], x, w[0]);
    return g.a() + g.e()[1] + g.g() + g.i() * g.j();
  }

  /** An array changed in place by a loop. */
  @Differentiable(order = 2)
  static double products(double[] w, double s) {
    double[] r = w.clone();
    for (int i = 1; i < r.length; i++) {
      r[i] = r[i - 1] * r[i] + s;
    }
    double sum = 0;
    for (int i = 0; i < r.length; i++) {
      sum += r[i] * r[i] * i;
    }
    return Math.log(1 + sum);
  }

  /** Some steps downhill: a method made of gradients that is differentiated twice. */
  @Differentiable(order = 2)
  static double descent(double[] w, double s) {
    double[] v = w.clone();
    for (int k = 0; k < 3; k++) {
      double[] slope = NestedProgramsAdjoint.Products.gradient(v, s).w();
      for (int i = 0; i < v.length; i++) {
        v[i] -= 0.1 * slope[i];
      }
    }
    return NestedProgramsAdjoint.Products.gradient(v, s).value() * v[0];
  }

  @Differentiable
  static double ofDescent(double[] w, double s) {
    return NestedProgramsAdjoint.Descent.gradient(w, s).s()
        + NestedProgramsAdjoint.Descent.hvp(w, s, w, 1).w()[1];
  }

  private static double slopeOfSlope(double x) {
    return NestedProgramsAdjoint.Slope.gradient(x).x();
  }
}
