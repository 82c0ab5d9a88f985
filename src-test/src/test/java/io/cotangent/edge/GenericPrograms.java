package io.cotangent.edge;

import io.cotangent.Differentiable;

/** Annotated methods with objects whose types have arguments. */
final class GenericPrograms {
  private GenericPrograms() {}

  record Point(double x, double y) {}

  record Box<T>(T content) {}

  record Pair<A, B>(A first, B second, int times) {}

  record Weighed<T>(T content, double weight) {
    Weighed {
      if (weight < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  static final class Cell<T> {
    T content;
    private final double scale;

    Cell(T content, double scale) {
      this.content = content;
      this.scale = scale;
    }

    double scale() {
      return scale;
    }
  }

  record Boxed(Double a, Float b, double c) {}

  @Differentiable(order = 2)
  static double number(Box<Double> box, double x) {
    return box.content() * box.content() * x;
  }

  @Differentiable(order = 2)
  static double point(Box<Point> box) {
    return box.content().x() * box.content().x() * box.content().y();
  }

  @Differentiable
  static double nested(Pair<double[], Box<Float>> pair, Weighed<Point> weighed) {
    double sum = 0;
    for (int i = 0; i < pair.times(); i++) {
      sum += pair.first()[i] * pair.second().content();
    }
    return sum * weighed.weight() + weighed.content().x();
  }

  @Differentiable
  static double twoOfOne(Pair<Double, Point> left, Pair<Point, Double> right) {
    return left.first() * left.second().y() + right.first().x() * right.second() * right.times();
  }

  @Differentiable
  static double cell(Cell<Double> cell, Cell<Point> other) {
    return Math.sin(cell.content) * cell.scale() + other.content.x() * other.scale();
  }

  @Differentiable
  static double grow(Cell<Double> cell, double x) {
    cell.content = cell.content * x + cell.scale();
    return cell.content * cell.content;
  }

  @Differentiable
  static double boxes(Boxed boxed) {
    return boxed.a() * boxed.b() + boxed.c() * boxed.a();
  }

  @Differentiable(wrt = "x")
  static double orNot(Box<Double> box, double x) {
    return box.content() == null ? x : 2 * x;
  }
}
