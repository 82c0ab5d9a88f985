package io.cotangent.edge;

import io.cotangent.Differentiable;
import io.cotangent.Watch;

/** Annotated methods with arrays of objects, as parameters and in them. */
final class RowPrograms {
  private RowPrograms() {}

  record Point(double x, double y) {}

  record Sphere(Point center, double radius, String name) {}

  record Layer(double[][] w, double[] b, int kind) {}

  record Cloud(Point[] points, double scale) {}

  /** Has a constructor of its own. */
  record Range(double low, double high) {
    Range {
      if (!(low <= high)) {
        throw new IllegalArgumentException("not ordered: " + low + " > " + high);
      }
    }
  }

  /** Moves. */
  static class Body {
    double x;
    private double v;
    final double mass;
    private final String name;

    Body(double x, double v, double mass, String name) {
      this.x = x;
      this.v = v;
      this.mass = mass;
      this.name = name;
    }

    double getV() {
      return v;
    }

    void setV(double v) {
      this.v = v;
    }

    void push(double force, double dt) {
      v += dt * force / mass;
      x += dt * v;
    }
  }

  /** Nothing in it changes. */
  static final class Weight {
    final double w;
    final float f;

    Weight(double w, float f) {
      this.w = w;
      this.f = f;
    }
  }

  /** Holds objects and arrays. */
  static final class Node {
    final Body body;
    double[] data;
    final double[] forces;

    Node(Body body, double[] data, double... forces) {
      this.body = body;
      this.data = data;
      this.forces = forces;
    }
  }

  /** Holds bodies. */
  static final class World {
    final Body[] bodies;
    Point[] marks;
    double t;

    World(Body[] bodies, Point[] marks, double t) {
      this.bodies = bodies;
      this.marks = marks;
      this.t = t;
    }

    @Differentiable
    double step(double dt) {
      double energy = 0;
      for (Body body : bodies) {
        body.push(-body.x, dt);
        energy += body.mass * body.v * body.v;
      }
      for (int i = 0; i < marks.length; i++) {
        energy += marks[i].x() * marks[i].y() * t;
      }
      t += dt;
      return energy;
    }

    @Differentiable(order = 2)
    double energy() {
      double energy = t * t;
      for (Body body : bodies) {
        energy += body.mass * body.v * body.x;
      }
      return energy * marks[0].x();
    }

    @Differentiable
    void mark(double by) {
      marks[0] = new Point(marks[0].y() * by, bodies[0].x * t);
    }
  }

  @Differentiable(order = 2)
  static double perimeter(Point[] points) {
    double sum = 0;
    for (int i = 1; i < points.length; i++) {
      sum += Math.hypot(points[i].x() - points[i - 1].x(), points[i].y() - points[i - 1].y());
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double spheres(Sphere[] spheres, double a, Range... ranges) {
    double sum = 0;
    for (Sphere s : spheres) {
      if (s != null) {
        sum += s.center().x() * s.radius() * a + s.center().y() * s.name().length();
      }
    }
    for (Range range : ranges) {
      sum += range.low() * range.high();
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double grid(Point[][] grid) {
    double sum = 0;
    for (Point[] row : grid) {
      for (Point p : row) {
        sum += p.x() * p.y() * p.y();
      }
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double network(Layer[] layers, double[] input) {
    double[] x = input;
    for (Layer layer : layers) {
      double[] y = new double[layer.b().length];
      for (int i = 0; i < y.length; i++) {
        y[i] = layer.b()[i];
        for (int j = 0; j < x.length; j++) {
          y[i] += layer.w()[i][j] * x[j];
        }
        y[i] = Math.tanh(y[i]) * layer.kind();
      }
      x = y;
    }
    return x[0] + x[x.length - 1];
  }

  @Differentiable
  static double[] moments(Cloud cloud) {
    double x = 0;
    double y = 0;
    for (Point p : cloud.points()) {
      x += p.x() * p.x() * cloud.scale();
      y += p.x() * p.y();
    }
    return new double[] {x, y};
  }

  @Differentiable(order = 2)
  static double clouds(Cloud[] clouds) {
    double sum = 0;
    for (Cloud cloud : clouds) {
      for (Point p : cloud.points()) {
        sum += p.x() * p.y() * cloud.scale();
      }
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double weighed(Weight[] weights, double a) {
    double sum = 0;
    for (Weight weight : weights) {
      sum += weight == null ? a : weight.w * weight.f * a;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double momentum(Body[] bodies) {
    double sum = 0;
    for (Body b : bodies) {
      sum += b.mass * b.v * b.v + b.x;
    }
    return sum;
  }

  @Differentiable
  static void fall(Body[] bodies, double dt) {
    for (int i = 0; i < bodies.length; i++) {
      Body b = bodies[i];
      b.push(-9.81 * b.mass + bodies[(i + 1) % bodies.length].x, dt);
    }
  }

  @Differentiable
  static double nodes(Node[] nodes, double a) {
    double sum = 0;
    for (Node node : nodes) {
      node.forces[0] *= a * node.body.x;
      node.body.x += node.data[1];
      node.data = new double[] {a * node.data[0], node.forces[0]};
      sum += node.data[0] * node.data[1] + node.body.x;
    }
    return sum;
  }

  @Differentiable
  static double smooth(Point[] points, double a) {
    double sum = 0;
    for (int i = 1; i < points.length; i++) {
      Point before = points[i - 1];
      points[i] = new Point(points[i].x() + a * before.x(), points[i].y() * before.y());
      sum += points[i].x() * points[i].y();
    }
    return sum;
  }

  @Differentiable
  static void swap(Layer[] layers, double a) {
    Layer first = layers[0];
    double[] b = {a * first.b()[0], layers[1].b()[1], first.b()[2]};
    layers[0] = new Layer(first.w(), b, 3);
    layers[1].b()[0] *= a;
  }

  @Differentiable
  static double shift(Cloud cloud, double by) {
    for (int i = 0; i < cloud.points().length; i++) {
      Point p = cloud.points()[i];
      cloud.points()[i] = new Point(p.x() * by, p.y() + by * cloud.scale());
    }
    return cloud.points()[0].x() * cloud.points()[1].y();
  }

  @Differentiable
  static double watched(Point[] points) {
    @Watch double first = points[0].x() * points[0].y();
    return first * first + points[1].x();
  }

  @Differentiable(wrt = "a")
  static double passive(Point[] points, double a) {
    double sum = 0;
    for (Point p : points) {
      sum += p.x() * a * a;
    }
    return sum;
  }

  @Differentiable
  static double same(Body[] bodies, Body chosen) {
    double sum = 0;
    for (Body body : bodies) {
      sum += body == chosen ? 3 * body.x : body.x * chosen.v;
    }
    return sum;
  }

  @Differentiable
  static double two(Point[] a, Point[] b) {
    a[0] = new Point(b[0].x() * 2, a[0].y());
    b[1] = new Point(a[0].x(), a[1].y());
    return a[0].x() + b[0].x() * b[0].x() + a[0].y();
  }

  @Differentiable(wrt = "bodies")
  static double others(Body[] bodies, Body[] others) {
    bodies[0].x *= 2;
    return bodies[0].x * others[0].x;
  }

  @Differentiable
  static double fields(Cloud a, Cloud b) {
    a.points()[0] = new Point(b.points()[0].y() * a.scale(), 1);
    b.points()[2] = new Point(a.points()[0].x() * 3, b.points()[2].x());
    return a.points()[0].x() + b.points()[1].x();
  }
}
