package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.cotangent.runtime.Tape;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Memory: nothing in the steady state of {@code vjp}, and nothing that grows from call to call. */
final class WorkspaceMemoryTest {

  private static final int STEPS = 200;
  private static final long MEGABYTE = 1L << 20;
  private static final MethodHandle LOGISTIC_VJP = logisticVjp();

  @Test
  void vjpWithAnOwnTapeAllocatesNothing() throws Throwable {
    double[] xBar = new double[1];
    double[] rBar = new double[1];
    try (Tape tape = new Tape()) {
      run(tape, xBar, rBar, 2_000);
      assertEquals(0, leastAllocated(tape, xBar, rBar));
    }
  }

  /** Of several rounds, as the virtual machine may link a method handle anew in any one of them. */
  private static long leastAllocated(Tape tape, double[] xBar, double[] rBar) throws Throwable {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      least = Math.min(least, allocated(tape, xBar, rBar, 100));
    }
    return least;
  }

  @Test
  void gradientsAndAbandonedPullbacksAreNotKept() throws Throwable {
    GeneratedMethod logistic = GeneratedMethod.find(LoopCorpus.class, "LogisticMap");
    long before = usedAfterCollection();
    for (int i = 0; i < 500; i++) {
      logistic.call("gradient", 0.3, 2.5, 20_000);
      logistic.call("pullback", 0.3, 2.5, 20_000);
      GeneratedMethod.on(logistic.call("pullback", 0.3, 2.5, 20_000), "close");
    }
    requireNotGrown(before);
  }

  /** A recording of 80 kB that an exception cuts off must not stay on the tape. */
  @Test
  void exceptionsLeaveTheTapeClean() throws Throwable {
    GeneratedMethod method = GeneratedMethod.find(ExitCorpus.class, "OutOfBounds");
    double[] v = new double[10_000];
    Arrays.fill(v, 1.0001);
    double[] bar = new double[v.length];
    long before = usedAfterCollection();
    try (Tape tape = new Tape()) {
      for (int i = 0; i < 2_000; i++) {
        assertThrows(
            ArrayIndexOutOfBoundsException.class,
            () -> method.call("vjp", tape, v, v.length + 1, 1.0, bar));
      }
      requireNotGrown(before);
    }
  }

  /** After an exception the tape and the pool give the bits that a fresh tape gives. */
  @Test
  void resultsAfterAnExceptionAreUnchanged() throws Throwable {
    GeneratedMethod throwing = GeneratedMethod.find(ExitCorpus.class, "ThrowAfterLoop");
    try (Tape used = new Tape();
        Tape fresh = new Tape()) {
      for (int i = 0; i < 3; i++) {
        int stop = i;
        double[] ignored = new double[1];
        assertThrows(
            IllegalStateException.class,
            () -> throwing.call("vjp", used, 0.75, stop, 1.0, ignored));
        assertThrows(
            IllegalStateException.class, () -> throwing.call("vjp", 0.75, stop, 1.0, ignored));
        assertThrows(IllegalStateException.class, () -> throwing.call("pullback", 0.75, stop));
        double[] afterwards = new double[2];
        double[] expected = new double[2];
        logistic(used, afterwards);
        logistic(fresh, expected);
        assertEquals(Arrays.toString(expected), Arrays.toString(afterwards));
        assertEquals(pooledLogistic(), Arrays.toString(expected));
      }
    }
  }

  private static void logistic(Tape tape, double[] out) throws Throwable {
    double[] xBar = new double[1];
    double[] rBar = new double[1];
    run(tape, xBar, rBar, 1);
    out[0] = xBar[0];
    out[1] = rBar[0];
  }

  private static String pooledLogistic() throws Throwable {
    double[] xBar = new double[1];
    double[] rBar = new double[1];
    GeneratedMethod.find(LoopCorpus.class, "LogisticMap")
        .call("vjp", 0.3, 2.5, STEPS, 1.0, xBar, rBar);
    return Arrays.toString(new double[] {xBar[0], rBar[0]});
  }

  private static void run(Tape tape, double[] xBar, double[] rBar, int times) throws Throwable {
    for (int i = 0; i < times; i++) {
      double value = (double) LOGISTIC_VJP.invokeExact(tape, 0.3, 2.5, STEPS, 1.0, xBar, rBar);
      assertTrue(value > 0);
    }
  }

  private static long allocated(Tape tape, double[] xBar, double[] rBar, int times)
      throws Throwable {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(tape, xBar, rBar, times);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** Other threads may allocate for a while, and what waits for a thread to free it is not gone. */
  private static void requireNotGrown(long before) throws InterruptedException {
    long grown = usedAfterCollection() - before;
    for (int i = 0; i < 20 && grown >= 48 * MEGABYTE; i++) {
      Thread.sleep(200);
      grown = usedAfterCollection() - before;
    }
    assertTrue(grown < 48 * MEGABYTE, "bytes kept: " + grown);
  }

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static MethodHandle logisticVjp() {
    Class<?> type = GeneratedMethod.find(LoopCorpus.class, "LogisticMap").type();
    try {
      Method method =
          type.getDeclaredMethod(
              "vjp",
              Tape.class,
              double.class,
              double.class,
              int.class,
              double.class,
              double[].class,
              double[].class);
      method.setAccessible(true);
      return MethodHandles.lookup().unreflect(method);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("LogisticMap.vjp with a tape", e);
    }
  }
}
