import io.cotangent.Differentiable;

// shows vjp, Recursion_powerForward, Recursion_powerReverse
class Recursion {
  @Differentiable
  static double fourth(double x) {
    return power(x, 4);
  }

  static double power(double x, int n) {
    if (n == 0) {
      return 1;
    }
    double half = power(x, n / 2);
    return n % 2 == 0 ? half * half : x * half * half;
  }
}
