package io.cotangent.examples;

import org.hipparchus.special.Gamma;

/** The part of the mixture's prior that depends on no parameter. */
public final class WishartConstant {
  private static final double PI = 3.14159265359;

  private WishartConstant() {}

  /**
   * What {@link Mixture#logPosterior} leaves out, to be subtracted once for all components.
   *
   * <p>{@code K (N D (log gamma - log(2) / 2) - log Gamma_D(N / 2))} with {@code N = D + m + 1}.
   */
  public static double of(int components, int dimension, double gamma, int m) {
    double n = dimension + m + 1;
    double logGamma = 0.25 * dimension * (dimension - 1) * Math.log(PI);
    for (int j = 1; j <= dimension; j++) {
      logGamma += Gamma.logGamma(0.5 * n + 0.5 * (1 - j));
    }
    return components * (n * dimension * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma);
  }
}
