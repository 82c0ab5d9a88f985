import io.cotangent.Differentiable;

// shows vjp
class Branch {
  @Differentiable
  static double huber(double residual, double width) {
    double size = Math.abs(residual);
    if (size <= width) {
      return 0.5 * residual * residual;
    }
    return width * (size - 0.5 * width);
  }
}
