package io.cotangent.edge;

import io.cotangent.Differentiable;
import io.cotangent.Watch;

/** Annotated methods of classes, records and interfaces, and methods that take such objects. */
final class ClassPrograms {
  private ClassPrograms() {}

  /** Its fields are reached in every way there is. */
  static class Spring {
    private final double stiffness;
    double x;
    private double v;
    private final double[] forces;
    int steps;

    Spring(double stiffness, double x, double v, double... forces) {
      this.stiffness = stiffness;
      this.x = x;
      this.v = v;
      this.forces = forces;
    }

    double getStiffness() {
      return stiffness;
    }

    double getV() {
      return this.v;
    }

    void setV(double v) {
      this.v = v;
    }

    double[] forces() {
      return forces;
    }

    @Differentiable(order = 2)
    double energy(double mass) {
      return 0.5 * stiffness * x * x + 0.5 * mass * v * v + forces[0] * x;
    }

    @Differentiable
    void step(double dt) {
      v -= dt * (force() - forces[0]);
      x += dt * v;
      steps++;
      forces[1] += x * v;
    }

    private double force() {
      return stiffness * x;
    }

    @Differentiable
    double run(double dt, int n) {
      for (int i = 0; i < n; i++) {
        step(dt);
      }
      return x * v;
    }

    @Differentiable(wrt = "self", name = "OfSelf")
    double scaled(double factor) {
      return factor * x * stiffness;
    }

    @Differentiable(wrt = "factor", name = "OfFactor")
    double scaledAgain(double factor) {
      return factor * factor * x;
    }

    @Differentiable
    double named(Spring self, double selfX) {
      return self.x * x + selfX * self.v;
    }

    @Differentiable
    double sum(double... more) {
      double sum = x;
      for (double each : more) {
        sum += each * v;
      }
      return sum;
    }

    @Differentiable
    double[] state() {
      return new double[] {x * v, stiffness * v};
    }

    @Differentiable
    double watched(double a) {
      @Watch double inner = a * x;
      return inner * inner;
    }

    @Differentiable
    double failing(double a) {
      x = 2 * x;
      if (a > 1) {
        throw new IllegalStateException("too far: " + steps);
      }
      return x * a;
    }
  }

  @Differentiable
  static double work(Spring s, double a) {
    s.setV(a * s.v);
    return s.energy(a) * s.x;
  }

  @Differentiable
  static double exchange(Spring a, Spring b, double rate) {
    double flow = rate * (a.x - b.x);
    a.x -= flow;
    b.x += flow;
    return a.x * b.v;
  }

  @Differentiable
  static double compared(Spring a, Car car, Spring b, Car other) {
    double sum = a == null ? 0 : 2 * a.x;
    return car.engine != other.engine ? sum + b.x * car.load : sum * b.x;
  }

  @Differentiable
  static double nullsOnly(Spring a, Spring b) {
    return a == null || b == null ? 0 : a.x * a.x + b.v;
  }

  @Differentiable
  static <T extends Spring> double generic(T s, double a) {
    return s.x * a;
  }

  @Differentiable
  static <T, U extends Comparable<U>> double unrelated(T t, U u, double a) {
    return u.compareTo(u) == 0 ? a * a : a;
  }

  /** A base class. */
  abstract static class Wing {
    protected double area;
    private double drag;

    Wing(double area, double drag) {
      this.area = area;
      this.drag = drag;
    }

    double drag() {
      return drag;
    }

    abstract double factor();
  }

  /** Inherits two numbers. */
  static final class Tail extends Wing {
    final float lift;

    Tail(double area, double drag, float lift) {
      super(area, drag);
      this.lift = lift;
    }

    @Override
    double factor() {
      return area * lift;
    }

    @Differentiable
    double force(double v) {
      return factor() * v * v - drag() * v;
    }

    @Differentiable
    void grow(double by) {
      area *= by;
    }
  }

  /** Part of a car. */
  static final class Engine {
    double torque;
    private double loss;

    Engine(double torque, double loss) {
      this.torque = torque;
      this.loss = loss;
    }

    double getLoss() {
      return loss;
    }

    void setLoss(double loss) {
      this.loss = loss;
    }

    double power(double speed) {
      return torque * speed - loss * speed * speed;
    }
  }

  /** Holds an object for good. */
  static final class Car {
    final Engine engine;
    private double load;
    private final String name = "car";

    Car(Engine engine, double load) {
      this.engine = engine;
      this.load = load;
    }

    double load() {
      return load;
    }

    @Differentiable
    double pull(double speed) {
      return engine.power(speed) / load;
    }

    @Differentiable
    double wear(double a) {
      engine.torque -= a * load;
      engine.loss *= 1 + a;
      return engine.torque * engine.loss;
    }
  }

  /** A mutable vector. */
  static final class Vec {
    double x;
    double y;

    Vec(double x, double y) {
      this.x = x;
      this.y = y;
    }
  }

  /** Holds an object that could be replaced, but is not. */
  static final class Body {
    Vec position;
    final double mass;

    Body(Vec position, double mass) {
      this.position = position;
      this.mass = mass;
    }

    @Differentiable
    double move(Vec velocity, double dt) {
      position.x += dt * velocity.x;
      position.y += dt * velocity.y / mass;
      return position.x * position.y;
    }
  }

  /** Replaces its array. */
  static final class State {
    double[] x;
    private final double rate;

    State(double rate, double... x) {
      this.rate = rate;
      this.x = x;
    }

    double rate() {
      return rate;
    }

    @Differentiable
    double advance(double dt) {
      double[] next = new double[x.length];
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        next[i] = x[i] + dt * rate * x[(i + 1) % x.length];
        sum += next[i] * next[i];
      }
      x = next;
      return sum;
    }
  }

  /** A plain record. */
  record Point(double x, double y) {
    @Differentiable(order = 2)
    double dot(Point other) {
      return x * other.x + y * y * other.y();
    }

    @Differentiable
    Point plus(Point other, double factor) {
      return new Point(x + factor * other.x, y + factor * other.y);
    }

    @Differentiable
    double norm() {
      return Math.hypot(x, y);
    }
  }

  /** A record that is its own model. */
  record Quadratic(double a, double b, double c, int unused) {
    Quadratic {
      if (Double.isNaN(a)) {
        throw new IllegalArgumentException("no number");
      }
    }

    @Differentiable
    double at(double t) {
      return (a * t + b) * t + c;
    }
  }

  /** Holds a record that is replaced. */
  static final class Particle {
    Point at;
    double charge;

    Particle(Point at, double charge) {
      this.at = at;
      this.charge = charge;
    }

    @Differentiable
    double shift(double by) {
      at = new Point(at.x() + by * charge, at.y() * by);
      return at.norm();
    }

    @Differentiable
    double distance(double fromX) {
      return Math.abs(at.x() - fromX) + charge * at.y();
    }
  }

  /** Has a type parameter. */
  static final class Box<T extends Comparable<T>> {
    final T tag;
    final double content;

    Box(T tag, double content) {
      this.tag = tag;
      this.content = content;
    }

    @Differentiable
    double weighed(double gravity, T other) {
      return tag.compareTo(other) > 0 ? content * gravity : content * content;
    }
  }

  /** Nothing in it has derivatives. */
  static final class Service {
    private final String name = "service";
    private final int level;
    private int calls;

    Service(int level) {
      this.level = level;
    }

    int level() {
      return level;
    }

    @Differentiable
    double square(double x) {
      return level > 1 ? x * x : x;
    }
  }

  /** Constants with a method. */
  enum Kernel {
    LINEAR,
    SQUARE;

    @Differentiable
    double of(double x) {
      return this == LINEAR ? x : x * x;
    }
  }

  /** A default method. */
  interface Cubing {
    @Differentiable
    default double cube(double x) {
      return x * x * x;
    }
  }

  /** Makes use of it. */
  static final class Cubes implements Cubing {}
}
