import io.cotangent.Differentiable;

// shows vjp
class FusedLoop {
  @Differentiable
  static double misfit(double[] t, double[] y, double amplitude, double rate) {
    double sum = 0;
    for (int i = 0; i < t.length; i++) {
      double r = amplitude * Math.exp(-rate * t[i]) - y[i];
      sum += r * r;
    }
    return sum / t.length;
  }
}
