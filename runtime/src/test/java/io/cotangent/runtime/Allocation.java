package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what a piece of code allocates. */
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TIMES = 2_000;
  private static final int ROUNDS = 5;

  private Allocation() {}

  /** Fails unless runs allocate nothing once the code has run many times. */
  static void assertNone(Runnable code) {
    of(code);
    // The virtual machine itself may allocate in one of the rounds, as when it compiles again.
    long fewest = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      fewest = Math.min(fewest, of(code));
    }
    assertEquals(0, fewest, "bytes allocated in " + TIMES + " runs");
  }

  private static long of(Runnable code) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < TIMES; i++) {
      code.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
