package io.cotangent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the gradient checker accepts, refuses and says. */
final class GradientCheckTest {

  /** Gradients as a processor would write them, with a factor to make them wrong by. */
  private record OfScalar(double value, double x) {}

  private record OfArray(double value, double x, double[] w) {}

  private record OfFloat(float value, float x, float[] w) {}

  private static double cube(double x) {
    return x * x * x;
  }

  private static OfScalar cubeGradient(double x) {
    return new OfScalar(x * x * x, 3 * x * x);
  }

  private static double polynomial(double x, double[] w, int times) {
    double y = 0;
    for (int i = w.length - 1; i >= 0; i--) {
      y = y * x + w[i];
    }
    return times * y;
  }

  private static OfArray polynomialGradient(double x, double[] w, int times) {
    double[] partials = new double[w.length];
    double slope = 0;
    double power = 1;
    for (int i = 0; i < w.length; i++) {
      partials[i] = times * power;
      slope += i == 0 ? 0 : times * i * w[i] * Math.pow(x, i - 1);
      power *= x;
    }
    return new OfArray(polynomial(x, w, times), slope, partials);
  }

  @Test
  void acceptsRightGradients() {
    GradientCheck.of(GradientCheckTest::cube, GradientCheckTest::cubeGradient, 1.5).verify();
    GradientCheck.of(GradientCheckTest::cube, GradientCheckTest::cubeGradient, 0.0).verify();
    GradientCheck.of(GradientCheckTest::cube, GradientCheckTest::cubeGradient, -1e8).verify();
    GradientCheck.of(
            GradientCheckTest::polynomial,
            GradientCheckTest::polynomialGradient,
            0.7,
            new double[] {1, -2, 0, 4},
            3)
        .verify();
  }

  @Test
  void acceptsHardButRightGradients() {
    GradientCheck.of(Math::log, x -> new OfScalar(Math.log(x), 1 / x), 1e-9).verify();
    GradientCheck.of(x -> 1e9 + x, x -> new OfScalar(1e9 + x, 1), 1.0).verify();
    GradientCheck.of((Double x) -> 5.0, x -> new OfScalar(5, 0), 2.0).verify();
    GradientCheck.of((Double x) -> 0.0, x -> new OfScalar(0, 0), 0.0).verify();
    GradientCheck.of(x -> 1e-200 * x, x -> new OfScalar(1e-200 * x, 1e-200), 3.0).verify();
    GradientCheck.of(
            (Double x) -> Math.sin(300 * x),
            x -> new OfScalar(Math.sin(300 * x), 300 * Math.cos(300 * x)),
            1.0)
        .verify();
  }

  @Test
  void showsWhichPartialIsOff() {
    String message =
        failure(
            GradientCheck.of(
                GradientCheckTest::polynomial,
                (Double x, double[] w, Integer times) -> {
                  OfArray right = polynomialGradient(x, w, times);
                  right.w()[2] *= 2;
                  return right;
                },
                0.7,
                new double[] {1, -2, 0, 4},
                3));
    assertTrue(message.contains("d/dw[2]: generated 2.9"), message);
    assertTrue(message.contains("differences 1.47"), message);
    assertFalse(message.contains("d/dx"), message);
    assertFalse(message.contains("d/dw[1]"), message);
  }

  /** Errors of the kinds generated code can have, each found. */
  @Test
  void findsSmallErrors() {
    for (double factor : new double[] {0, -1, 2, 1 + 1e-4, 1 - 1e-5}) {
      failure(
          GradientCheck.of(Math::sin, x -> new OfScalar(Math.sin(x), factor * Math.cos(x)), 1.0));
    }
    failure(GradientCheck.of((Double x) -> 5.0, x -> new OfScalar(5, 1e-3), 2.0));
    failure(GradientCheck.of(Math::sin, x -> new OfScalar(Math.sin(x), Double.NaN), 1.0));
    failure(
        GradientCheck.of(Math::sin, x -> new OfScalar(Math.sin(x), Double.POSITIVE_INFINITY), 1.0));
  }

  /** One small partial among large ones would drown in a random direction. */
  @Test
  void looksAtEachPartialAlone() {
    String message =
        failure(
            GradientCheck.of(
                (double[] w, Integer unused) -> 1e6 * w[0] + 1e-3 * w[1],
                (w, unused) -> new OfWeights(1e6 * w[0] + 1e-3 * w[1], new double[] {1e6, 2e-3}),
                new double[] {1e-9, 1e3},
                0));
    assertTrue(message.contains("d/dw[1]: generated 0.002"), message);
  }

  private record OfWeights(double value, double[] w) {}

  @Test
  void findsOneWrongPartialAmongMany() {
    double[] w = new double[1_500];
    Arrays.setAll(w, i -> Math.cos(i));
    String message =
        failure(
            GradientCheck.of(
                GradientCheckTest::squares,
                (double[] v) -> {
                  double[] partials = Arrays.stream(v).map(x -> 2 * x).toArray();
                  partials[1_234] = 0;
                  return new OfWeights(squares(v), partials);
                },
                w));
    assertTrue(message.contains("d/dw[1234]: generated 0.0"), message);
    assertFalse(message.contains("more"), message);
  }

  private static double squares(double[] v) {
    return Arrays.stream(v).map(x -> x * x).sum();
  }

  @Test
  void showsTheWorstFew() {
    String message =
        failure(
            GradientCheck.of(
                GradientCheckTest::squares,
                (double[] v) -> new OfWeights(squares(v), new double[v.length]),
                new double[] {1, 2, 3, 4, 5, 6, 7, 8}));
    assertTrue(message.contains("and 3 more"), message);
  }

  @Test
  void comparesTheValue() {
    String message =
        failure(GradientCheck.of(GradientCheckTest::cube, x -> new OfScalar(9, 3 * x * x), 2.0));
    assertTrue(message.contains("value: the method returns 8.0, its gradient 9.0"), message);
  }

  @Test
  void saysWhereDifferencesCannotTell() {
    String message = failure(GradientCheck.of(Math::cbrt, x -> new OfScalar(Math.cbrt(x), 1), 0.0));
    assertTrue(message.contains("d/dx"), message);
    assertTrue(message.contains("too rough to tell"), message);
    double[] calls = {0};
    failure(
        GradientCheck.of(
            (Double x) -> x + (calls[0]++ == 0 ? 0 : 0.1 * Math.sin(1e6 * calls[0])),
            x -> new OfScalar(x, 1),
            1.0));
  }

  @Test
  void passesOverPointsWhereTheMethodThrows() {
    GradientCheck.of(
            GradientCheckTest::sqrtOfPositive,
            (Double x) -> new OfScalar(Math.sqrt(x - 1), 0.5 / Math.sqrt(x - 1)),
            1.001)
        .verify();
    AssertionError error =
        assertThrows(
            AssertionError.class,
            GradientCheck.of(
                    GradientCheckTest::sqrtOfPositive, (Double x) -> new OfScalar(0, 0), 0.5)
                ::verify);
    assertTrue(error.getCause() instanceof ArithmeticException);
  }

  private static double sqrtOfPositive(double x) throws Exception {
    if (x <= 1) {
      throw new ArithmeticException();
    }
    return Math.sqrt(x - 1);
  }

  @Test
  void checksFloatsLoosely() {
    float[] w = {0.5f, -3};
    GradientCheck.of(
            (Float x, float[] v) -> x * x * v[0] + v[1],
            (x, v) -> new OfFloat(x * x * v[0] + v[1], 2 * x * v[0], new float[] {x * x, 1}),
            1.25f,
            w)
        .verify();
    String message =
        failure(
            GradientCheck.of(
                (Float x, float[] v) -> x * x * v[0] + v[1],
                (x, v) ->
                    new OfFloat(x * x * v[0] + v[1], 2.05f * x * v[0], new float[] {x * x, 1}),
                1.25f,
                w));
    assertTrue(message.contains("d/dx"), message);
  }

  @Test
  void leavesTheArgumentsAlone() {
    double[] w = {1, 2, 3};
    GradientCheck.of(
            (double[] v) -> {
              double sum = squares(v);
              Arrays.fill(v, 0);
              return sum;
            },
            (double[] v) -> {
              double[] partials = Arrays.stream(v).map(x -> 2 * x).toArray();
              double sum = squares(v);
              Arrays.fill(v, 0);
              return new OfWeights(sum, partials);
            },
            w)
        .verify();
    assertArrayEquals(new double[] {1, 2, 3}, w);
  }

  private record Spring(double length, double[][] k, int count, String name) {
    double energy(double x) {
      return count * k[0][1] * (x - length) * (x - length);
    }
  }

  private record OfSpring(double value, Spring self, double x) {}

  private static OfSpring springGradient(Spring s, double x) {
    double d = x - s.length();
    double[][] k = {{0, s.count() * d * d}, {0}};
    double slope = 2 * s.count() * s.k()[0][1] * d;
    return new OfSpring(s.energy(x), new Spring(-slope, k, 0, ""), slope);
  }

  @Test
  void takesRecordsApart() {
    Spring spring = new Spring(1.5, new double[][] {{7, 2}, {3}}, 4, "a");
    GradientCheck.of(Spring::energy, GradientCheckTest::springGradient, spring, 2.0).verify();
    String message =
        failure(
            GradientCheck.of(
                Spring::energy,
                (Spring s, Double x) -> {
                  OfSpring right = springGradient(s, x);
                  right.self().k()[0][1] = 9;
                  return right;
                },
                spring,
                2.0));
    assertTrue(message.contains("d/dself.k[0][1]: generated 9.0"), message);
  }

  @Test
  void wrtLeavesArgumentsOut() {
    GradientCheck check =
        GradientCheck.of(
            (Double a, Double x) -> a * x * x,
            (a, x) -> new OfScalar(a * x * x, 2 * a * x),
            3.0,
            2.0);
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, check::verify);
    assertTrue(error.getMessage().contains("wrt"), error.getMessage());
    check.wrt(1).verify();
    failure(check.wrt(0));
  }

  /** The fields of an object cannot be moved; the other arguments can. */
  @Test
  void passesOverAReceiverThatIsNoRecord() {
    GradientCheck.of(
            (StringBuilder text, Double x) -> text.length() * x,
            (text, x) -> new OfReceiver(text.length() * x, "tangent", text.length()),
            new StringBuilder("abc"),
            2.0)
        .verify();
  }

  private record OfReceiver(double value, String self, double x) {}

  @Test
  void refusesPartialsOfAnotherShape() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            GradientCheck.of(
                    GradientCheckTest::squares,
                    (double[] v) -> new OfWeights(squares(v), new double[1]),
                    new double[2])
                ::verify);
    assertTrue(error.getMessage().contains("w: shape [2] expected, got [1]"), error.getMessage());
  }

  @Test
  void toleranceIsTheCallers() {
    GradientCheck check =
        GradientCheck.of(Math::sin, x -> new OfScalar(Math.sin(x), 1.001 * Math.cos(x)), 1.0);
    failure(check);
    check.tolerance(1e-2).verify();
    failure(check.tolerance(1e-4));
  }

  @Test
  void takesUpToSixArguments() {
    GradientCheck.of(
            (Double a, Double b, Integer c, Double d, Double e, Integer f) -> a * b * c + d * e * f,
            (a, b, c, d, e, f) -> new OfFour(a * b * c + d * e * f, b * c, a * c, e * f, d * f),
            1.0,
            2.0,
            3,
            4.0,
            5.0,
            6)
        .verify();
  }

  private record OfFour(double value, double a, double b, double d, double e) {}

  private static String failure(GradientCheck check) {
    return assertThrows(AssertionError.class, check::verify).getMessage();
  }
}
