package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.higher.SecondOrderProgramsAdjoint.AtZero;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Chosen;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Cube;
import io.cotangent.higher.SecondOrderProgramsAdjoint.InFloat;
import io.cotangent.higher.SecondOrderProgramsAdjoint.InPlace;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Linear;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Mixed;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Network;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Ode;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Recursive;
import io.cotangent.higher.SecondOrderProgramsAdjoint.RecursiveArray;
import io.cotangent.higher.SecondOrderProgramsAdjoint.RootOfSquare;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Rosenbrock;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Rows;
import io.cotangent.higher.SecondOrderProgramsAdjoint.Witch;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Second derivatives against closed forms and against differences of gradients. */
final class SecondOrderTest {
  @Test
  void tutorialsSecondDerivative() {
    Cube.Hvp hvp = Cube.hvp(1, 1);
    assertEquals(1, hvp.value());
    assertEquals(3, hvp.tangent());
    assertEquals(6, hvp.x());
    assertEquals(12, Cube.hvp(1, 2).x());
    assertArrayEquals(new double[][] {{18}}, Cube.hessian(3));
    assertArrayEquals(new double[] {27, 27, 18}, Cube.derivatives(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 100})
  void rosenbrock(int n) {
    double[] x = random(n, 3);
    double[][] hessian = Rosenbrock.hessian(x);
    double[][] expected = new double[n][n];
    for (int i = 0; i + 1 < n; i++) {
      expected[i][i] += 2 + 1200 * x[i] * x[i] - 400 * x[i + 1];
      expected[i + 1][i + 1] += 200;
      expected[i][i + 1] -= 400 * x[i];
      expected[i + 1][i] -= 400 * x[i];
    }
    for (int i = 0; i < n; i++) {
      assertArrayEquals(expected[i], hessian[i], 1e-10);
    }
    double[] v = random(n, 4);
    assertArrayEquals(times(hessian, v), Rosenbrock.hvp(x, v).x(), 1e-9);
  }

  @Test
  void scalarsAndArraysTogether() {
    double[] point = {0.3, 0.5, -0.2, 0.7, 0.9};
    check(
        point,
        p -> {
          var g = Mixed.gradient(p[0], new double[] {p[1], p[2], p[3]}, 3, p[4]);
          return new double[] {g.x(), g.w()[0], g.w()[1], g.w()[2], g.y()};
        },
        Mixed.hessian(0.3, new double[] {0.5, -0.2, 0.7}, 3, 0.9));
    var hvp = Mixed.hvp(0.3, new double[] {0.5, -0.2, 0.7}, 3, 0.9, 2, new double[] {1, 3, 5}, 7);
    double[] product = {hvp.x(), hvp.w()[0], hvp.w()[1], hvp.w()[2], hvp.y()};
    double[][] hessian = Mixed.hessian(0.3, new double[] {0.5, -0.2, 0.7}, 3, 0.9);
    assertArrayEquals(times(hessian, new double[] {2, 1, 3, 5, 7}), product, 1e-12);
  }

  @Test
  void inPlaceInAWhileLoop() {
    double[] point = {0.3, 0.5, -0.2, 0.7};
    double[] x = {0.3, 0.5, -0.2};
    check(
        point,
        p -> {
          var g = InPlace.gradient(new double[] {p[0], p[1], p[2]}, p[3]);
          return new double[] {g.x()[0], g.x()[1], g.x()[2], g.y()};
        },
        InPlace.hessian(x, 0.7));
    double[] once = {0.3, 0.5, -0.2};
    SecondOrderPrograms.inPlace(once, 0.7);
    assertArrayEquals(once, x, "the method's effect happens once");
  }

  @Test
  void rowsThatMove() {
    double[] point = random(7, 5);
    Function<double[], double[][]> matrix =
        p -> new double[][] {{p[0], p[1], p[2]}, {p[3]}, {p[4], p[5]}};
    check(
        point,
        p -> {
          var g = Rows.gradient(matrix.apply(p), p[6]);
          double[][] m = g.m();
          return new double[] {m[0][0], m[0][1], m[0][2], m[1][0], m[2][0], m[2][1], g.s()};
        },
        Rows.hessian(matrix.apply(point), point[6]));
  }

  @Test
  void recursion() {
    check(
        new double[] {0.4, 0.9},
        p -> {
          var g = Recursive.gradient(p[0], p[1], 4);
          return new double[] {g.x(), g.y()};
        },
        Recursive.hessian(0.4, 0.9, 4));
    double[] point = random(4, 9);
    check(
        point,
        p -> RecursiveArray.gradient(p.clone(), 0).x(),
        RecursiveArray.hessian(point.clone(), 0));
  }

  @Test
  void network() {
    double[][] inputs = {{0.1, 0.9}, {0.4, -0.3}, {1.2, 0.2}};
    double[] targets = {0.5, -0.1, 0.3};
    double[] point = random(9, 8);
    Function<double[], double[][]> first =
        p -> new double[][] {{p[0], p[1]}, {p[2], p[3]}, {p[4], p[5]}};
    Function<double[], double[]> second = p -> new double[] {p[6], p[7], p[8]};
    check(
        point,
        p -> {
          var g = Network.gradient(first.apply(p), second.apply(p), inputs, targets);
          double[][] f = g.first();
          double[] s = g.second();
          return new double[] {
            f[0][0], f[0][1], f[1][0], f[1][1], f[2][0], f[2][1], s[0], s[1], s[2]
          };
        },
        Network.hessian(first.apply(point), second.apply(point), inputs, targets));
    double[] v = random(9, 10);
    var hvp =
        Network.hvp(
            first.apply(point),
            second.apply(point),
            inputs,
            targets,
            first.apply(v),
            second.apply(v));
    double[][] hessian = Network.hessian(first.apply(point), second.apply(point), inputs, targets);
    double[] product = times(hessian, v);
    for (int i = 0; i < 9; i++) {
      double actual = i < 6 ? hvp.first()[i / 2][i % 2] : hvp.second()[i - 6];
      assertEquals(product[i], actual, 1e-12);
    }
  }

  @Test
  void ode() {
    double[] point = {1.1, 0.4, 0.1, 0.4, 2, 1.5};
    check(
        point,
        p -> {
          var g = Ode.gradient(new double[] {p[0], p[1], p[2], p[3]}, p[4], p[5], 50);
          double[] r = g.rates();
          return new double[] {r[0], r[1], r[2], r[3], g.x0(), g.y0()};
        },
        Ode.hessian(new double[] {1.1, 0.4, 0.1, 0.4}, 2, 1.5, 50));
    double[] rates = {1.1, 0.4, 0.1, 0.4};
    var hvp = Ode.hvp(rates, 2, 1.5, 50, new double[] {1, -2, 3, 0.5}, 0.7, -1);
    double[] r = hvp.rates();
    double[] product = {r[0], r[1], r[2], r[3], hvp.x0(), hvp.y0()};
    double[] expected =
        times(Ode.hessian(rates, 2, 1.5, 50), new double[] {1, -2, 3, 0.5, 0.7, -1});
    assertArrayEquals(expected, product, 1e-10);
  }

  @Test
  void othersOfTheContract() {
    InFloat.Hvp hvp = InFloat.hvp(3, 2, 0.5f, 5);
    assertEquals(19.5f, hvp.value());
    assertEquals(51.25f, hvp.tangent());
    assertEquals(32f, hvp.x());
    assertEquals(3, hvp.y());
    double[] buffer = new double[2];
    assertEquals(20 * 8, Chosen.hvp(2, buffer, 1).x(), 1e-12);
    assertArrayEquals(new double[] {4, 8}, buffer);
    assertArrayEquals(new double[2], Linear.hvp(new double[] {1, 2}, new double[] {3, 4}).x());
    assertEquals(2, Linear.hvp(new double[] {1, 2}, new double[] {3, 4}).tangent());
  }

  /** A product that is guarded against infinite partials has derivatives where a factor is zero. */
  @Test
  void tangentsThatAreZero() {
    for (double[] point : new double[][] {{0, 2}, {0, 0}, {0.5, 0}, {0.3, 0.7}}) {
      check(
          point,
          p -> {
            var g = AtZero.gradient(p[0], p[1]);
            return new double[] {g.x(), g.y()};
          },
          AtZero.hessian(point[0], point[1]));
    }
    assertArrayEquals(new double[] {1, 0, 1, 0, -3, 0, 45}, RootOfSquare.derivatives(0), 1e-12);
    assertArrayEquals(new double[] {1, 0, -2, 0, 24, 0, -720}, Witch.derivatives(0), 1e-12);
  }

  /** Symmetric, and the differences of the gradient. */
  private static void check(
      double[] point, Function<double[], double[]> gradient, double[][] hessian) {
    double h = 1e-5;
    assertEquals(point.length, hessian.length);
    for (int i = 0; i < point.length; i++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[i] += h;
      down[i] -= h;
      double[] above = gradient.apply(up);
      double[] below = gradient.apply(down);
      for (int j = 0; j < point.length; j++) {
        double expected = (above[j] - below[j]) / (2 * h);
        String where = "row " + i + ", column " + j;
        assertEquals(expected, hessian[i][j], 1e-6 * (1 + Math.abs(expected)), where);
        assertEquals(hessian[j][i], hessian[i][j], 1e-10 * (1 + Math.abs(expected)), where);
      }
    }
  }

  private static double[] times(double[][] matrix, double[] v) {
    double[] product = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        product[i] += matrix[i][j] * v[j];
      }
    }
    return product;
  }

  private static double[] random(int n, long seed) {
    return new Random(seed).doubles(n, -1, 1).toArray();
  }
}
