package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Fields and elements that hold what their types do not say: functions, and other objects. */
final class HeapCorpus {
  static final Cell OUTSIDE = new Cell(3);

  private HeapCorpus() {}

  static final class Cell {
    double value;

    Cell(double value) {
      this.value = value;
    }
  }

  static final class Holder {
    Cell cell;
    Object any;
  }

  static final class Layer {
    final double[] weights;
    final DoubleUnaryOperator activation;

    Layer(double[] weights, DoubleUnaryOperator activation) {
      this.weights = weights;
      this.activation = activation;
    }

    double apply(double x) {
      double sum = 0;
      for (double w : weights) {
        sum += w * x;
      }
      return activation.applyAsDouble(sum);
    }
  }

  record Step(double[] weights, DoubleUnaryOperator activation) {}

  static final class Recipe {
    private DoubleUnaryOperator inner = v -> v;
    private DoubleBinaryOperator mix;
    private double scale = 1;

    Recipe inner(DoubleUnaryOperator f) {
      inner = f;
      return this;
    }

    Recipe mix(DoubleBinaryOperator f) {
      mix = f;
      return this;
    }

    double run(double x) {
      return mix.applyAsDouble(inner.applyAsDouble(x), scale);
    }
  }

  interface Shape {
    double area(double scale);
  }

  record Square(double side) implements Shape {
    @Override
    public double area(double scale) {
      return side * side * scale;
    }
  }

  @Differentiable
  static double filledLater(double x, double k) {
    DoubleUnaryOperator[] steps = new DoubleUnaryOperator[5];
    for (int i = 0; i < steps.length; i++) {
      double s = i * k;
      steps[i] = i % 2 == 0 ? Math::tanh : v -> v * s;
    }
    double y = x;
    for (int i = 0; i < steps.length; i++) {
      y = steps[i].applyAsDouble(y) + x;
    }
    return y;
  }

  @Differentiable
  static double network(double[] w, double x, double leak) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < w.length - 1; i++) {
      double[] own = {w[i], w[i + 1]};
      layers.add(new Layer(own, i == 1 ? v -> v > 0 ? v : leak * v : Math::sin));
    }
    double y = x;
    for (Layer layer : layers) {
      y = layer.apply(y);
    }
    return y;
  }

  @Differentiable
  static double recordsWithFunctions(double[] w, double x) {
    Step[] steps = new Step[w.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new Step(new double[] {w[i], x}, i == 1 ? Math::sin : v -> v * x);
    }
    double y = x;
    for (Step step : steps) {
      y = step.activation().applyAsDouble(step.weights()[0] * y + step.weights()[1]);
    }
    return y;
  }

  @Differentiable
  static double functionsInFields(double x, double k, int n) {
    Recipe recipe = new Recipe().mix((p, q) -> p * q);
    for (int i = 0; i < n; i++) {
      recipe.scale *= k;
      if (i == 2) {
        recipe.inner(v -> Math.sin(v * k));
      }
    }
    return recipe.run(x) + recipe.inner(Math::exp).mix(Math::pow).run(x);
  }

  @Differentiable
  static double listOfFunctions(double x, int n) {
    List<DoubleUnaryOperator> list = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int j = i;
      list.add(v -> v * x + j);
    }
    list.set(0, Math::cos);
    double y = 0;
    for (DoubleUnaryOperator f : list) {
      y = f.applyAsDouble(y);
    }
    return y;
  }

  @Differentiable
  static double replacedElements(double x, double a) {
    DoubleUnaryOperator[] f = {Math::sin, v -> a * v};
    f[0] = v -> v * v * a;
    return f[0].applyAsDouble(x) + f[1].applyAsDouble(x);
  }

  @Differentiable
  static double rowsOfFunctions(double x, double a) {
    DoubleUnaryOperator[][] f = new DoubleUnaryOperator[2][3];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        double c = i + j * a;
        f[i][j] = j == 1 ? Math::sin : v -> v * c;
      }
    }
    DoubleUnaryOperator[] row = f[0];
    f[0] = f[1];
    f[1] = row;
    double y = x;
    for (DoubleUnaryOperator[] all : f) {
      for (DoubleUnaryOperator g : all) {
        y = 1 + g.applyAsDouble(y);
      }
    }
    return y;
  }

  @Differentiable
  static double functionsBesideClasses(double x, double a) {
    Shape[] all = new Shape[3];
    all[0] = new Square(x);
    all[1] = s -> s * a * x;
    all[2] =
        new Shape() {
          @Override
          public double area(double scale) {
            return a + scale;
          }
        };
    double t = 0;
    for (Shape s : all) {
      t += s.area(t + 1);
    }
    return t;
  }

  @Differentiable
  static double objectsFromElsewhere(double x, boolean own) {
    Holder h = new Holder();
    h.any = new Cell(x * x);
    h.cell = own ? new Cell(x) : OUTSIDE;
    return ((Cell) h.any).value * h.cell.value;
  }

  static final class Fit {
    Function<double[], Double> loss;
    DoubleUnaryOperator[] update;
  }

  @Differentiable
  static double boxesThroughFields(double x, double a) {
    Fit fit = new Fit();
    fit.loss = v -> v[0] * v[0] * a + v[1];
    fit.update = new DoubleUnaryOperator[] {g -> g * a, g -> g - a};
    double[] v = {x, a};
    for (int i = 0; i < 3; i++) {
      double l = fit.loss.apply(v);
      for (int j = 0; j < v.length; j++) {
        v[j] -= fit.update[j].applyAsDouble(l);
      }
    }
    return fit.loss.apply(v);
  }

  @Differentiable
  static double emptyElement(double x) {
    DoubleUnaryOperator[] f = new DoubleUnaryOperator[2];
    f[0] = v -> v * x;
    return x > 1 ? f[1].applyAsDouble(x) : f[0].applyAsDouble(x);
  }
}
