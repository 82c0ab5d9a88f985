package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.cotangent.higher.ObjectHessianPrograms.Ball;
import io.cotangent.higher.ObjectHessianProgramsAdjoint.Replaced;
import io.cotangent.higher.ObjectHessianPrograms_BallAdjoint.Step;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A Hessian runs a method for each row: what it changes happens once all the same. */
final class ObjectHessianTest {
  private static final double[] POINT = {0.4, 0.7, 1.2, 0.3, 0.3, 0.6};

  private static Ball ball(double[] p) {
    return new Ball(p[0], p[1], p[2], p[3]);
  }

  @Test
  void fieldsAndTheArrayInOne() {
    Ball ball = ball(POINT);
    double[] parts = ball.parts;
    double[][] hessian = Step.hessian(ball, POINT[4]);
    check(
        hessian,
        p -> {
          var g = Step.gradient(ball(p), p[4]);
          double[] w = g.self().parts();
          return new double[] {g.self().place(), g.self().speed(), w[0], w[1], g.h()};
        });
    Ball once = ball(POINT);
    once.step(POINT[4]);
    assertSame(parts, ball.parts);
    assertEqual(once, ball);
  }

  @Test
  void arraysThatAreReplaced() {
    Ball ball = ball(POINT);
    double[] before = ball.parts;
    double[] q = {POINT[4], POINT[5]};
    double[][] hessian = Replaced.hessian(ball, q);
    check(
        hessian,
        p -> {
          var g = Replaced.gradient(ball(p), new double[] {p[4], p[5]});
          double[] w = g.ball().parts();
          return new double[] {g.ball().place(), g.ball().speed(), w[0], w[1], g.q()[0], g.q()[1]};
        });
    Ball once = ball(POINT);
    double[] onceQ = {POINT[4], POINT[5]};
    ObjectHessianPrograms.replaced(once, onceQ);
    assertEqual(once, ball);
    assertArrayEquals(onceQ, q);
    assertArrayEquals(new double[] {1.2, 0.3}, before, "the array that was there stays as it was");
  }

  private static void assertEqual(Ball expected, Ball actual) {
    assertEquals(expected.place, actual.place);
    assertEquals(expected.speed, actual.speed);
    assertArrayEquals(expected.parts, actual.parts);
    assertEquals(expected.steps, actual.steps);
  }

  /** Symmetric, and the differences of the gradient. */
  private static void check(double[][] hessian, Function<double[], double[]> gradient) {
    double h = 1e-5;
    for (int i = 0; i < hessian.length; i++) {
      double[] up = POINT.clone();
      double[] down = POINT.clone();
      up[i] += h;
      down[i] -= h;
      double[] above = gradient.apply(up);
      double[] below = gradient.apply(down);
      assertEquals(above.length, hessian.length);
      for (int j = 0; j < hessian.length; j++) {
        assertEquals((above[j] - below[j]) / (2 * h), hessian[i][j], 1e-7);
        assertEquals(hessian[j][i], hessian[i][j], 1e-12);
      }
    }
  }
}
