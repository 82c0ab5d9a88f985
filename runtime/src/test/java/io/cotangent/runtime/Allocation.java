package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what a piece of code allocates. */
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TIMES = 2_000;

  private Allocation() {}

  /** Fails unless runs allocate nothing once the code has run many times. */
  static void assertNone(Runnable code) {
    of(code);
    long bytes = of(code);
    // Less than a byte a run: what the measurement itself may cost.
    assertTrue(bytes < TIMES / 2, "bytes allocated in " + TIMES + " runs: " + bytes);
  }

  private static long of(Runnable code) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < TIMES; i++) {
      code.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
