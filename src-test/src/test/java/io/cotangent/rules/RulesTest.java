package io.cotangent.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hipparchus.analysis.polynomials.PolynomialFunction;
import org.hipparchus.special.BesselJ;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

/** Derivatives through calls of methods that only rules know, against closed forms. */
final class RulesTest {
  @Test
  void firstAndSecondDerivatives() {
    double[] data = {0.5, 2, 3.25};
    double a = 1.75;
    double r = 0.6;
    var gradient = RuledProgramsAdjoint.NegativeLogLikelihood.gradient(a, r, data);
    double logs = Math.log(0.5) + Math.log(2) + Math.log(3.25);
    assertEquals(3 * (Gamma.digamma(a) - Math.log(r)) - logs, gradient.shape(), 1e-12);
    assertEquals(-3 * a / r + 5.75, gradient.rate(), 1e-12);
    double[][] hessian = RuledProgramsAdjoint.NegativeLogLikelihood.hessian(a, r, data);
    assertEquals(3 * Gamma.trigamma(a), hessian[0][0], 1e-10);
    assertEquals(-3 / r, hessian[0][1], 1e-12);
    assertEquals(3 * a / (r * r), hessian[1][1], 1e-12);
  }

  @Test
  void insideBranchesAndLoops() {
    double[][] x = {{1, 0.5}, {-2, 1}, {0.25, 3}};
    double[] w = {0.4, 0.7};
    double[] expected = new double[2];
    for (double[] row : x) {
      double t = w[0] * row[0] + w[1] * row[1];
      double p = 0.5 * Erf.erfc(-t / Math.sqrt(2));
      if (p > 0.25) {
        double density = Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI);
        expected[0] += density / p * row[0];
        expected[1] += density / p * row[1];
      }
    }
    assertArrayEquals(expected, RuledProgramsAdjoint.Probit.gradient(w, x).w(), 1e-12);
    double[] dot = {1, -2};
    double tangent = RuledProgramsAdjoint.Probit.jvp(w, x, dot, new double[3][2]).tangent();
    assertEquals(expected[0] - 2 * expected[1], tangent, 1e-12);
  }

  @Test
  void severalPartials() {
    double a = 1.5;
    double b = 0.8;
    double[] partials = io.cotangent.examples.HipparchusRules.logBeta(a * b, b + 1);
    var gradient = RuledProgramsAdjoint.TwoArguments.gradient(a, b);
    double value = org.hipparchus.special.Beta.logBeta(a * b, b + 1);
    assertEquals(value + a * b * partials[0], gradient.a(), 1e-12);
    assertEquals(a * (a * partials[0] + partials[1]), gradient.b(), 1e-12);
  }

  /** J_0' = -J_1, J_1' = J_0 - J_1 / x. */
  @Test
  void ruleThatNeedsItself() {
    double x = 1.3;
    double j0 = BesselJ.value(0, x);
    double j1 = BesselJ.value(1, x);
    double second = -j0 + j1 / x;
    double third = j1 + (j0 - j1 / x) / x - j1 / (x * x);
    double[] expected = {x * j0, j0 - x * j1, -2 * j1 + x * second, 3 * second + x * third};
    assertArrayEquals(expected, RuledProgramsAdjoint.Mutual.derivatives(x), 1e-10);
    assertEquals(expected[2], RuledProgramsAdjoint.Mutual.hessian(x)[0][0], 1e-10);
  }

  @Test
  void ruleForAnOwnMethod() {
    var gradient = RuledProgramsAdjoint.Quantised.gradient(1.5f, 3);
    assertEquals(7.5, gradient.value());
    assertEquals(9f, gradient.x());
    assertEquals(2.5, gradient.y());
  }

  @Test
  void ruleForAnInstanceMethod() {
    var p = new PolynomialFunction(1, 2, 3);
    var gradient = RuledProgramsAdjoint.Instance.gradient(0.5, p);
    assertEquals(1 + 0.5 + 3.0 / 16 + 17, gradient.value(), 1e-14);
    assertEquals((2 + 6 * 0.25) * 2 * 0.5, gradient.x(), 1e-14);
  }
}
