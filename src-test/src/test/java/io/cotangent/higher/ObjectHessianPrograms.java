package io.cotangent.higher;

import io.cotangent.Differentiable;

/** Methods that change objects, with second derivatives. */
final class ObjectHessianPrograms {
  private ObjectHessianPrograms() {}

  /** Numbers and an array that change, and a count. */
  static final class Ball {
    double place;
    double speed;
    double[] parts;
    int steps;

    Ball(double place, double speed, double... parts) {
      this.place = place;
      this.speed = speed;
      this.parts = parts;
    }

    @Differentiable(order = 2)
    double step(double h) {
      for (int i = 0; i < 3; i++) {
        speed -= h * Math.sin(place) * parts[0];
        place += h * speed;
        parts[1] *= place;
        steps++;
      }
      return place * speed + parts[0] * parts[1];
    }
  }

  /** The array in the object is replaced, that of the caller written. */
  @Differentiable(order = 2)
  static double replaced(Ball ball, double[] q) {
    ball.parts = new double[] {ball.place * q[0], 2};
    q[1] = ball.parts[0] * q[1];
    ball.place = q[1] * ball.place;
    return ball.place * ball.parts[0] + ball.speed * ball.speed;
  }
}
