package io.cotangent.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.cotangent.runtime.Tape;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kernels promise about memory, whatever machine they run on. */
final class AllocationTest {
  /** All kernels but those without a workspace: Jacobians, and Hessians times directions. */
  static Stream<String> withTape() {
    return Kernels.names().stream()
        .filter(name -> !name.startsWith("hvp") && !name.endsWith("Jacobian"));
  }

  @ParameterizedTest
  @MethodSource("withTape")
  void vjpWithATapeOfTheCallersAllocatesNothing(String name) {
    boolean isLong = name.startsWith("GMM d32");
    assertEquals(0, Allocation.bytesPerCall(Kernels.of(name), isLong ? 3 : 200));
  }

  /** A new tape grows with what is recorded, and independent iterations record nothing. */
  @Test
  void independentIterationsRecordNothing() {
    assertEquals(bytesWithNewTape(10), bytesWithNewTape(10_000));
  }

  @Test
  void dependentIterationsAreRecorded() {
    double[] bar = new double[1];
    long few = leastBytes(() -> steps(10, bar));
    long many = leastBytes(() -> steps(10_000, bar));
    assertTrue(many - few > 10_000 * 2 * Double.BYTES, few + " and " + many);
  }

  private static void steps(int count, double[] bar) {
    OrbitsAdjoint.Predators.vjp(
        new Tape(), 10, 5, 1.1, 0.4, 0.4, 0.1, count, 1, bar, bar, bar, bar, bar, bar);
  }

  private static long bytesWithNewTape(int iterations) {
    double[] x = new double[iterations];
    double[] xBar = new double[iterations];
    double[] rateBar = new double[1];
    return leastBytes(() -> SumsAdjoint.Damped.vjp(new Tape(), x, 0.5, 1, xBar, rateBar));
  }

  private static long leastBytes(Runnable call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      call.run();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
