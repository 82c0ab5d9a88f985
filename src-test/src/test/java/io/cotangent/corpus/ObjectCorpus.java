package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Objects with fields that change: aliases, constructors, inner and local classes, arrays. */
final class ObjectCorpus {

  private double scale;

  private ObjectCorpus(double scale) {
    this.scale = scale;
  }

  static class Body {
    double x;
    double v = 2;

    Body(double x) {
      this.x = x;
    }

    Body(double x, double v) {
      this(x * v);
      this.v += v;
    }

    void move(double dt) {
      x += dt * v;
      v *= x;
    }

    double energy() {
      return x * x + v * v / 2;
    }

    double getX() {
      return x;
    }

    void setX(double x) {
      this.x = x;
    }

    Body with(double newX) {
      x = newX;
      return this;
    }
  }

  static class Base {
    double x;
    double y;

    Base(double x) {
      this.x = x;
      init();
    }

    void init() {
      y = 1;
    }

    double get() {
      return x + y;
    }
  }

  static class Derived extends Base {
    double x;
    double z = 5;

    Derived(double a) {
      super(a * a);
      x = a;
    }

    @Override
    void init() {
      y = 7 * super.x;
      z = super.x * 3;
    }

    double all() {
      return x * super.x + z * y + ((Base) this).x;
    }
  }

  static final class Model {
    final double[] weights;
    private double[] state = new double[2];
    private final DoubleUnaryOperator activation;
    final Body body;
    static final int SIZE = 2;

    {
      state[1] = 1;
    }

    Model(double[] weights, DoubleUnaryOperator activation) {
      this.weights = weights;
      this.activation = activation;
      body = new Body(weights[0]);
    }

    double step(double input) {
      double[] next = new double[SIZE];
      for (int i = 0; i < SIZE; i++) {
        next[i] = activation.applyAsDouble(weights[i] * state[i] + input);
      }
      state = next;
      body.move(next[0]);
      return next[1] + body.x;
    }
  }

  static class Counter {
    int n;
    long sum;
    boolean odd;

    void tick() {
      n++;
      sum += n;
      odd = !odd;
    }
  }

  static final class Generator {
    private long seed;

    Generator(long seed) {
      this.seed = seed;
    }

    double next() {
      seed = seed * 6364136223846793005L + 1442695040888963407L;
      return (seed >>> 11) * 0x1.0p-53;
    }
  }

  final class Scaled {
    double k;

    Scaled(double k) {
      this.k = k * scale;
    }

    double value() {
      return k + scale * ObjectCorpus.this.scale;
    }
  }

  Scaled scaled(double k) {
    return new Scaled(k);
  }

  static class Holder {
    Body[] bodies = new Body[2];
    Body[][] grid;

    Holder(double x) {
      bodies[0] = new Body(x);
      grid = new Body[2][2];
      grid[1][0] = bodies[0];
    }
  }

  static class Sum {
    private double sum;
    private final int n;

    Sum(int n) {
      this.n = n;
    }

    Sum add(double... xs) {
      for (double x : xs) {
        sum += x;
      }
      return this;
    }

    double mean() {
      return sum / n;
    }
  }

  @Differentiable
  static double alias(double a) {
    Body p = new Body(a);
    p.move(a * a);
    Body q = p;
    q.x += 3;
    p.move(q.v * 0.1);
    return p.energy();
  }

  @Differentiable
  static double interleavedAliases(double a, double b) {
    Body p = new Body(a);
    Body q = new Body(b, 0.5);
    double s = 0;
    for (int i = 0; i < 6; i++) {
      Body t = i % 2 == 0 ? p : q;
      t.x = t.x * b + q.x;
      p.v += t.x * 0.1;
      t.v -= p.x * 0.1;
      s += p.v * q.v;
    }
    return s;
  }

  @Differentiable
  static double swapInLoop(double a, int n) {
    Body p = new Body(a);
    Body q = new Body(a * a);
    for (int i = 0; i < n; i++) {
      Body t = p;
      p = q;
      q = t;
      p.x += q.v * 0.1;
      p.setX(p.getX() * 0.9);
    }
    return p.x * q.v + (p == q ? 1 : 0) + q.x;
  }

  @Differentiable
  static double evaluationOrder(double a) {
    Body p = new Body(a);
    Body q = new Body(a * 3);
    Body r = p;
    p.x = p.x + (p = q).x;
    return r.x * p.x;
  }

  @Differentiable
  static double constructors(double a) {
    Body p = new Body(a, a + 1);
    p.x++;
    --p.v;
    return p.x++ * p.v + p.x;
  }

  @Differentiable
  static double overridableInConstructor(double a) {
    Derived d = new Derived(a);
    return d.all() + d.get() + ((Base) d).x * d.x;
  }

  @Differentiable
  static double fieldsOfAllKinds(double[] w, double a) {
    Model m = new Model(w, t -> Math.tanh(t * a));
    double s = 0;
    for (int i = 0; i < 3; i++) {
      s += m.step(a * i) * m.weights[1];
    }
    m.weights[0] = s;
    return s + w[0] * m.body.energy();
  }

  @Differentiable
  static double passiveObjects(double a) {
    Counter c = new Counter();
    Generator g = new Generator(42);
    double s = 0;
    for (int i = 0; i < 5; i++) {
      c.tick();
      s += c.odd ? Math.exp(a * g.next()) * c.n : c.sum * a * a;
    }
    return s;
  }

  @Differentiable
  static double innerClass(double a) {
    ObjectCorpus outer = new ObjectCorpus(a);
    Scaled first = outer.scaled(a);
    outer.scale += 1;
    Scaled second = outer.new Scaled(2);
    first.k *= second.k;
    return first.value() * second.value();
  }

  @Differentiable
  static double localClass(double a) {
    double c = a * a;
    class Local {
      double h = c;

      double add(double t) {
        h += t;
        return h * c * a;
      }
    }
    Local l = new Local();
    Local m = new Local();
    m.h = l.add(a);
    return l.add(2) + m.add(a);
  }

  @Differentiable
  static double anonymousClass(double a) {
    Base b =
        new Base(a * 2) {
          double more = a;

          @Override
          double get() {
            more *= a;
            return super.get() + more;
          }
        };
    return b.get() * b.get();
  }

  @Differentiable
  static double nullUntilNeeded(double a) {
    Body b = null;
    double s = 0;
    for (int i = 0; i < 5; i++) {
      if (b == null || i == 3) {
        b = new Body(a + i);
      }
      b.v *= a;
      s += b.v;
    }
    return s;
  }

  @Differentiable
  static double chainUntilNull(double a) {
    Body b = new Body(a);
    double s = 0;
    while (b != null) {
      s += b.x * b.x;
      b = b.x > 5 ? null : new Body(b.x + 2);
    }
    return s;
  }

  private static Body pick(Body p, Body q, double a) {
    if (a > 1) {
      return p;
    }
    if (a > 0) {
      return q;
    }
    return null;
  }

  @Differentiable
  static double pickedByCallee(double a) {
    Body p = new Body(a);
    Body q = new Body(a * a);
    Body r = pick(p, q, a);
    if (r == null) {
      r = new Body(3 * a);
    }
    r.x += 1;
    r.v = r == p ? a : 2;
    return p.x * q.x + r.x * r.v;
  }

  private static double both(Body p, Body q) {
    p.x *= 2;
    return q.x + p.x;
  }

  @Differentiable
  static double sameObjectTwice(double a) {
    Body p = new Body(a);
    return both(p, p) * both(p, new Body(a));
  }

  private static double descend(Body b, int n) {
    if (n == 0) {
      return b.x;
    }
    b.x *= b.v;
    b.v += 0.1;
    double r = descend(b, n - 1);
    return r + b.v;
  }

  @Differentiable
  static double recursion(double a, int n) {
    Body b = new Body(a).with(a * a);
    b.v = a;
    return descend(b, n) * b.x;
  }

  private static void reassign(Body b) {
    Body q = b;
    q.x *= q.x;
    b = new Body(100);
    b.x = 3;
  }

  @Differentiable
  static double parameterReassigned(double a) {
    Body b = new Body(a);
    reassign(b);
    return b.x * a;
  }

  @Differentiable
  static double arrayOfObjects(double a, int n) {
    Body[] all = new Body[n];
    for (int i = 0; i < n; i++) {
      all[i] = new Body(a + i);
    }
    for (int step = 0; step < 2; step++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (all[i] != all[j]) {
            all[i].v += (all[j].x - all[i].x) * 0.01 * a;
          }
        }
      }
      for (Body b : all) {
        b.move(0.1);
      }
    }
    double e = 0;
    for (Body b : all) {
      e += b.energy();
    }
    return e;
  }

  @Differentiable
  static double aliasesInArrays(double a) {
    Body[] all = {new Body(1), new Body(a), null};
    all[2] = all[0];
    all[0].x = a;
    for (int i = 0; i < 3; i++) {
      Body t = all[i];
      t.x += i * a;
      all[i] = all[2 - i];
      all[2 - i] = t;
      t.v = t.x * a;
    }
    return all[0].x * all[1].v + all[2].v;
  }

  @Differentiable
  static double objectsInFields(double a) {
    Holder h = new Holder(a);
    h.bodies[0].x *= a;
    h.grid[0] = h.grid[1];
    h.grid[0][0].v++;
    h.bodies[0].x += 2;
    h.bodies[1] = new Body(h.grid[1][0].x);
    h.bodies[1].x += a;
    return h.bodies[0].x * h.grid[0][0].v + h.bodies[1].x;
  }

  @Differentiable
  static double chainedCalls(double a) {
    return new Sum(3).add(a, a * a, 3).add().mean() * new Sum(1).add(a).mean();
  }

  @Differentiable
  static double throughObject(double a) {
    Object o = new Body(a).with(a * a);
    Body b = (Body) o;
    b.x += 1;
    return ((Body) o).x * (o instanceof Body ? 2 : 3);
  }

  @Differentiable
  static double madeByCallees(double a) {
    double s = 0;
    for (int i = 0; i < 3; i++) {
      Body b = make(a + i);
      s += make(b.x * b.v).v;
    }
    return s;
  }

  private static Body make(double a) {
    Body b = new Body(0);
    b.x = a;
    b.v = Math.sin(a);
    return b;
  }

  @Differentiable
  static double nullAgainInLoop(double a, double k) {
    Body b = null;
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      if (b == null) {
        b = make(a + i);
      } else {
        b.v *= k;
        sum += b.v;
        if (i == 2) {
          b = null;
        }
      }
    }
    return b == null ? sum : sum + b.x;
  }
}
