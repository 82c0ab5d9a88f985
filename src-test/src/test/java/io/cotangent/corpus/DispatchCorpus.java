package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Calls whose method the class of the object decides: overriding, interfaces, enums, constants. */
final class DispatchCorpus {

  private DispatchCorpus() {}

  interface Act {
    double f(double x);

    default double twice(double x) {
      return f(f(x));
    }
  }

  static class Leaky implements Act {
    @Override
    public double f(double x) {
      return x > 0 ? x : 0.01 * x;
    }
  }

  static class Scale implements Act {
    private final double k;

    Scale(double k) {
      this.k = k;
    }

    @Override
    public double f(double x) {
      return k * x;
    }

    @Override
    public double twice(double x) {
      return Act.super.twice(x) + k;
    }
  }

  static class Cubic extends Scale {
    Cubic(double k) {
      super(k * k);
    }

    @Override
    public double f(double x) {
      return super.f(x) * x * x;
    }
  }

  static final Act TANH = Math::tanh;
  static final Act LEAKY = new Leaky();
  private static final Scale TRIPLE = new Scale(3);

  enum Op {
    ADD {
      @Override
      double apply(double x, double y) {
        return x + y;
      }
    },
    MUL {
      @Override
      double apply(double x, double y) {
        return x * y;
      }
    };

    abstract double apply(double x, double y);
  }

  enum Planet {
    EARTH(5.97, 6.37),
    MARS(0.64, 3.39);

    private final double mass;
    private final double radius;

    Planet(double mass, double radius) {
      this.mass = mass;
      this.radius = radius;
    }

    double gravity(double height) {
      return mass / ((radius + height) * (radius + height));
    }
  }

  abstract static class Template {
    final double run(double a) {
      before();
      return step(a) + hook(a);
    }

    void before() {}

    protected abstract double step(double a);

    double hook(double a) {
      return 0;
    }
  }

  static class Counting extends Template {
    int n;

    @Override
    void before() {
      n++;
    }

    @Override
    protected double step(double a) {
      return a * n;
    }
  }

  static class Hooked extends Counting {
    @Override
    double hook(double a) {
      return step(a) * a;
    }
  }

  static class Complex {
    final double re;
    final double im;

    Complex(double re, double im) {
      this.re = re;
      this.im = im;
    }

    Complex times(Complex o) {
      return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
    }

    Complex plus(Complex o) {
      return new Complex(re + o.re, im + o.im);
    }

    double abs2() {
      return re * re + im * im;
    }
  }

  static class Matrix {
    final int n;
    final double[] d;

    Matrix(int n) {
      this(n, new double[n * n]);
    }

    private Matrix(int n, double[] d) {
      this.n = n;
      this.d = d;
    }

    static Matrix identity(int n) {
      Matrix m = new Matrix(n);
      for (int i = 0; i < n; i++) {
        m.set(i, i, 1);
      }
      return m;
    }

    double get(int i, int j) {
      return d[i * n + j];
    }

    Matrix set(int i, int j, double v) {
      d[i * n + j] = v;
      return this;
    }

    Matrix times(Matrix o) {
      Matrix r = new Matrix(n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double s = 0;
          for (int k = 0; k < n; k++) {
            s += get(i, k) * o.get(k, j);
          }
          r.set(i, j, s);
        }
      }
      return r;
    }
  }

  static class Stack {
    private double[] data = new double[4];
    private int size;

    void push(double v) {
      if (size == data.length) {
        data = java.util.Arrays.copyOf(data, size * 2);
      }
      data[size++] = v;
    }

    double pop() {
      if (size == 0) {
        throw new IllegalStateException("empty");
      }
      return data[--size];
    }

    boolean isEmpty() {
      return size == 0;
    }
  }

  static class Builder {
    private double a = 1;
    private double b;

    Builder a(double a) {
      this.a = a;
      return this;
    }

    Builder b(double b) {
      this.b = b;
      return this;
    }

    Built build() {
      return new Built(this);
    }
  }

  static class Built {
    final double p;
    final double q;

    Built(Builder b) {
      p = b.a;
      q = b.b * p;
    }
  }

  static class Histogram {
    static final int BINS = 3;
    int[] count = new int[BINS];
    double[][] sums = new double[BINS][2];

    void add(double v, int bin) {
      count[bin]++;
      sums[bin][count[bin] % 2] += v * count[bin];
    }
  }

  @Differentiable
  static double overridden(double a) {
    Act[] acts = {new Leaky(), new Scale(a), new Cubic(2)};
    double s = a;
    for (Act x : acts) {
      s = x.twice(s);
    }
    return s;
  }

  @Differentiable
  static double functionOrObject(double a) {
    Act c = TANH;
    if (a > 1) {
      c = new Scale(a);
    } else if (a < 0) {
      c = t -> t * t * a;
    }
    return c.twice(a) + c.f(2);
  }

  @Differentiable
  static double constants(double a) {
    return LEAKY.f(a * a) + LEAKY.twice(a) + TRIPLE.f(a * a) * TRIPLE.twice(a);
  }

  @Differentiable
  static double enumBodies(double a) {
    double s = a;
    for (Op o : Op.values()) {
      s = o.apply(s, a);
    }
    return Op.MUL.apply(s, 2) * Op.ADD.apply(a, a);
  }

  @Differentiable
  static double enumFields(double a) {
    double s = 0;
    for (Planet p : Planet.values()) {
      s += p.gravity(a);
    }
    return s * Planet.MARS.gravity(a * a);
  }

  @Differentiable
  static double templateMethod(double a) {
    Template t = new Hooked();
    Template u = a > 1 ? t : new Counting();
    t.run(a);
    return t.run(a) + u.run(a);
  }

  @Differentiable
  static double immutableObjects(double a, double b) {
    Complex z = new Complex(0, 0);
    Complex c = new Complex(a, b);
    int n = 0;
    while (z.abs2() < 4 && n < 6) {
      z = z.times(z).plus(c);
      n++;
    }
    return z.abs2();
  }

  @Differentiable
  static double butterflies(double a) {
    Complex[] z = new Complex[4];
    for (int i = 0; i < 4; i++) {
      z[i] = new Complex(Math.cos(a * i), i * a);
    }
    for (int i = 0; i < 2; i++) {
      Complex t = z[i].times(z[i + 2]);
      z[i + 2] = z[i].plus(z[i + 2]);
      z[i] = t;
    }
    double s = 0;
    for (Complex c : z) {
      s += c.abs2();
    }
    return s;
  }

  @Differentiable
  static double matrixPower(double a, double b, int n) {
    Matrix m = new Matrix(2).set(0, 0, a).set(0, 1, b).set(1, 0, b * a);
    Matrix p = Matrix.identity(2);
    for (int i = 0; i < n; i++) {
      p = p.times(m);
    }
    return p.get(0, 1) + p.get(1, 1) * p.get(0, 0);
  }

  @Differentiable
  static double growingStack(double a, int n) {
    Stack s = new Stack();
    for (int i = 0; i < n; i++) {
      s.push(a * i + 1);
    }
    s.push(s.pop() * s.pop());
    double r = 1;
    while (!s.isEmpty()) {
      r = r * 0.5 + s.pop() * a;
    }
    return r;
  }

  @Differentiable
  static double builder(double a) {
    Built first = new Builder().b(a).a(a * a).build();
    Built second = new Builder().b(a).build();
    return (first.p + first.q) * (second.p + second.q);
  }

  @Differentiable
  static double histogram(double a) {
    Histogram h = new Histogram();
    for (int i = 0; i < 7; i++) {
      h.add(a * i, i % Histogram.BINS);
    }
    double s = 0;
    for (double[] row : h.sums) {
      s += row[0] * row[1];
    }
    return s;
  }

  @Differentiable
  static double boundReference(double a) {
    Scale s = new Scale(a);
    DoubleUnaryOperator f = s::f;
    Act g = s::f;
    return f.applyAsDouble(a) + g.twice(a);
  }

  enum Activation {
    LINEAR {
      @Override
      double of(double x) {
        return x > 0 ? x : 0;
      }
    },
    SQUARE(2.5) {
      @Override
      double of(double x) {
        return scale * x * x;
      }
    };

    final double scale;

    Activation() {
      this(1);
    }

    Activation(double scale) {
      this.scale = scale;
    }

    abstract double of(double x);

    double twice(double x) {
      return of(of(x)) * scale;
    }
  }

  /** A constant with numbers of its own arrives as a parameter. */
  @Differentiable
  static double enumParameter(double x, Activation activation) {
    double s = activation.twice(x) + Activation.SQUARE.of(x);
    for (Activation other : Activation.values()) {
      s += other.of(x) * (other == activation ? x : 1);
    }
    return s;
  }
}
