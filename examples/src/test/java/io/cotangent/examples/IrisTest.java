package io.cotangent.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The data are Fisher's: their means are in every textbook. */
final class IrisTest {
  @Test
  void means() {
    double[][] flowers = Iris.measurements();
    assertEquals(150, flowers.length);
    double[] expected = {5.843333, 3.057333, 3.758, 1.199333};
    for (int j = 0; j < expected.length; j++) {
      int column = j;
      double mean = Arrays.stream(flowers).mapToDouble(f -> f[column]).average().orElseThrow();
      assertEquals(expected[j], mean, 1e-6);
    }
  }
}
