package io.cotangent.edge;

import io.cotangent.Differentiable;

/** Annotated methods with objects of several classes that hold objects and arrays of them. */
final class NestedChoicePrograms {
  private NestedChoicePrograms() {}

  record Point(double x, double y) {}

  /** Records that hold records, and an object that holds others. */
  sealed interface Body permits Disc, Polygon, Car {}

  record Disc(Point center, double radius) implements Body {}

  record Polygon(Point[] corners, double scale) implements Body {}

  static class Engine {
    double power;
    final double mass;

    Engine(double power, double mass) {
      this.power = power;
      this.mass = mass;
    }
  }

  static final class Car implements Body {
    final Engine engine;
    Engine[] spare;
    double drag;
    Point at;

    Car(Engine engine, double drag, Point at, Engine... spare) {
      this.engine = engine;
      this.drag = drag;
      this.at = at;
      this.spare = spare;
    }
  }

  static double size(Body body) {
    if (body instanceof Disc disc) {
      return disc.radius() * disc.radius() * 3 + disc.center().x() * disc.center().y();
    }
    if (body instanceof Polygon polygon) {
      double sum = 0;
      for (Point corner : polygon.corners()) {
        sum += corner.x() * corner.y() * polygon.scale();
      }
      return sum;
    }
    if (body instanceof Car car) {
      double sum = car.engine.power * car.engine.mass * car.drag * car.drag * car.at.x();
      for (Engine engine : car.spare) {
        sum += engine.power * engine.power;
      }
      return sum;
    }
    return 0.5;
  }

  @Differentiable(order = 2)
  static double one(Body body, double scale) {
    return size(body) * size(body) * scale;
  }

  @Differentiable(order = 2)
  static double many(Body[] bodies, double scale) {
    double sum = 0;
    for (Body body : bodies) {
      sum += size(body) * size(body) * scale;
    }
    return sum;
  }

  @Differentiable
  static double[] sizes(Body body, double scale) {
    return new double[] {size(body), scale * size(body)};
  }

  private static void change(Body body, double by) {
    if (body instanceof Car car) {
      car.engine.power *= by;
      car.at = new Point(car.at.y() * by, car.at.x());
      for (Engine engine : car.spare) {
        engine.power += by * engine.mass;
      }
      car.drag += by;
    }
  }

  @Differentiable
  static double tune(Body body, double by) {
    change(body, by);
    return size(body) * by;
  }

  @Differentiable
  static double tuneAll(Body[] bodies, double by) {
    double sum = 0;
    for (Body body : bodies) {
      change(body, by);
      sum += size(body) * by;
    }
    return sum;
  }

  @Differentiable
  static double move(Body body, double by) {
    if (body instanceof Polygon polygon) {
      for (int i = 0; i < polygon.corners().length; i++) {
        Point old = polygon.corners()[i];
        polygon.corners()[i] = new Point(old.y() * by, 2 * by);
      }
    }
    return size(body) * by;
  }

  /** Objects in fields that may change: laws within laws, the first field an array. */
  abstract static class Filter {
    double[] taps;
    double gain;

    Filter(double gain, double... taps) {
      this.taps = taps;
      this.gain = gain;
    }

    abstract double shape(double x);

    double of(double x) {
      double sum = 0;
      for (double tap : taps) {
        sum = sum * x + tap;
      }
      return gain * shape(sum);
    }
  }

  static final class Plain extends Filter {
    Plain(double gain, double... taps) {
      super(gain, taps);
    }

    @Override
    double shape(double x) {
      return x;
    }
  }

  static final class Bent extends Filter {
    final ChoicePrograms.Shape shape;
    final double bend;

    Bent(ChoicePrograms.Shape shape, double bend, double gain, double... taps) {
      super(gain, taps);
      this.shape = shape;
      this.bend = bend;
    }

    @Override
    double shape(double x) {
      return x + bend * x * x * ChoicePrograms.area(shape);
    }
  }

  @Differentiable(order = 2)
  static double filter(Filter filter, double x) {
    return filter.of(x) * filter.of(1);
  }

  @Differentiable
  static double adapt(Filter filter, double x, double rate) {
    double before = filter.of(x);
    for (int i = 0; i < filter.taps.length; i++) {
      filter.taps[i] -= rate * before * filter.taps[i];
    }
    filter.gain *= 1 + rate;
    return filter.of(x) * before;
  }

  /** An option holds an object of one of several classes. */
  interface Source {
    double at(double t);
  }

  record Constant(double value) implements Source {
    @Override
    public double at(double t) {
      return value;
    }
  }

  static final class Filtered implements Source {
    final Filter filter;
    double offset;

    Filtered(Filter filter, double offset) {
      this.filter = filter;
      this.offset = offset;
    }

    @Override
    public double at(double t) {
      return filter.of(t) + offset;
    }
  }

  @Differentiable
  static double source(Source source, double t) {
    if (source instanceof Filtered filtered) {
      filtered.filter.gain *= t;
      filtered.offset += filtered.filter.gain;
    }
    return source.at(t) * t;
  }

  @Differentiable
  static double sources(double t, Source... sources) {
    double product = t;
    for (Source one : sources) {
      product *= one.at(t);
    }
    return product;
  }
}
