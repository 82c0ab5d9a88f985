package io.cotangent.rules;

import io.cotangent.DerivativeOf;
import io.cotangent.Differentiable;
import io.cotangent.UseRules;
import io.cotangent.examples.HipparchusRules;
import org.hipparchus.analysis.polynomials.PolynomialFunction;
import org.hipparchus.special.BesselJ;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** Methods that call what only rules know the derivatives of. */
@UseRules(HipparchusRules.class)
final class RuledPrograms {
  private RuledPrograms() {}

  @Differentiable(order = 2)
  static double negativeLogLikelihood(double shape, double rate, double[] data) {
    double sum = data.length * (shape * Math.log(rate) - Gamma.logGamma(shape));
    for (double x : data) {
      sum += (shape - 1) * Math.log(x) - rate * x;
    }
    return -sum;
  }

  @Differentiable
  static double probit(double[] w, double[][] x) {
    double sum = 0;
    for (double[] row : x) {
      double t = 0;
      for (int j = 0; j < w.length; j++) {
        t += w[j] * row[j];
      }
      double p = 0.5 * Erf.erfc(-t / Math.sqrt(2));
      if (p > 0.25) {
        sum += Math.log(p);
      }
    }
    return sum;
  }

  @Differentiable
  static double twoArguments(double a, double b) {
    return Beta.logBeta(a * b, b + 1) * a;
  }

  @Differentiable(order = 3)
  static double mutual(double x) {
    return BesselJ.value(0, x) * x;
  }

  /** J_n'(x) = n / x J_n(x) - J_(n+1)(x): a rule that needs itself for higher orders. */
  @DerivativeOf(type = BesselJ.class, method = "value")
  static double[] bessel(double order, double x) {
    double slope = order / x * BesselJ.value(order, x) - BesselJ.value(order + 1, x);
    return new double[] {Double.NaN, slope};
  }

  /** Own method, whose source would say something else: the rule has the last word. */
  static double stepped(float x) {
    return Math.floor(x) + 0.5;
  }

  @DerivativeOf(type = RuledPrograms.class, method = "stepped")
  static double straightThrough(float x) {
    return 1;
  }

  @Differentiable
  static double quantised(float x, double y) {
    return stepped(x * x) * y;
  }

  @DerivativeOf(type = PolynomialFunction.class, method = "value")
  static double slope(PolynomialFunction p, double x) {
    return p.polynomialDerivative().value(x);
  }

  @Differentiable
  static double instance(double x, PolynomialFunction p) {
    return p.value(x * x) + p.value(2);
  }
}
