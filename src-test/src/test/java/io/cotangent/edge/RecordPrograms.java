package io.cotangent.edge;

import io.cotangent.Differentiable;
import io.cotangent.Watch;

/** Annotated methods with records as parameters and results. */
final class RecordPrograms {
  private RecordPrograms() {}

  record Point(double x, double y) {}

  record Sphere(Point center, double radius, String name) {}

  record Model(double[] weights, int degree, double bias) {}

  record Net(double[][] layer, Model last, float rate) {}

  /** Has a constructor of its own. */
  record Range(double low, double high) {
    Range {
      if (!(low <= high)) {
        throw new IllegalArgumentException("not ordered: " + low + " > " + high);
      }
    }
  }

  record Band(Range range, Point anchor, int colour, double[] weights) {}

  record Wrapped(double[] values) {}

  @Differentiable(order = 2)
  static double norm(Point p) {
    return Math.sqrt(p.x() * p.x() + p.y() * p.y());
  }

  @Differentiable(order = 2)
  static double distance(Sphere s, Point p) {
    double dx = s.center().x() - p.x();
    double dy = s.center().y() - p.y();
    return Math.sqrt(dx * dx + dy * dy) - s.radius();
  }

  @Differentiable(order = 2)
  static double polynomial(Model model, double x) {
    double sum = model.bias();
    double power = 1;
    for (int i = 0; i < model.degree(); i++) {
      power *= x;
      sum += model.weights()[i] * power;
    }
    return sum;
  }

  @Differentiable(wrt = "x")
  static double polynomialInX(Model model, double x) {
    return polynomial(model, x) * model.bias();
  }

  @Differentiable
  static double network(Net net, double[] input) {
    double sum = 0;
    for (int i = 0; i < net.layer().length; i++) {
      double z = 0;
      for (int j = 0; j < input.length; j++) {
        z += net.layer()[i][j] * input[j];
      }
      sum += Math.tanh(z) * net.last().weights()[i] + net.last().bias();
    }
    return sum * net.rate();
  }

  @Differentiable
  static Point rotated(Point p, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new Point(c * p.x() - s * p.y(), s * p.x() + c * p.y());
  }

  @Differentiable
  static Sphere inflated(Sphere s, double factor) {
    return new Sphere(s.center(), s.radius() * factor, s.name());
  }

  @Differentiable
  static double inRange(Range range, double t) {
    return range.low() + Math.sin(t) * (range.high() - range.low());
  }

  @Differentiable
  static double band(Band band, Range other, double t) {
    double sum = band.range().low() * other.high() + band.anchor().y() * t;
    for (double weight : band.weights()) {
      sum += weight * band.range().high();
    }
    return sum * band.colour();
  }

  @Differentiable
  static double[] ends(Band band) {
    return new double[] {band.range().low() * band.anchor().x(), band.weights()[1]};
  }

  @Differentiable
  static void scale(Model model, double factor) {
    for (int i = 0; i < model.weights().length; i++) {
      model.weights()[i] *= factor * model.bias();
    }
  }

  @Differentiable
  static double normalise(Model model, Point p) {
    double sum = 0;
    for (int i = 0; i < model.weights().length; i++) {
      model.weights()[i] *= p.x();
      sum += model.weights()[i] * model.weights()[i];
    }
    return Math.sqrt(sum) + p.y();
  }

  @Differentiable
  static double mixed(Wrapped left, Wrapped right) {
    double sum = 0;
    for (int i = 0; i < left.values().length; i++) {
      left.values()[i] += right.values()[i] * right.values()[0];
      sum += left.values()[i] * i;
    }
    return sum;
  }

  @Differentiable
  static double watched(Point p, Sphere s) {
    @Watch double inner = p.x() * s.radius();
    return inner * inner + s.center().y();
  }

  @Differentiable
  static double shadowed(Point pX, double pXX, Point p, double[] pBar) {
    return pX.x() * pXX + p.y() * pBar[0] + p.x();
  }

  @Differentiable
  static double recursive(Point p, int depth) {
    return depth == 0 ? p.x() * p.y() : recursive(new Point(p.y(), p.x() + p.y()), depth - 1);
  }

  @Differentiable(order = 3)
  static double cubic(double t, Untouched u) {
    return u.factor() * t * t * t;
  }

  /** Has no derivatives. */
  record Untouched(int factor, String name) {}

  @Differentiable(order = 3, wrt = "t")
  static double cubicOf(Point p, double t) {
    return p.x() * t * t * t;
  }

  @Differentiable
  static double slope(Model model, double x) {
    var gradient = RecordProgramsAdjoint.Polynomial.gradient(model, x);
    return gradient.x() * gradient.model().weights()[0] + gradient.model().degree();
  }

  @Differentiable
  static double directional(Point p, double a) {
    var tangent = RecordProgramsAdjoint.Norm.jvp(p, new Point(a, 1));
    var hvp = RecordProgramsAdjoint.Norm.hvp(p, new Point(1, a));
    return tangent.tangent() + hvp.p().y() * tangent.value();
  }

  @Differentiable
  @SuppressWarnings("cotangent")
  static Point never(double x) {
    throw new IllegalStateException("never " + x);
  }

  @Differentiable(wrt = "x")
  static double orNot(Sphere s, Point p, double x) {
    return s.center() == null || p == null ? x : 2 * x * s.radius();
  }
}
