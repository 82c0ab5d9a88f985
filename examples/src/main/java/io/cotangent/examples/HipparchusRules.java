package io.cotangent.examples;

import io.cotangent.DerivativeOf;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/**
 * Derivatives of Hipparchus' special functions, for classes annotated {@code
 * UseRules(HipparchusRules.class)}. Second derivatives of what is a rule itself have rules, too.
 */
public final class HipparchusRules {
  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

  private HipparchusRules() {}

  /** Of {@code log Gamma}: digamma. */
  @DerivativeOf(type = Gamma.class, method = "logGamma")
  public static double logGamma(double x) {
    return Gamma.digamma(x);
  }

  /** Of digamma: trigamma. */
  @DerivativeOf(type = Gamma.class, method = "digamma")
  public static double digamma(double x) {
    return Gamma.trigamma(x);
  }

  /** Of the rule for {@code log Gamma}. */
  @DerivativeOf(type = HipparchusRules.class, method = "logGamma")
  public static double logGammaSecond(double x) {
    return Gamma.trigamma(x);
  }

  /** Of {@code Gamma}. */
  @DerivativeOf(type = Gamma.class, method = "gamma")
  public static double gamma(double x) {
    return Gamma.gamma(x) * Gamma.digamma(x);
  }

  /** Of the rule for {@code Gamma}. */
  @DerivativeOf(type = HipparchusRules.class, method = "gamma")
  public static double gammaSecond(double x) {
    double digamma = Gamma.digamma(x);
    return Gamma.gamma(x) * (digamma * digamma + Gamma.trigamma(x));
  }

  /** Of the error function. */
  @DerivativeOf(type = Erf.class, method = "erf")
  public static double erf(double x) {
    return TWO_OVER_ROOT_PI * Math.exp(-x * x);
  }

  /** Of the rule for the error function. */
  @DerivativeOf(type = HipparchusRules.class, method = "erf")
  public static double erfSecond(double x) {
    return -2 * x * erf(x);
  }

  /** Of the complementary error function. */
  @DerivativeOf(type = Erf.class, method = "erfc")
  public static double erfc(double x) {
    return -erf(x);
  }

  /** Of the rule for the complementary error function. */
  @DerivativeOf(type = HipparchusRules.class, method = "erfc")
  public static double erfcSecond(double x) {
    return -erfSecond(x);
  }

  /** Of the inverse error function. */
  @DerivativeOf(type = Erf.class, method = "erfInv")
  public static double erfInv(double y) {
    double x = Erf.erfInv(y);
    return Math.exp(x * x) / TWO_OVER_ROOT_PI;
  }

  /** Of {@code log Beta}, with respect to both arguments. */
  @DerivativeOf(type = Beta.class, method = "logBeta")
  public static double[] logBeta(double p, double q) {
    double both = Gamma.digamma(p + q);
    return new double[] {Gamma.digamma(p) - both, Gamma.digamma(q) - both};
  }
}
