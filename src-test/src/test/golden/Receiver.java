import io.cotangent.Differentiable;

// shows gradient, vjp
class Receiver {
  private final double stiffness;
  private double rest;

  Receiver(double stiffness, double rest) {
    this.stiffness = stiffness;
    this.rest = rest;
  }

  double stiffness() {
    return stiffness;
  }

  double rest() {
    return rest;
  }

  @Differentiable
  double energy(double length) {
    double stretch = length - rest();
    return 0.5 * stiffness() * stretch * stretch;
  }
}
