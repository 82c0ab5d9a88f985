package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.higher.CrossingElsewhereAdjoint.Curved;
import io.cotangent.higher.CrossingElsewhereAdjoint.Slope;
import io.cotangent.higher.CrossingProgramsAdjoint.Bent;
import io.cotangent.higher.CrossingProgramsAdjoint.Deep;
import io.cotangent.higher.CrossingProgramsAdjoint.Newton;
import io.cotangent.higher.CrossingProgramsAdjoint.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated members called from file to file, both ways, to depth three: against closed forms. */
final class CrossingTest {
  private static final double TOLERANCE = 1e-11;

  /** The mixed partial derivative of order (i, j) of {@code e^x sin(xy) + x^2 y^3}. */
  private static double partial(int i, int j, double x, double y) {
    return wave(i, j, x, y) + monomial(2, i, x) * monomial(3, j, y);
  }

  private static double monomial(int power, int order, double x) {
    double factor = 1;
    for (int k = 0; k < order; k++) {
      factor *= power - k;
    }
    return factor == 0 ? 0 : factor * Math.pow(x, power - order);
  }

  /** In y first: {@code e^x x^j sin(xy + j pi/2)}; then in x by Leibniz, twice. */
  private static double wave(int i, int j, double x, double y) {
    double sum = 0;
    for (int a = 0; a <= i; a++) {
      double inner = 0;
      for (int b = 0; b <= a; b++) {
        double sine = Math.pow(y, a - b) * Math.sin(x * y + (j + a - b) * Math.PI / 2);
        inner += choose(a, b) * monomial(j, b, x) * sine;
      }
      sum += choose(i, a) * Math.exp(x) * inner;
    }
    return sum;
  }

  private static double choose(int n, int k) {
    return k == 0 ? 1 : choose(n, k - 1) * (n - k + 1) / k;
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.7", "-1.1, 0.4", "0.9, -1.3"})
  void closedForms(double x, double y) {
    close(partial(0, 0, x, y), Waves.gradient(x, y).value());
    close(partial(1, 0, x, y), CrossingElsewhere.slope(x, y));
    close(partial(2, 0, x, y), Slope.gradient(x, y).x());
    close(partial(1, 1, x, y), Slope.gradient(x, y).y());
    close(x * partial(1, 1, x, y), CrossingPrograms.bent(x, y));
    close(x * partial(2, 1, x, y) + partial(1, 1, x, y), Bent.gradient(x, y).x());
    close(x * partial(1, 2, x, y), Bent.gradient(x, y).y());
    double[][] hessian = {
      {x * partial(3, 1, x, y) + 2 * partial(2, 1, x, y), bentXy(0, 0, x, y)},
      {bentXy(0, 0, x, y), x * partial(1, 3, x, y)}
    };
    double[][] found = Bent.hessian(x, y);
    assertArrayEquals(hessian[0], found[0], 50 * TOLERANCE);
    assertArrayEquals(hessian[1], found[1], 50 * TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.7", "-1.1, 0.4", "0.9, -1.3"})
  void depthThree(double x, double y) {
    // curved = (x f_xy)_x = x f_xxy + f_xy
    close(bentX(0, 0, x, y), CrossingElsewhere.curved(x, y));
    close(bentX(1, 0, x, y), Curved.gradient(x, y).x());
    close(bentX(0, 1, x, y), Curved.gradient(x, y).y());
    // deep = curved_xy
    close(bentX(1, 1, x, y), CrossingPrograms.deep(x, y));
    close(bentX(2, 1, x, y), Deep.gradient(x, y).x());
    close(bentX(1, 2, x, y), Deep.gradient(x, y).y());
  }

  /** The derivative of order (i, j) of {@code x f_xxy + f_xy}. */
  private static double bentX(int i, int j, double x, double y) {
    return x * partial(2 + i, 1 + j, x, y) + (i + 1) * partial(1 + i, 1 + j, x, y);
  }

  private static double bentXy(int i, int j, double x, double y) {
    return bentX(i, j + 1, x, y);
  }

  /** At the minimum the step stays where it is, to first order in both variables. */
  @Test
  void newtonStepsAreFlatAtTheMinimum() {
    double x = 0.1;
    double y = 0.5;
    for (int i = 0; i < 40; i++) {
      var slope = CrossingElsewhereAdjoint.Bowl.gradient(x, y);
      x -= 0.2 * slope.x();
      y -= 0.2 * slope.y();
    }
    for (int i = 0; i < 200; i++) {
      var slope = CrossingElsewhereAdjoint.Bowl.gradient(x, y);
      x -= 0.2 * slope.x();
      y -= 0.2 * slope.y();
    }
    var step = Newton.gradient(x, y);
    assertEquals(x, step.value(), 1e-14);
    assertEquals(0, step.x(), 1e-12);
    assertEquals(0, step.y(), 1e-12);
    var far = Newton.gradient(0.8, -0.4);
    double h = 1e-5;
    double dx = CrossingPrograms.newton(0.8 + h, -0.4) - CrossingPrograms.newton(0.8 - h, -0.4);
    double dy = CrossingPrograms.newton(0.8, -0.4 + h) - CrossingPrograms.newton(0.8, -0.4 - h);
    assertEquals(dx / (2 * h), far.x(), 1e-7);
    assertEquals(dy / (2 * h), far.y(), 1e-7);
  }

  private static void close(double expected, double actual) {
    assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)));
  }
}
