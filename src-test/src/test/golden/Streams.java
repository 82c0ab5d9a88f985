import io.cotangent.Differentiable;
import java.util.Arrays;

// shows vjp
class Streams {
  @Differentiable
  static double spread(double[] x) {
    double mean = Arrays.stream(x).sum() / x.length;
    return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
  }
}
