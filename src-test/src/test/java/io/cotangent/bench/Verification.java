package io.cotangent.bench;

/** Value and gradient of a kernel, generated against written by hand. */
final class Verification {
  private Verification() {}

  /** Throws unless the two agree, in a first call and in a second. */
  static void check(String name, Kernel kernel) {
    double value = kernel.primal();
    for (int call = 0; call < 2; call++) {
      double handValue = kernel.hand();
      double[] hand = kernel.partials();
      double generatedValue = kernel.gradient();
      double[] generated = kernel.partials();
      if (!Double.isNaN(generatedValue)) {
        near(name + ": generated value", value, generatedValue, 1e-12);
      }
      near(name + ": value by hand", value, handValue, Math.max(1e-12, kernel.tolerance()));
      near(name + ": number of partials", hand.length, generated.length, 0);
      double norm = 0;
      double distance = 0;
      for (int i = 0; i < hand.length; i++) {
        norm = Math.hypot(norm, hand[i]);
        distance = Math.hypot(distance, hand[i] - generated[i]);
      }
      near(name + ": gradient", norm, norm + distance, kernel.tolerance());
    }
  }

  private static void near(String what, double expected, double actual, double tolerance) {
    // Written so that NaN fails.
    if (!(Math.abs(expected - actual) <= tolerance * Math.abs(expected))) {
      throw new AssertionError(what + " is " + actual + ", expected " + expected);
    }
  }
}
