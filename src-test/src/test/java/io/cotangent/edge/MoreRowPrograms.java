package io.cotangent.edge;

import io.cotangent.Differentiable;
import io.cotangent.Watch;

/** Arrays of objects of many makes. */
final class MoreRowPrograms {
  private MoreRowPrograms() {}

  record Point(double x, double y) {}

  record Sample(float f, int[] at, Colour colour, double[] values) {}

  /** Passive. */
  enum Colour {
    RED,
    BLUE
  }

  /** A base. */
  abstract static class Part {
    protected double size;
    private double hidden = 3;

    Part(double size) {
      this.size = size;
    }

    double hidden() {
      return hidden;
    }
  }

  /** Inherits and holds a record that is replaced. */
  static final class Particle extends Part {
    Point at;
    final Colour colour;

    Particle(double size, Point at, Colour colour) {
      super(size);
      this.at = at;
      this.colour = colour;
    }
  }

  /** An array in an array. */
  static final class Cluster {
    final Particle[] parts;
    Point[] marks;
    final double scale;

    Cluster(Particle[] parts, Point[] marks, double scale) {
      this.parts = parts;
      this.marks = marks;
      this.scale = scale;
    }
  }

  @Differentiable
  static double moved(Particle[] all, double by) {
    double sum = 0;
    for (int i = 0; i < all.length; i++) {
      Particle p = all[i];
      p.at = new Point(p.at.x() + by * p.size, p.at.y() * p.hidden());
      p.size *= by;
      sum += p.at.x() * p.at.y() * (p.colour == Colour.RED ? 2 : 3);
    }
    return sum;
  }

  @Differentiable
  static double[] squares(Particle[][] column, int i) {
    double[] sums = new double[column.length];
    for (int j = 0; j < column.length; j++) {
      for (Particle p : column[j]) {
        p.size += p.at.x();
        sums[j] += p.size * p.size + p.at.y() * i;
      }
    }
    return sums;
  }

  @Differentiable
  static void clusters(Cluster[] seen, double a) {
    for (Cluster c : seen) {
      for (Particle p : c.parts) {
        p.size = a * p.at.x() * c.scale;
      }
      c.marks[0] = new Point(c.marks[1].y() * a, c.parts[0].size);
    }
  }

  @Differentiable(order = 2)
  static double samples(Sample[] samples) {
    double sum = 0;
    for (Sample s : samples) {
      for (int i : s.at()) {
        sum += s.values()[i] * s.values()[0] * s.f() * s.colour().ordinal();
      }
    }
    return sum;
  }

  @Differentiable
  static double recursive(Point[] points, int n) {
    return n == 0 ? points[0].x() : points[n].y() * recursive(points, n - 1);
  }

  @Differentiable
  static double watched(Particle[] all) {
    @Watch double first = all[0].size * all[0].at.x();
    all[1].size = first * first;
    return all[1].size * all[1].at.y();
  }

  @Differentiable
  static double sorted(Point[] points, double t) {
    Point[] own = points.clone();
    for (int i = 1; i < own.length; i++) {
      for (int j = i; j > 0 && own[j].x() < own[j - 1].x(); j--) {
        Point last = own[j];
        own[j] = own[j - 1];
        own[j - 1] = last;
      }
    }
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum = sum * t + own[i].y() * own[i].x();
    }
    return sum;
  }

  @Differentiable
  static double optional(Point[] points, double t) {
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      if (points[i] == null) {
        points[i] = new Point(t, i);
      } else {
        sum += points[i].x() * points[i].y();
        points[i] = null;
      }
      if (i > 0 && points[i - 1] != null) {
        sum += points[i - 1].x() * t;
      }
    }
    return sum;
  }

  @Differentiable
  static double failing(Particle[] all, double a) {
    all[0].size *= a;
    if (all[0].size > 1) {
      throw new IllegalStateException("too large");
    }
    return all[0].size;
  }
}
