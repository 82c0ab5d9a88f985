package io.cotangent.bench;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Buffers of any rank as one row of numbers. */
final class Flat {
  private Flat() {}

  static double[] of(Object... buffers) {
    return Arrays.stream(buffers).flatMapToDouble(Flat::leaves).toArray();
  }

  private static DoubleStream leaves(Object buffer) {
    return buffer instanceof double[] row
        ? Arrays.stream(row)
        : Arrays.stream((Object[]) buffer).flatMapToDouble(Flat::leaves);
  }

  static void clear(double[][] rows) {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }
}
