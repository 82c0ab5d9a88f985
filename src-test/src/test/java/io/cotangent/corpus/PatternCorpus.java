package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.function.ToDoubleFunction;

/** Tests of the class of an object that name it: {@code instanceof} with a pattern. */
final class PatternCorpus {

  private PatternCorpus() {}

  sealed interface Shape permits Circle, Rect, Tri {}

  record Circle(double r) implements Shape {}

  record Rect(double w, double h) implements Shape {}

  static final class Tri implements Shape {
    double a;
    double b;

    Tri(double a, double b) {
      this.a = a;
      this.b = b;
    }
  }

  static double area(Shape s) {
    if (s instanceof Circle c) {
      return Math.PI * c.r() * c.r();
    }
    if (!(s instanceof Rect q)) {
      Tri t = (Tri) s;
      return t.a * t.b / 2;
    }
    return q.w() * q.h();
  }

  private static Shape shape(double x, double y, int i) {
    return i % 3 == 0 ? new Circle(x) : i % 3 == 1 ? new Rect(x + i, y) : new Tri(y, x);
  }

  @Differentiable
  static double knownClasses(double x, double y) {
    return area(new Circle(x)) + area(new Rect(x, y)) * area(new Tri(x, y));
  }

  @Differentiable
  static double patternsInLoop(double x, double y, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      Shape s = shape(x, y, i);
      sum += area(s) * (i + 1);
      if (s instanceof Rect r && r.w() > 2 && i > 0) {
        sum += r.h() * r.h();
      }
      sum += s instanceof Tri t ? t.a * t.b * t.b : 0;
    }
    return sum;
  }

  @Differentiable
  static double patternsOfElements(double x, double y, int n) {
    Shape[] all = new Shape[n];
    for (int i = 0; i < n; i++) {
      if (i != 2) {
        all[i] = shape(x, y, i);
      }
    }
    double sum = 0;
    for (Shape s : all) {
      if (s instanceof Circle || s instanceof Tri) {
        sum += 0.25 * x;
      }
      if (!(s instanceof Rect r)) {
        sum *= y;
        continue;
      }
      sum += r.w() * r.h();
    }
    return sum;
  }

  @Differentiable
  static double patternInFunction(double x) {
    ToDoubleFunction<Shape> f =
        s -> s instanceof Circle c && c.r() > 1 ? c.r() * x : s instanceof Rect r ? r.w() : x;
    return f.applyAsDouble(new Circle(x)) * f.applyAsDouble(new Rect(x, x))
        + f.applyAsDouble(new Tri(x, x));
  }
}
