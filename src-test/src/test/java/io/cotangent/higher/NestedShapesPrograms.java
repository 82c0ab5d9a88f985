package io.cotangent.higher;

import io.cotangent.Constant;
import io.cotangent.Differentiable;

/** Derivatives of methods of records, with several results and with constants, called in others. */
final class NestedShapesPrograms {
  private NestedShapesPrograms() {}

  /** A small network that is a record. */
  record Net(double[] w, int scale, double bias) {
    @Differentiable
    double at(double t) {
      double sum = bias * scale * t * t;
      for (int i = 0; i + 1 < w.length; i += 2) {
        sum += w[i] * Math.tanh(w[i + 1] * t);
      }
      return sum;
    }

    @Differentiable(wrt = "t")
    double velocity(double t) {
      return NestedShapesPrograms_NetAdjoint.At.gradient(this, t).t();
    }
  }

  /** A loss informed by physics over the weights of a record. */
  @Differentiable(wrt = "net")
  static double residual(Net net, double[] times) {
    double loss = 0;
    for (double t : times) {
      double acceleration = NestedShapesPrograms_NetAdjoint.Velocity.gradient(net, t).t();
      double error = acceleration + net.at(t);
      loss += error * error;
    }
    return loss + NestedShapesPrograms_NetAdjoint.At.gradient(net, 1).self().w()[1];
  }

  @Differentiable
  static double[][] field(double[] y, double t) {
    return new double[][] {{y[1] * t, -Math.sin(y[0]) * y[1]}, {t * t * y[0]}};
  }

  @Differentiable
  static double along(double[] y, double t) {
    double[] direction = {1, y[0]};
    var tangent = NestedShapesProgramsAdjoint.Field.jvp(y, t, direction, y[1]);
    double[][] dot = tangent.tangent();
    return dot[0][0] * dot[0][1] + tangent.value()[1][0] * dot[1][0];
  }

  @Differentiable
  static double back(double[] y, double t) {
    double[] yBar = {1, 2};
    double[] tBar = new double[1];
    double[][] seed = {{y[0], 2}, {t}};
    double[][] value = NestedShapesProgramsAdjoint.Field.vjp(y, t, seed, yBar, tBar);
    return value[0][0] * yBar[0] + yBar[1] * tBar[0];
  }

  /** A seed that lacks an element. */
  @Differentiable
  static double lacking(double[] y, double t) {
    double[] tBar = new double[1];
    NestedShapesProgramsAdjoint.Field.vjp(y, t, new double[][] {{1}, {1}}, new double[2], tBar);
    return tBar[0];
  }

  /** Numbers, a whole one and an array. */
  record Parts(double a, int n, float[] b) {}

  @Differentiable
  static Parts parts(double x, float y) {
    return new Parts(x * y, 7, new float[] {(float) (x * x) * y, y});
  }

  @Differentiable
  static double ofParts(double x, float y) {
    var t = NestedShapesProgramsAdjoint.Parts.jvp(x, y, 2, 3);
    double[] xBar = {1};
    float[] yBar = new float[1];
    Parts seed = new Parts(x, 0, new float[] {y, 1});
    Parts value = NestedShapesProgramsAdjoint.Parts.vjp(x, y, seed, xBar, yBar);
    return t.tangent().a() * t.tangent().n() + t.value().n() + xBar[0] * yBar[0] + value.a();
  }

  @Differentiable
  static double weighted(@Constant double weight, double x) {
    return weight * x * x;
  }

  @Differentiable
  static double ofWeighted(double x) {
    return NestedShapesProgramsAdjoint.Weighted.gradient(3, x).x()
        + NestedShapesProgramsAdjoint.Weighted.jvp(5, x, x).tangent();
  }
}
