package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Functions whose code is known: lambdas, method references, what they capture, where they go. */
final class LambdaCorpus {

  private static final DoubleUnaryOperator SQUARE = t -> t * t;
  private static final DoubleBinaryOperator POWER = Math::pow;

  private LambdaCorpus() {}

  /** A functional interface of the user's own, with a default method and a static one. */
  @FunctionalInterface
  interface Law {
    double at(double a, double b);

    default Law twice() {
      return (a, b) -> at(at(a, b), b);
    }

    static Law product() {
      return (a, b) -> a * b;
    }
  }

  @Differentiable
  static double local(double x) {
    DoubleUnaryOperator f = t -> t * t * t;
    return f.applyAsDouble(x) + f.applyAsDouble(2 * x);
  }

  @Differentiable
  static double captured(double x, double[] w) {
    DoubleUnaryOperator f = t -> t * w[0] + x * w[1];
    w[0] = w[0] * x;
    return f.applyAsDouble(x);
  }

  static double integral(DoubleUnaryOperator f, double from, double to, int n) {
    double h = (to - from) / n;
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += f.applyAsDouble(from + (i + 0.5) * h);
    }
    return s * h;
  }

  @Differentiable
  static double integrals(double a, double b, int n) {
    return integral(t -> Math.exp(-a * t), 0, b, n) + integral(Math::sin, a, b, n);
  }

  @Differentiable
  static double blockBody(double x, double limit) {
    DoubleUnaryOperator f =
        t -> {
          double s = 0;
          for (int i = 0; i < 10; i++) {
            s += t * i;
            if (s > limit) {
              return s * s;
            }
          }
          return -s;
        };
    return f.applyAsDouble(x) + 1;
  }

  private static DoubleUnaryOperator scaled(double k) {
    return t -> k * t;
  }

  private static DoubleUnaryOperator after(DoubleUnaryOperator f, DoubleUnaryOperator g) {
    return t -> g.applyAsDouble(f.applyAsDouble(t));
  }

  @Differentiable
  static double returned(double x, double y) {
    return after(after(scaled(y), Math::exp), t -> t * x).applyAsDouble(x);
  }

  @Differentiable
  static double composed(double x, double y) {
    DoubleUnaryOperator f = t -> t * y;
    DoubleUnaryOperator g = f.andThen(Math::sin).compose(t -> t * t);
    return g.andThen(DoubleUnaryOperator.identity()).applyAsDouble(x);
  }

  @Differentiable
  static double chosen(double x, boolean first) {
    DoubleUnaryOperator f = first ? t -> t * t : Math::cos;
    return f.applyAsDouble(x) * f.applyAsDouble(2 * x);
  }

  @Differentiable
  static double assignedInBranches(double x, int kind) {
    DoubleUnaryOperator f;
    if (kind == 0) {
      f = t -> t * x;
    } else if (kind == 1) {
      f = Math::exp;
    } else {
      f = scaled(x);
    }
    return f.applyAsDouble(x);
  }

  @Differentiable
  static double changedInLoop(double x, int n) {
    DoubleUnaryOperator f = Math::sin;
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += f.applyAsDouble(x);
      double now = s;
      f = i % 2 == 0 ? t -> t * now : Math::cos;
    }
    return s;
  }

  private static DoubleUnaryOperator firstAbove(double x) {
    for (int i = 0; i < 4; i++) {
      double bound = i * x;
      if (bound > 2) {
        return t -> t * bound;
      }
    }
    return SQUARE;
  }

  @Differentiable
  static double returnedEarly(double x) {
    return firstAbove(x).applyAsDouble(x);
  }

  @Differentiable
  static double switched(double x, String name) {
    DoubleUnaryOperator f =
        switch (name) {
          case "sin" -> Math::sin;
          case "square" -> SQUARE;
          default -> t -> 3 * t * x;
        };
    return f.applyAsDouble(x);
  }

  @Differentiable
  static double constants(double x, double y) {
    return SQUARE.applyAsDouble(x) * POWER.applyAsDouble(x, y);
  }

  private static double newton(DoubleUnaryOperator f, DoubleUnaryOperator slope, double x, int n) {
    return n == 0 ? x : newton(f, slope, x - f.applyAsDouble(x) / slope.applyAsDouble(x), n - 1);
  }

  @Differentiable
  static double recursive(double a) {
    return newton(t -> t * t - a, t -> 2 * t, 1, 7);
  }

  @Differentiable
  static double ownInterface(double x, double y) {
    Law law = (a, b) -> a * b + x;
    return law.twice().twice().at(x, y) + Law.product().at(x, y);
  }

  @Differentiable
  static double boxedFunction(double x) {
    Function<Double, Double> f = t -> t * x;
    BiFunction<Double, Double, Double> g = (a, b) -> a * b;
    BinaryOperator<Double> sum = Double::sum;
    UnaryOperator<Double> h = t -> -t;
    Function<Double, Double> both = f.andThen(h).compose(Math::exp);
    return g.apply(f.apply(x), sum.apply(x, 1.0)) + both.apply(x);
  }

  @Differentiable
  static double suppliers(double x, double y) {
    Supplier<Double> s = () -> x * y;
    DoubleSupplier d = () -> s.get() + x;
    Supplier<DoubleUnaryOperator> nested = () -> t -> t * d.getAsDouble();
    return nested.get().applyAsDouble(y);
  }

  @Differentiable
  static double arrays(double x, int n) {
    IntFunction<double[]> make = double[]::new;
    double[] a = make.apply(n);
    IntToDoubleFunction at = i -> a[i] * x;
    Runnable fill =
        () -> {
          for (int i = 0; i < a.length; i++) {
            a[i] = x + i;
          }
        };
    fill.run();
    ToDoubleFunction<double[]> first = b -> b[0];
    return at.applyAsDouble(n - 1) * first.applyAsDouble(a);
  }

  @Differentiable
  static double predicate(double[] x) {
    DoublePredicate positive = t -> t > 0;
    DoublePredicate small = positive.and(t -> t < 1).negate();
    double s = 0;
    for (double t : x) {
      s += small.test(t) ? t * t : t;
    }
    return s;
  }

  private static double all(double x, DoubleUnaryOperator f, DoubleUnaryOperator g, int n) {
    return n == 0 ? x : all(n % 2 == 0 ? f.applyAsDouble(x) : g.applyAsDouble(x), g, f, n - 1);
  }

  @Differentiable
  static double swapsInRecursion(double x, double y) {
    return all(x, t -> t * y, t -> Math.sin(t) + y, 6);
  }

  private static DoubleUnaryOperator power(DoubleUnaryOperator f, int n) {
    DoubleUnaryOperator[] none = new DoubleUnaryOperator[0];
    if (n == 0 || none.length > 0) {
      return DoubleUnaryOperator.identity();
    }
    return n == 1 ? f : after(f, f);
  }

  @Differentiable
  static double iterated(double x, double y, int n) {
    return power(t -> t * t + y, n).applyAsDouble(x);
  }

  @Differentiable
  static double nullUntilSet(double x, int n) {
    DoubleUnaryOperator f = null;
    double s = x;
    for (int i = 0; i < n; i++) {
      if (f != null) {
        s += f.applyAsDouble(x);
      }
      double now = s;
      f = t -> t * now;
    }
    return f == null ? -s : s;
  }

  @Differentiable
  static double nullCalled(double x, boolean set) {
    DoubleUnaryOperator f = null;
    if (set) {
      f = t -> t * x;
    }
    return f.applyAsDouble(x);
  }

  @Differentiable
  static double[] mapped(double[] x, double k) {
    return map(x, t -> t * k + x[0]);
  }

  private static double[] map(double[] x, DoubleUnaryOperator f) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = f.applyAsDouble(x[i]);
    }
    return y;
  }

  @Differentiable
  static double shadowedNames(double x, double value) {
    DoubleUnaryOperator seed = tape -> tape * value;
    DoubleUnaryOperator xBar = tape -> seed.applyAsDouble(tape) + tape * x;
    return xBar.applyAsDouble(seed.applyAsDouble(x));
  }
}
