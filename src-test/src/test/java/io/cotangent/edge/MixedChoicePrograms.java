package io.cotangent.edge;

import io.cotangent.Differentiable;
import io.cotangent.edge.ChoicePrograms.Holder;
import io.cotangent.edge.ChoicePrograms.Law;
import io.cotangent.edge.ChoicePrograms.Line;
import io.cotangent.edge.ChoicePrograms.Parabola;
import io.cotangent.edge.ChoicePrograms.Shape;

/** Objects of several classes in fields that may change, of objects that lie in arrays. */
final class MixedChoicePrograms {
  private MixedChoicePrograms() {}

  @Differentiable(order = 2)
  static double holders(Holder[] holders, double x) {
    double sum = 0;
    for (Holder holder : holders) {
      if (holder != null) {
        sum += ChoicePrograms.area(holder.shape) * holder.law.at(x) * holder.scale;
      }
    }
    return sum;
  }

  @Differentiable
  static double growAll(Holder[] holders, double x) {
    double sum = 1;
    for (Holder holder : holders) {
      holder.scale *= ChoicePrograms.area(holder.shape) + x;
      sum *= holder.scale;
      if (holder.law instanceof Line line) {
        line.slope *= x * holder.scale;
      }
      sum += holder.law.at(x);
    }
    return sum;
  }

  /** All of it at once. */
  static final class World {
    Shape[] shapes;
    final Law[] laws;
    Law main;
    double[] weights;

    World(Law main, double[] weights, Shape[] shapes, Law... laws) {
      this.main = main;
      this.weights = weights;
      this.shapes = shapes;
      this.laws = laws;
    }
  }

  @Differentiable(order = 2)
  static double world(World world, double x) {
    double sum = world.main.at(x);
    for (int i = 0; i < world.shapes.length; i++) {
      sum += ChoicePrograms.area(world.shapes[i]) * world.weights[i % world.weights.length];
    }
    for (Law law : world.laws) {
      sum *= law.at(x);
    }
    return sum;
  }

  @Differentiable
  static double changed(World world, double x) {
    for (Law law : world.laws) {
      if (law instanceof Parabola p) {
        p.more[0] *= p.more[1];
        p.bend += p.slope;
      }
    }
    if (world.main instanceof Line line) {
      line.slope = Math.sin(line.slope) * x;
    }
    world.weights[0] *= world.weights[1];
    return world(world, x);
  }

  @Differentiable
  static double[] worlds(World[] worlds, Shape extra) {
    double[] all = new double[worlds.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = world(worlds[i], 0.5) * ChoicePrograms.area(extra);
    }
    return all;
  }

  record Tree(Shape[][] layers, Law[] laws, Shape top) {}

  @Differentiable(order = 2)
  static double trees(Tree[] trees, Law law) {
    double sum = 0;
    for (Tree tree : trees) {
      for (Shape[] layer : tree.layers()) {
        for (Shape shape : layer) {
          sum += ChoicePrograms.area(shape) * ChoicePrograms.area(tree.top());
        }
      }
      for (Law one : tree.laws()) {
        sum += one.at(sum * 0.01) * law.at(0.3);
      }
    }
    return sum;
  }

  @Differentiable
  static void scaled(Law[] laws, Shape[] shapes, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = laws[i].at(ChoicePrograms.area(shapes[i])) * out[i];
    }
  }

  private static double composed(Law[] laws, int last, double x) {
    return last < 0 ? x : laws[last].at(composed(laws, last - 1, x) * 0.5);
  }

  @Differentiable
  static double composed(Law[] laws, double x) {
    return composed(laws, laws.length - 1, x);
  }
}
