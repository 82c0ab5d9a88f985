package io.cotangent.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The network learns the cosine. */
final class PhysicsInformedTest {
  @Test
  void learnsTheCosine() {
    double[] w = PhysicsInformed.train(1500);
    for (double t = 0; t <= 2; t += 0.25) {
      assertEquals(Math.cos(t), PhysicsInformed.network(t, w), 0.05);
    }
  }
}
