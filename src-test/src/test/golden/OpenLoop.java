import io.cotangent.Differentiable;

// shows vjp
class OpenLoop {
  @Differentiable
  static double root(double a) {
    double x = 1;
    while (Math.abs(x * x - a) > 1e-12 * a) {
      x = 0.5 * (x + a / x);
    }
    return x;
  }
}
