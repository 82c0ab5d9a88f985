package io.cotangent.edge;

import io.cotangent.Differentiable;

/** Annotated methods whose results are arrays of records. */
final class RowResultPrograms {
  private RowResultPrograms() {}

  record Point(double x, double y) {}

  record Item(Point at, float weight, int count) {}

  record Range(double low, double high) {
    Range {
      if (low > high) {
        throw new IllegalArgumentException("not ordered");
      }
    }
  }

  @Differentiable
  static Point[] rotated(Point[] points, double angle) {
    Point[] rotated = new Point[points.length];
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    for (int i = 0; i < points.length; i++) {
      Point p = points[i];
      rotated[i] = new Point(p.x() * c - p.y() * s, p.x() * s + p.y() * c);
    }
    return rotated;
  }

  @Differentiable
  static Item[] items(double[] x, float f) {
    Item[] items = new Item[x.length];
    for (int i = 0; i < x.length; i++) {
      items[i] = new Item(new Point(x[i] * x[i], x[0] * i), (float) (x[i] * f), i);
    }
    return items;
  }

  @Differentiable
  static Range[] ranges(double x, int n) {
    Range[] ranges = new Range[n];
    double at = x;
    for (int i = 0; i < n; i++) {
      ranges[i] = new Range(at - x * x, at);
      at = at * x;
    }
    return ranges;
  }

  @Differentiable
  static Item[] withNull(double x) {
    return new Item[] {new Item(null, (float) x, 1), null, new Item(new Point(x, x * x), 2, 3)};
  }

  @Differentiable
  static Point[] moved(Point[] points, double by) {
    for (int i = 0; i < points.length; i++) {
      points[i] = new Point(points[i].x() + by, points[i].y() * by);
    }
    return points;
  }

  @Differentiable
  static double emptied(Item[] items, double x) {
    items[0] = new Item(null, (float) x, 2);
    return items[0].weight() * x;
  }
}
