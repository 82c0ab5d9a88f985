package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.higher.NestedShapesPrograms.Net;
import io.cotangent.higher.NestedShapesProgramsAdjoint.Along;
import io.cotangent.higher.NestedShapesProgramsAdjoint.Back;
import io.cotangent.higher.NestedShapesProgramsAdjoint.Lacking;
import io.cotangent.higher.NestedShapesProgramsAdjoint.OfParts;
import io.cotangent.higher.NestedShapesProgramsAdjoint.OfWeighted;
import io.cotangent.higher.NestedShapesProgramsAdjoint.Residual;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Nested derivatives beyond numbers and arrays, against differences and closed forms. */
final class NestedShapesTest {
  private static final double[] POINT = {0.4, 0.7, 0.8};

  @Test
  void methodsOfRecords() {
    double[] times = {0, 0.4, 1.1};
    double[] point = {0.3, 0.7, -0.4, 1.1, 0.5};
    Net found = Residual.gradient(net(point), times).net();
    double[] gradient = {found.w()[0], found.w()[1], found.w()[2], found.w()[3], found.bias()};
    check(point, p -> NestedShapesPrograms.residual(net(p), times), gradient);
  }

  private static Net net(double[] p) {
    return new Net(new double[] {p[0], p[1], p[2], p[3]}, 2, p[4]);
  }

  private static double[] y(double[] p) {
    return new double[] {p[0], p[1]};
  }

  @Test
  void tangentsOfRows() {
    var g = Along.gradient(y(POINT), POINT[2]);
    check(POINT, p -> NestedShapesPrograms.along(y(p), p[2]), g.y()[0], g.y()[1], g.t());
  }

  @Test
  void adjointsOfRows() {
    var g = Back.gradient(y(POINT), POINT[2]);
    check(POINT, p -> NestedShapesPrograms.back(y(p), p[2]), g.y()[0], g.y()[1], g.t());
    assertThrows(RuntimeException.class, () -> NestedShapesPrograms.lacking(y(POINT), 1));
    assertThrows(RuntimeException.class, () -> Lacking.gradient(y(POINT), 1));
  }

  /** {@code 7 (2 y + 3 x) + 7 + (1 + x y + 2 x y^2) (x^2 + x^2 y + 1) + x y}. */
  @Test
  void records() {
    double x = 2;
    float y = 3;
    var g = OfParts.gradient(x, y);
    double first = 1 + x * y + 2 * x * y * y;
    double second = x * x + x * x * y + 1;
    assertEquals(7 * (2 * y + 3 * x) + 7 + first * second + x * y, g.value());
    double toX = (y + 2 * y * y) * second + first * (2 * x + 2 * x * y) + y + 21;
    assertEquals(toX, g.x(), 1e-9);
    double toY = (x + 4 * x * y) * second + first * x * x + x + 14;
    assertEquals(toY, g.y(), 1e-3);
  }

  @Test
  void constants() {
    var g = OfWeighted.gradient(2);
    assertEquals(6 * 2 + 10 * 4, g.value());
    assertEquals(6 + 20 * 2, g.x());
  }

  private static void check(double[] point, ToDoubleFunction<double[]> f, double... gradient) {
    double h = 1e-5;
    double[] expected = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[i] += h;
      down[i] -= h;
      expected[i] = (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * h);
    }
    assertArrayEquals(expected, gradient, 1e-7);
  }
}
