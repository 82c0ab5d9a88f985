import io.cotangent.Differentiable;

// shows pullback, forward, reverse, apply
class Pullback {
  @Differentiable
  static double horner(double[] c, double x) {
    double value = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      value = value * x + c[i];
    }
    return value;
  }
}
