import io.cotangent.Differentiable;

// shows vjp
class IndependentIterations {
  @Differentiable
  static double[] layer(double[][] w, double[] x, double[] b) {
    double[] out = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      double z = b[i];
      for (int j = 0; j < x.length; j++) {
        z += w[i][j] * x[j];
      }
      out[i] = Math.tanh(z);
    }
    return out;
  }
}
