import io.cotangent.Differentiable;

// shows vjp
class Switching {
  enum Kernel {
    GAUSS,
    CAUCHY,
    LINEAR
  }

  @Differentiable
  static double similarity(double distance, double width, Kernel kernel) {
    double u = distance / width;
    return switch (kernel) {
      case GAUSS -> Math.exp(-u * u);
      case CAUCHY -> 1 / (1 + u * u);
      case LINEAR -> Math.max(0, 1 - u);
    };
  }
}
