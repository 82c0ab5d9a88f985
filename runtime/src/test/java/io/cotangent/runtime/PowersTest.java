package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PowersTest {
  private static final double[] CORNERS = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    -3,
    0.5,
    -0.375,
    1.5,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    1e-300,
    1e300,
    -1e300,
    1e-160,
    1e160,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private static void check(double x, double y) {
    double expected = Math.pow(x, y - 1);
    double actual = Powers.below(x, y - 1, Math.pow(x, y));
    double tolerance = Double.isFinite(expected) ? 3 * Math.ulp(expected) : 0;
    assertEquals(expected, actual, tolerance, x + " to the power of " + (y - 1));
  }

  /**
   * The exponents are those of which y - 1 is not rounded much: pow would be wrong, not the
   * division.
   */
  @Test
  void cornersAreThoseOfPow() {
    for (double x : CORNERS) {
      for (double y : CORNERS) {
        if (Double.isInfinite(y) || !(Math.abs(y) > 1e15)) {
          check(x, y);
        }
      }
    }
  }

  @Test
  void withinThreeUnitsOfPow() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double x = Math.scalb(1 + random.nextDouble(), random.nextInt(-1074, 1023));
      check(x, random.nextInt(-64, 64) / 8.0);
    }
  }
}
