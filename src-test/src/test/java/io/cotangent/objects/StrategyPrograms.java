package io.cotangent.objects;

import io.cotangent.Differentiable;

/**
 * Methods that are given objects of classes of this compilation, without derivatives themselves.
 */
final class StrategyPrograms {

  private StrategyPrograms() {}

  interface Act {
    double f(double x);

    default double twice(double x) {
      return f(f(x));
    }

    default int order() {
      return 1;
    }
  }

  static class Scale implements Act {
    final double k;

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

    @Override
    public int order() {
      return 3;
    }
  }

  private static final class Hidden implements Act {
    @Override
    public double f(double x) {
      return Math.sin(x);
    }
  }

  enum Listed implements Act {
    SQUARE {
      @Override
      public double f(double x) {
        return x * x;
      }
    },
    LINE {
      @Override
      public double f(double x) {
        return x * (ordinal() + 2);
      }
    }
  }

  static Act hidden() {
    return new Hidden();
  }

  @Differentiable(wrt = "x")
  static double applied(double x, Act act) {
    return act.twice(x) * act.f(x) + act.order();
  }
}
