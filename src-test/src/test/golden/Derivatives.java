import io.cotangent.Differentiable;

// shows derivatives
class Derivatives {
  @Differentiable(order = 3)
  static double bump(double x) {
    return Math.exp(-x * x);
  }
}
