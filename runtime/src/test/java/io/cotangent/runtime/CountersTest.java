package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The last index of a loop, also where ints end. */
final class CountersTest {
  @Test
  void lastIndices() {
    assertEquals(9, Counters.last(0, 10, 3));
    assertEquals(6, Counters.last(0, 9, 3));
    assertEquals(1, Counters.last(10, 0, -3));
    assertEquals(-3, Counters.last(0, Integer.MIN_VALUE, 3));
    assertEquals(3, Counters.last(0, 0, -3));
    assertEquals(9L, Counters.last(0L, 10L, 3L));
  }

  @Test
  void overflow() {
    assertThrows(ArithmeticException.class, () -> Counters.last(1, 2_100_000_000, 1_000_000_000));
    assertThrows(ArithmeticException.class, () -> Counters.last(0, Integer.MIN_VALUE, -3));
    assertThrows(ArithmeticException.class, () -> Counters.last(0, Long.MAX_VALUE, 5));
    assertEquals(2_000_000_000, Counters.last(0, 2_000_000_001, 100_000_000));
  }
}
