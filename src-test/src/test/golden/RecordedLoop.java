import io.cotangent.Differentiable;

// shows vjp
class RecordedLoop {
  @Differentiable
  static double logistic(double x, double r, int steps) {
    for (int i = 0; i < steps; i++) {
      x = r * x * (1 - x);
    }
    return x;
  }
}
