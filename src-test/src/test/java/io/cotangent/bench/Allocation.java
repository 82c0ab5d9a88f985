package io.cotangent.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a kernel's generated derivative allocates in the steady state. */
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** Bytes per call: the least of several attempts, since compilers work at the same time. */
  static long bytesPerCall(Kernel kernel, int warmUps) {
    for (int i = 0; i < warmUps; i++) {
      kernel.gradient();
    }
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10; i++) {
        kernel.gradient();
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least / 10;
  }
}
