import io.cotangent.Differentiable;

// shows vjp
class RecordResult {
  record Polar(double radius, double angle) {}

  @Differentiable
  static Polar polar(double x, double y) {
    return new Polar(Math.hypot(x, y), Math.atan2(y, x));
  }
}
