package io.cotangent.edge;

import io.cotangent.Differentiable;
import io.cotangent.edge.ChoicePrograms.Law;
import io.cotangent.edge.ChoicePrograms.Line;
import io.cotangent.edge.ChoicePrograms.Parabola;
import io.cotangent.edge.ChoicePrograms.Shape;

/** Annotated methods with arrays of objects of several classes. */
final class ChoiceRowPrograms {
  private ChoiceRowPrograms() {}

  @Differentiable(order = 2)
  static double total(Shape[] shapes, double scale) {
    double sum = 0;
    for (Shape shape : shapes) {
      double area = ChoicePrograms.area(shape);
      sum += area * area * scale;
    }
    return sum;
  }

  @Differentiable
  static double[] areas(Shape[] shapes, double scale) {
    double[] areas = new double[shapes.length];
    for (int i = 0; i < areas.length; i++) {
      areas[i] = ChoicePrograms.area(shapes[i]) * scale;
    }
    return areas;
  }

  @Differentiable
  static double grid(Shape[][] grid) {
    double sum = 0;
    for (Shape[] row : grid) {
      for (int i = 0; row != null && i < row.length; i++) {
        sum += Math.sin(ChoicePrograms.area(row[i])) * (i + 1);
      }
    }
    return sum;
  }

  record Drawing(Shape[] parts, double weight, Shape frame) {}

  @Differentiable(order = 2)
  static double drawing(Drawing drawing) {
    double sum = ChoicePrograms.area(drawing.frame());
    for (Shape part : drawing.parts()) {
      sum += ChoicePrograms.area(part) * drawing.weight();
    }
    return sum * sum;
  }

  @Differentiable
  static double album(Drawing[] drawings, double x) {
    double sum = 0;
    for (Drawing one : drawings) {
      sum += drawing(one) * x;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double laws(double x, Law... laws) {
    double sum = 0;
    for (Law law : laws) {
      if (law != null) {
        sum += law.at(x) * law.at(2 * x);
      }
    }
    return sum;
  }

  @Differentiable
  static double chain(Law[] laws, double x) {
    double at = x;
    for (Law law : laws) {
      at = law.at(at) / 4;
    }
    return at;
  }

  @Differentiable
  static double steepen(Law[] laws, double x) {
    double before = 1;
    for (Law law : laws) {
      before += law.at(x);
      if (law instanceof Parabola p) {
        p.bend *= x;
        p.more[0] += p.bend;
      }
      if (law instanceof Line line) {
        line.slope = line.slope * line.slope;
      }
    }
    double sum = 0;
    for (Law law : laws) {
      sum += before * law.at(x);
    }
    return sum;
  }

  /** Objects of an abstract class, some of them in an object. */
  abstract static class Layer {
    double[] weights;
    double bias;

    Layer(double bias, double... weights) {
      this.weights = weights;
      this.bias = bias;
    }

    abstract double of(double z);

    double out(double[] x) {
      double sum = bias;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * x[i];
      }
      return of(sum);
    }
  }

  static final class Smooth extends Layer {
    Smooth(double bias, double... weights) {
      super(bias, weights);
    }

    @Override
    double of(double z) {
      return Math.tanh(z);
    }
  }

  static final class Leaky extends Layer {
    final double leak;

    Leaky(double leak, double bias, double... weights) {
      super(bias, weights);
      this.leak = leak;
    }

    @Override
    double of(double z) {
      return z > 0 ? z : leak * z;
    }
  }

  static final class Net {
    final Layer[] layers;
    double scale;

    Net(double scale, Layer... layers) {
      this.scale = scale;
      this.layers = layers;
    }

    @Differentiable(order = 2)
    double run(double[] x) {
      double sum = 0;
      for (Layer layer : layers) {
        sum += layer.out(x) * layer.out(x);
      }
      return sum * scale;
    }
  }

  @Differentiable
  static double train(Net net, double[] x, double rate) {
    for (Layer layer : net.layers) {
      double out = layer.out(x);
      layer.bias -= rate * out;
      for (int i = 0; i < layer.weights.length; i++) {
        layer.weights[i] -= rate * out * x[i];
      }
    }
    net.scale *= 2;
    return net.run(x);
  }

  @Differentiable(wrt = "x")
  static double passive(Layer[] layers, double[] x) {
    double product = 1;
    for (Layer layer : layers) {
      product *= layer.out(x);
    }
    return product;
  }

  @Differentiable
  static void shift(Layer[] layers, double by) {
    for (Layer layer : layers) {
      layer.bias += by * layer.bias;
    }
  }
}
