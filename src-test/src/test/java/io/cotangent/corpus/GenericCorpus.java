package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** Generic methods, records and interfaces whose types the calls say, and boxed numbers. */
final class GenericCorpus {

  private GenericCorpus() {}

  record Point(double x, double y) {
    double dot(Point other) {
      return x * other.x + y * other.y;
    }

    static Point diagonal(double t) {
      return new Point(t, t);
    }
  }

  record Pair<A, B>(A first, B second) {
    <C> Pair<C, B> withFirst(C other) {
      return new Pair<>(other, second);
    }
  }

  interface Shape {
    double area();
  }

  record Circle(double r) implements Shape {
    @Override
    public double area() {
      return Math.PI * r * r;
    }
  }

  record Box(double a, double b) implements Shape {
    @Override
    public double area() {
      return a * b;
    }
  }

  interface Combine<T> {
    T of(T a, T b);
  }

  private static <T> T pick(boolean first, T a, T b) {
    return first ? a : b;
  }

  @Differentiable
  static double pickNumbers(double x, boolean first) {
    double r = pick(first, x, x * x);
    double[] a = pick(first, new double[] {x}, new double[] {2 * x, 1});
    return r * a[0];
  }

  @Differentiable
  static double pickRecords(double x, boolean first) {
    Point p = pick(first, new Point(x, 1), new Point(2, x * x));
    return p.x() * p.y();
  }

  private static <T> double total(ToDoubleFunction<T> f, T a, T b) {
    return f.applyAsDouble(a) + f.applyAsDouble(b);
  }

  @Differentiable
  static double totals(double x) {
    return total(p -> p.x() * p.y(), new Point(x, x), new Point(1, x))
        + total(Point::x, new Point(x, x), new Point(3, x))
        + GenericCorpus.<Double>total(d -> d * d, x, 2 * x);
  }

  private static <T> T fold(Combine<T> combine, T start, int n) {
    T r = start;
    for (int i = 0; i < n; i++) {
      r = combine.of(r, start);
    }
    return r;
  }

  @Differentiable
  static double folds(double x, int n) {
    Point p = fold((a, b) -> new Point(a.x() * b.y(), a.y() + b.x()), new Point(x, 0.5), n);
    return p.x() + p.y() + fold((a, b) -> a * b, x, n);
  }

  private static <S extends Shape> double doubled(S shape) {
    return 2 * shape.area();
  }

  @Differentiable
  static double bounded(double x, boolean round) {
    Shape shape = round ? new Circle(x) : new Box(x, 3);
    return doubled(shape) + doubled(new Box(x, x));
  }

  @Differentiable
  static double pairs(double x) {
    Pair<Double, double[]> p = new Pair<>(x * x, new double[] {x});
    Pair<Point, double[]> q = p.withFirst(new Point(x, 2));
    return p.first() * p.second()[0] + q.first().x() * q.second()[0] * q.first().y();
  }

  private static <A, B> Pair<B, A> swapped(Pair<A, B> pair) {
    return new Pair<>(pair.second(), pair.first());
  }

  @Differentiable
  static double swappedPairs(double x, double y) {
    Pair<Double, Function<Double, Double>> p = new Pair<>(x, t -> t * y);
    Pair<Function<Double, Double>, Double> q = swapped(p);
    return q.first().apply(q.second()) + swapped(q).first();
  }

  @Differentiable
  static double references(double x) {
    BiFunction<Double, Double, Point> make = Point::new;
    Function<Double, Point> diagonal = Point::diagonal;
    ToDoubleBiFunction<Point, Point> dot = Point::dot;
    Point p = make.apply(x, 2.0);
    ToDoubleFunction<Point> bound = p::dot;
    return dot.applyAsDouble(p, diagonal.apply(x)) + bound.applyAsDouble(diagonal.apply(3.0));
  }

  @Differentiable
  static double boxes(double x) {
    Integer k = 3;
    Long n = 4L;
    k++;
    k += k + 2;
    Double d = x;
    d *= 2;
    d += k;
    d++;
    double r = d * n + Double.valueOf(x) * d.intValue();
    r += d.isNaN() ? 1 : x;
    r += d.compareTo(3.0) > 0 ? x * x : 0;
    return r + (d.equals(x) ? 5 : 6) * x;
  }

  @Differentiable
  static double nullable(double x, boolean set) {
    Double d = null;
    if (set) {
      d = x * x;
    }
    return d == null ? x : d * 3;
  }

  @Differentiable
  static double nullUnboxed(double x, boolean set) {
    Double d = set ? x : null;
    return d * 2;
  }

  @Differentiable
  static double passiveBoxes(double x, Integer k, Double scale) {
    return x * k * scale;
  }

  @Differentiable
  static double objects(double x) {
    Object o = x;
    Number n = x * x;
    Comparable<Double> c = x;
    return (double) o + n.doubleValue() + n.intValue() + (c.compareTo(2.0) > 0 ? 1 : 0);
  }

  @Differentiable
  static float floatBoxes(float x) {
    Float f = x;
    Function<Float, Float> square = t -> t * t;
    return square.apply(f) + f;
  }

  private static double sum(Double... numbers) {
    double s = 0;
    for (Double number : numbers) {
      s += number;
    }
    return s;
  }

  @Differentiable
  static double boxedVarargs(double x) {
    return sum(x, x * x, 3.0) * sum(x) + sum();
  }

  private static double through(double x, DoubleUnaryOperator... functions) {
    double r = x;
    for (DoubleUnaryOperator f : functions) {
      r = f.applyAsDouble(r);
    }
    return r;
  }

  @Differentiable
  static double functionVarargs(double x) {
    return through(x, t -> t * x, Math::sin, t -> t + 1) + through(x);
  }

  private static double dots(Point first, Point... rest) {
    double s = 0;
    for (Point p : rest) {
      s += first.dot(p);
    }
    return s;
  }

  @Differentiable
  static double recordVarargs(double x) {
    Point p = new Point(x, 2);
    return dots(p, p, new Point(3, x)) + dots(p);
  }

  private static double which(Object o) {
    return 1;
  }

  private static double which(Double d) {
    return d * 2;
  }

  private static double which(double d) {
    return d * 3;
  }

  private static <T extends Comparable<T>> T larger(T a, T b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  @Differentiable
  static double overloads(double x) {
    Double d = x;
    return which(x) * which(d) * which("text") + larger(x, 0.5) * larger(d, x * x);
  }

  private static <T> Supplier<T> lazily(Supplier<? extends T> supplier) {
    return () -> supplier.get();
  }

  @Differentiable
  static double wildcards(double x) {
    Supplier<Point> p = lazily(() -> new Point(x, x * x));
    Function<? super Point, ? extends Double> f = q -> q.x() * q.y();
    return f.apply(p.get());
  }

  private static final class Cell<T> {
    private T content;

    Cell(T content) {
      this.content = content;
    }

    T get() {
      return content;
    }

    void set(T other) {
      content = other;
    }
  }

  @Differentiable
  static double genericClass(double x, int n) {
    Cell<Double> cell = new Cell<>(x);
    for (int i = 0; i < n; i++) {
      cell.set(cell.get() * x + 1);
    }
    Cell<double[]> row = new Cell<>(new double[] {x, 2});
    row.get()[1] *= cell.get();
    return row.get()[0] * row.get()[1];
  }

  private static <T extends Comparable<T>> T greatest(List<T> all) {
    T found = all.get(0);
    for (T one : all) {
      if (one.compareTo(found) > 0) {
        found = one;
      }
    }
    return found;
  }

  /** Boxes that come out of a list may be null for all anybody knows. */
  @Differentiable
  static double comparedBoxes(double x, double y) {
    List<Double> all = new ArrayList<>(List.of(x, y * y, x * y));
    double found = greatest(all);
    return all.get(2).equals(all.get(0)) ? found : found * found;
  }
}
