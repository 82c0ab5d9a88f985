package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Records with code of their own: methods, constructors, factories; null; arrays of records. */
final class RecordCorpus {

  private RecordCorpus() {}

  record Vec(double x, double y) {
    static final Vec UNIT = new Vec(1, 0);

    static Vec of(double a) {
      return new Vec(a, a * a);
    }

    Vec plus(Vec o) {
      return new Vec(x + o.x, this.y + o.y());
    }

    Vec times(double k) {
      return new Vec(x * k, y * k);
    }

    double dot(Vec o) {
      return x * o.x + y * o.y;
    }

    double norm() {
      return Math.sqrt(dot(this));
    }
  }

  record Line(Vec from, Vec to) {
    double length() {
      return to.plus(from.times(-1)).norm();
    }
  }

  record Magnitude(double value) {
    Magnitude {
      if (value < 0) {
        value = -value;
      }
    }

    Magnitude(double a, double b) {
      this(a * b);
    }
  }

  record Shifted(double a, int n) {
    Shifted(double a, int n) {
      this.a = a * n;
      this.n = n + 1;
    }

    @Override
    public double a() {
      return a + 1;
    }
  }

  private record Options(int power, boolean logarithm) {
    double apply(double x) {
      double r = Math.pow(x, power);
      return logarithm ? Math.log(r) : r;
    }
  }

  record Pair<T>(T first, T second) {
    Pair<T> swapped() {
      return new Pair<>(second, first);
    }
  }

  record Weights(double[] w, double bias) {
    double apply(double[] x) {
      double s = bias;
      for (int i = 0; i < w.length; i++) {
        s += w[i] * x[i];
      }
      return s;
    }
  }

  sealed interface Figure permits Disc, Box {
    double area();

    default double scaled(double by) {
      return by * by * area();
    }
  }

  record Disc(double r) implements Figure {
    @Override
    public double area() {
      return Math.PI * r * r;
    }
  }

  record Box(double w, double h) implements Figure {
    @Override
    public double area() {
      return w * h;
    }

    @Override
    public double scaled(double by) {
      return Figure.super.scaled(by) + 1;
    }
  }

  @Differentiable
  static double methods(double x, double y) {
    Vec v = new Vec(x, y);
    Vec w = v.plus(Vec.of(x)).times(y);
    return w.norm() + v.dot(w);
  }

  @Differentiable
  static double nested(double x, double y) {
    return new Line(new Vec(x, y), Vec.of(y)).length();
  }

  @Differentiable
  static double compactConstructor(double x, double y) {
    return new Magnitude(x).value() * x + new Magnitude(x, y).value();
  }

  @Differentiable
  static double canonicalConstructor(double x) {
    Shifted s = new Shifted(x * x, 3);
    return s.a() * s.n() + s.a;
  }

  @Differentiable
  static double passiveRecord(double x) {
    Options o = new Options(3, x > 1);
    return o.apply(x) * o.power();
  }

  @Differentiable
  static double generic(double x, double y) {
    Pair<Vec> p = new Pair<>(new Vec(x, y), Vec.of(y));
    return p.swapped().first().y() * p.second().x() + p.swapped().second().dot(p.first());
  }

  @Differentiable
  static double arrayComponent(double[] w, double b) {
    Weights weights = new Weights(w, b * b);
    return weights.apply(weights.w()) * weights.bias;
  }

  @Differentiable
  static double startsNull(double x) {
    Vec v = null;
    for (int i = 0; i < 4; i++) {
      if (v == null) {
        v = new Vec(x, 1);
      } else {
        v = v.plus(new Vec(x * v.y, v.x));
      }
    }
    return v.x * v.y;
  }

  @Differentiable
  static double nullAtTheEnd(double x, int n) {
    Vec v = Vec.of(x);
    while (v != null && n > 0) {
      n--;
      v = v.x > 4 ? null : v.times(1.5);
    }
    return v == null ? x * x * x : v.x + v.y;
  }

  static Vec findLarge(double[] x, double bound) {
    for (double e : x) {
      if (e > bound) {
        return Vec.of(e);
      }
    }
    return null;
  }

  @Differentiable
  static double nullFromCallee(double[] x, double bound) {
    Vec found = findLarge(x, bound);
    return found == null ? x[0] : found.y * x[0];
  }

  @Differentiable
  static double array(double x, double y) {
    Vec[] all = new Vec[4];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Vec(x * i, y + i);
    }
    all[1] = all[3].plus(all[2]);
    double s = 0;
    for (Vec v : all) {
      s += v.norm() * v.x;
    }
    return s;
  }

  @Differentiable
  static double arrayWithMissing(double x, int n) {
    Vec[] all = {Vec.of(x), null, Vec.of(2 * x)};
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += all[i] == null ? x : all[i].y;
    }
    return s;
  }

  @Differentiable
  static double matrixOfRecords(double x) {
    Vec[][] grid = new Vec[2][3];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        grid[i][j] = new Vec(x * i, x * x * j);
      }
    }
    grid[0] = grid[1];
    grid[1][2] = grid[0][1].plus(grid[1][2]);
    return grid[0][2].norm() + grid[0][0].x * grid[1][1].y;
  }

  @Differentiable
  static double cloned(double x) {
    Vec[] all = {Vec.of(x), Vec.of(3)};
    Vec[] copy = all.clone();
    all[0] = Vec.of(2 * x);
    return all[0].y * copy[0].y + all.length * copy[1].y;
  }

  static double total(Vec... all) {
    double s = 0;
    for (Vec v : all) {
      s = s * 0.5 + v.x * v.y;
    }
    return s;
  }

  @Differentiable
  static double varargs(double x, double y) {
    return total(Vec.of(x), new Vec(x, y), Vec.of(y)) + total();
  }

  @Differentiable
  static double sealedInterface(double x) {
    Figure f = x > 1 ? new Disc(x) : new Box(x, x + 2);
    return f.area() + f.scaled(x);
  }

  @Differentiable
  static double arrayOfFigures(double x, int n) {
    Figure[] all = new Figure[n];
    for (int i = 0; i < n; i++) {
      if (i % 2 == 0) {
        all[i] = new Disc(x + i);
      } else {
        all[i] = new Box(x, i);
      }
    }
    double s = 0;
    for (Figure f : all) {
      s += f instanceof Disc ? ((Disc) f).r() : f.scaled(x);
    }
    return s;
  }

  @Differentiable
  static double constantRecord(double x) {
    return new Vec(x, x).dot(Vec.UNIT) * x;
  }

  @Differentiable
  static double localRecord(double x) {
    record Dual(double v, double d) {
      Dual times(Dual o) {
        return new Dual(v * o.v, v * o.d + d * o.v);
      }
    }
    Dual d = new Dual(x, 1);
    return d.times(d).times(d).d();
  }

  static Vec iterate(Vec v, int n) {
    return n == 0 ? v : iterate(new Vec(v.y, Math.sin(v.x)), n - 1);
  }

  @Differentiable
  static double recursion(double x, double y, int n) {
    Vec v = iterate(new Vec(x, y), n);
    return v.x * v.y;
  }

  @Differentiable
  static Vec result(double x, double y) {
    Vec v = new Vec(x, y);
    for (int i = 0; i < 3; i++) {
      v = v.dot(v) > 2 ? v.times(0.5) : v.plus(Vec.of(x));
    }
    return v;
  }

  @Differentiable
  static double swappedRows(double x, double y) {
    Vec[][] grid = new Vec[2][3];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        grid[i][j] = new Vec(x * i, y + j);
      }
    }
    Vec[] row = grid[1];
    grid[1] = grid[0];
    grid[0] = row;
    grid[0][1] = new Vec(grid[0][1].y, grid[1][2].x);
    double sum = 0;
    for (Vec[] vecs : grid) {
      for (Vec vec : vecs) {
        sum += vec.x * vec.y;
      }
    }
    return sum;
  }
}
