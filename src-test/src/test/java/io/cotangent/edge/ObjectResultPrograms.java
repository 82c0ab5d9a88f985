package io.cotangent.edge;

import io.cotangent.Differentiable;
import io.cotangent.Watch;
import java.util.ArrayList;
import java.util.List;

/** Annotated methods whose results are objects of a class. */
final class ObjectResultPrograms {
  private ObjectResultPrograms() {}

  /** Nothing in it changes. */
  static final class Vec {
    final double x;
    final double y;
    private final double z;

    Vec(double x, double y, double z) {
      this.x = x;
      this.y = y;
      this.z = z;
    }

    double getZ() {
      return z;
    }

    Vec plus(Vec other) {
      return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec times(double factor) {
      return new Vec(factor * x, factor * y, factor * z);
    }

    @Differentiable
    Vec scaled(double factor) {
      return times(factor * factor);
    }
  }

  /** A constructor keeps some of it, the rest is assigned. */
  static class Model {
    float bias;
    String name;
    double[] weights;
    int steps;

    Model(double[] weights, float bias) {
      this.bias = bias;
      this.weights = weights;
    }
  }

  /** No constructor, and one of its fields is only reached through methods. */
  static final class Bare extends Base {}

  /** What is inherited is assigned. */
  abstract static class Base {
    private double x;
    double y;

    double getX() {
      return x;
    }

    void setX(double x) {
      this.x = x;
    }
  }

  /** Fields of two classes, parameters called like other fields. */
  static final class Turned extends Base {
    final double left;
    final double right;

    Turned(double right, double left) {
      super();
      this.left = right;
      this.right = left;
    }
  }

  @Differentiable
  static Vec cross(Vec a, Vec b) {
    return new Vec(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
  }

  @Differentiable
  static Vec sum(Vec[] all, double factor) {
    Vec sum = new Vec(0, 0, 0);
    for (Vec one : all) {
      sum = sum.plus(one.times(factor)).plus(one);
    }
    return sum;
  }

  @Differentiable
  static Vec largest(Vec start, int count) {
    Vec best = null;
    for (int i = 1; i <= count; i++) {
      Vec one = start.times(i % 3);
      if (best == null || one.x > best.x) {
        best = one;
      }
    }
    return best;
  }

  @Differentiable
  static Vec halved(Vec at, int times) {
    return times == 0 ? new Vec(at.x * at.x, at.y, at.z) : halved(at.times(0.5 * at.x), times - 1);
  }

  @Differentiable
  static Vec listed(double x) {
    List<Vec> all = new ArrayList<>();
    all.add(new Vec(x, x * x, 1));
    all.add(all.get(0).plus(all.get(0)));
    return all.get(1);
  }

  @Differentiable
  static Model step(Model model, double rate) {
    Model next = new Model(model.weights.clone(), model.bias * (float) rate);
    next.weights[0] *= rate;
    next.name = model.name + "'";
    next.steps = model.steps + 1;
    return next;
  }

  @Differentiable
  static Model shared(double[] weights, float bias) {
    weights[0] *= bias;
    return new Model(weights, bias * bias);
  }

  @Differentiable
  static Bare bare(double x, double y) {
    Bare bare = new Bare();
    bare.setX(x * y);
    bare.y = bare.getX() * y;
    return bare;
  }

  @Differentiable
  static Turned turned(double x, double y) {
    Turned turned = new Turned(x * x, y * y);
    turned.setX(x * y);
    turned.y = x + y;
    return turned;
  }

  @Differentiable
  static Vec tried(double x) {
    try {
      if (x > 2) {
        throw new IllegalStateException();
      }
      return new Vec(x, x, x);
    } catch (IllegalStateException e) {
      return new Vec(x * x, 1, x);
    }
  }

  @Differentiable
  static Vec watched(Vec at, double factor) {
    @Watch double y = factor * at.x;
    return new Vec(y * y, at.y, y);
  }
}
