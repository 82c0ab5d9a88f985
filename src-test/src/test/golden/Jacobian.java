import io.cotangent.Differentiable;

// shows jacobian
class Jacobian {
  @Differentiable
  static double[] rotate(double x, double y, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[] {c * x - s * y, s * x + c * y};
  }
}
