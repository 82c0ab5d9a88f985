import io.cotangent.Differentiable;

// shows jvp
class Jvp {
  @Differentiable
  static double softplus(double[] x, double sharpness) {
    double sum = 0;
    for (double each : x) {
      sum += Math.log1p(Math.exp(sharpness * each)) / sharpness;
    }
    return sum;
  }
}
