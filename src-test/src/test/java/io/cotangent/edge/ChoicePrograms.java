package io.cotangent.edge;

import io.cotangent.Differentiable;

/** Annotated methods with objects of which several classes could be meant. */
final class ChoicePrograms {
  private ChoicePrograms() {}

  /** All of them are records. */
  sealed interface Shape permits Circle, Rect, Nothing, Path {}

  record Circle(double r) implements Shape {}

  record Rect(double w, float h, String name) implements Shape {}

  record Nothing() implements Shape {}

  record Path(double[] steps, double scale) implements Shape {}

  /** Records and classes. */
  interface Law {
    double at(double x);

    @Differentiable
    default double slope(double x, double h) {
      return (at(x + h) - at(x)) / h;
    }
  }

  static class Line implements Law {
    double slope;
    private final double at0;

    Line(double slope, double at0) {
      this.slope = slope;
      this.at0 = at0;
    }

    double at0() {
      return at0;
    }

    @Override
    public double at(double x) {
      return slope * x + at0;
    }
  }

  /** A subclass of another option. */
  static class Parabola extends Line {
    double bend;
    final double[] more;

    Parabola(double slope, double bend, double... more) {
      super(slope, 1);
      this.bend = bend;
      this.more = more;
    }

    @Override
    public double at(double x) {
      return super.at(x) + bend * x * x + more[0];
    }
  }

  record Power(double p) implements Law {
    @Override
    public double at(double x) {
      return Math.pow(x, p);
    }
  }

  static final class Same implements Law {
    final int times;

    Same(int times) {
      this.times = times;
    }

    @Override
    public double at(double x) {
      return x * times;
    }
  }

  static double area(Shape shape) {
    if (shape instanceof Circle c) {
      return Math.PI * c.r() * c.r();
    }
    if (shape instanceof Rect r) {
      return r.w() * r.h();
    }
    if (shape instanceof Path p) {
      double sum = 0;
      for (double step : p.steps()) {
        sum += step * step * p.scale();
      }
      return sum;
    }
    return 0;
  }

  @Differentiable(order = 2)
  static double twice(Shape shape, double x) {
    return area(shape) * area(shape) * x;
  }

  @Differentiable
  static double both(Shape left, Shape right) {
    return area(left) * Math.sin(area(right));
  }

  @Differentiable(order = 2)
  static double law(Law law, double x) {
    return law.at(x) * law.at(2 * x);
  }

  @Differentiable
  static <T extends Law> double bounded(T law, double x) {
    return law.at(x) * x;
  }

  @Differentiable
  static double[] values(Law law, Shape shape, double x) {
    return new double[] {law.at(x), area(shape) * x};
  }

  @Differentiable
  static double steepen(Law law, double x) {
    double before = law.at(x);
    if (law instanceof Parabola p) {
      p.bend *= x;
      p.more[0] += p.bend;
    }
    if (law instanceof Line line) {
      line.slope = line.slope * line.slope;
    }
    return before * law.at(x);
  }

  record Scene(Shape first, Shape second, double weight) {}

  @Differentiable(order = 2)
  static double scene(Scene scene) {
    return area(scene.first()) * scene.weight() + area(scene.second()) * area(scene.first());
  }

  static final class Holder {
    Shape shape;
    final Law law;
    double scale;

    Holder(Shape shape, Law law, double scale) {
      this.shape = shape;
      this.law = law;
      this.scale = scale;
    }
  }

  @Differentiable
  static double held(Holder holder, double x) {
    return area(holder.shape) * holder.law.at(x) * holder.scale;
  }

  @Differentiable
  static double grow(Holder holder, double x) {
    holder.scale *= area(holder.shape) + x;
    return holder.scale * holder.scale;
  }

  @Differentiable(wrt = "x")
  static double orNothing(Shape shape, double x) {
    return shape == null ? x : x * x;
  }

  @Differentiable
  static double orNull(Shape shape, double x) {
    return shape == null ? x * x : area(shape) * x;
  }

  @Differentiable
  static double twoLaws(Law a, Law b, double x) {
    if (a instanceof Line line) {
      line.slope *= x;
    }
    return a.at(x) * b.at(x);
  }

  abstract static class Model {
    double gain;
    private final int steps;

    Model(double gain, int steps) {
      this.gain = gain;
      this.steps = steps;
    }

    int steps() {
      return steps;
    }

    abstract double rate(double x);

    double damped(double x) {
      return gain * rate(x) / (1 + x * x);
    }

    @Differentiable(order = 2)
    double run(double x) {
      double at = x;
      for (int i = 0; i < steps; i++) {
        at += gain * this.rate(at) + damped(at);
      }
      return at;
    }

    @Differentiable
    double learn(double x) {
      gain += rate(x);
      return run(gain);
    }
  }

  static final class Decay extends Model {
    final double speed;

    Decay(double gain, double speed) {
      super(gain, 3);
      this.speed = speed;
    }

    @Override
    double rate(double x) {
      return -speed * x;
    }
  }

  static final class Logistic extends Model {
    double limit;

    Logistic(double gain, double limit) {
      super(gain, 2);
      this.limit = limit;
    }

    @Override
    double rate(double x) {
      return x * (1 - x / limit);
    }

    @Override
    double damped(double x) {
      return 0.5 * super.damped(x);
    }
  }

  /** Has one implementation. */
  interface Cost {
    double of(double x);
  }

  static final class Linear implements Cost {
    double price;

    Linear(double price) {
      this.price = price;
    }

    @Override
    public double of(double x) {
      return price * x;
    }
  }

  @Differentiable
  static double cost(Cost cost, double x) {
    return cost.of(x) * cost.of(x + 1);
  }
}
