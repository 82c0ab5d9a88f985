package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.higher.SecondOrderProgramsAdjoint.ByArray;
import io.cotangent.higher.SecondOrderProgramsAdjoint.ExpOfSine;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Newton;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Seventh;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Sine;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Witch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives up to order 6 against closed forms. */
final class DerivativesTest {
  private static final int ORDER = 6;
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7, -1.3, 2})
  void closedForms(double x) {
    double[] sine = new double[ORDER + 1];
    double[] cosine = new double[ORDER + 1];
    for (int n = 0; n <= ORDER; n++) {
      sine[n] = Math.sin(x + n * Math.PI / 2);
      cosine[n] = Math.cos(x + n * Math.PI / 2);
    }
    close(sine, Sine.derivatives(x));
    close(expOfSine(x, cosine), ExpOfSine.derivatives(x));
    close(monomial(x, 7), Seventh.derivatives(x));
    close(witch(x), Witch.derivatives(x));
    double[] cubic = {3 - x + 2 * x * x + x * x * x, -1 + 4 * x + 3 * x * x, 4 + 6 * x, 6, 0, 0, 0};
    close(cubic, ByArray.derivatives(x, new double[] {3, -1, 2, 1}));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 1, 2, 30})
  void newtonsLoop(double x) {
    close(monomial(x, 1.0 / 3), Newton.derivatives(x));
  }

  private static double[] monomial(double x, double exponent) {
    double[] all = new double[ORDER + 1];
    double factor = 1;
    for (int n = 0; n <= ORDER; n++) {
      all[n] = factor == 0 ? 0 : factor * Math.pow(x, exponent - n);
      factor *= exponent - n;
    }
    return all;
  }

  /** {@code g' = g cos}, by Leibniz. */
  private static double[] expOfSine(double x, double[] cosine) {
    double[] all = new double[ORDER + 1];
    all[0] = Math.exp(Math.sin(x));
    for (int n = 0; n < ORDER; n++) {
      double binomial = 1;
      for (int k = 0; k <= n; k++) {
        all[n + 1] += binomial * all[k] * cosine[n - k];
        binomial = binomial * (n - k) / (k + 1);
      }
    }
    return all;
  }

  /** {@code (1 + x^2) f = 1}, by Leibniz. */
  private static double[] witch(double x) {
    double[] all = new double[ORDER + 1];
    all[0] = 1 / (1 + x * x);
    for (int n = 1; n <= ORDER; n++) {
      double rest = 2 * n * x * all[n - 1] + (n > 1 ? n * (n - 1) * all[n - 2] : 0);
      all[n] = -rest / (1 + x * x);
    }
    return all;
  }

  private static void close(double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length);
    for (int n = 0; n < expected.length; n++) {
      double allowed = TOLERANCE * Math.max(1, Math.abs(expected[n]));
      assertEquals(expected[n], actual[n], allowed, "derivative " + n);
    }
  }
}
