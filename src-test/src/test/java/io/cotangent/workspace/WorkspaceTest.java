package io.cotangent.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.cotangent.runtime.Tape;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/**
 * With a tape of the caller nothing is allocated after the first calls, and nothing is left over.
 */
final class WorkspaceTest {
  private static final double[] X = {0.3, -0.7, 0.5, 0.9, -0.2};
  private static final double[][] POINTS = {{0.1, 0.4}, {0.8, -0.3}, {-0.5, 0.2}};
  private static final double[][] ROWS = {{0.4, 0.7, -0.2}, {0.5}, {-0.3, 0.8}};
  private static final double[][] CENTRES = {{0.2, 0.1}, {0.7, 0.6}};

  /** A call that adds into its buffers and gives the value. */
  private interface Kernel {
    double vjp(Tape tape);
  }

  private static void requireSteady(Kernel kernel) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Tape tape = new Tape();
        Tape fresh = new Tape()) {
      double expected = kernel.vjp(fresh);
      for (int i = 0; i < 2_000; i++) {
        assertTrue(kernel.vjp(tape) == expected, "another value in call " + i);
      }
      // The virtual machine itself may allocate in one of the rounds, as when it compiles again.
      long fewest = Long.MAX_VALUE;
      for (int round = 0; round < 5; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
          kernel.vjp(tape);
        }
        fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertEquals(0, fewest, "bytes in 100 calls");
    }
  }

  @Test
  void arraysOfAnIteration() {
    double[][] centresBar = new double[2][2];
    double[][] pointsBar = new double[3][2];
    requireSteady(
        tape ->
            WorkspaceKernelsAdjoint.SoftMinimum.vjp(
                tape, CENTRES, POINTS, 1, centresBar, pointsBar));
  }

  @Test
  void arraysOfManyLengths() {
    double[] xBar = new double[X.length];
    requireSteady(tape -> WorkspaceKernelsAdjoint.Triangle.vjp(tape, X, 1, xBar));
  }

  @Test
  void aStateInEachStep() {
    double[] xBar = new double[X.length];
    requireSteady(tape -> WorkspaceKernelsAdjoint.Steps.vjp(tape, X, 7, 1, xBar));
  }

  @Test
  void floatsAndWholeNumbers() {
    float[] x = {0.3f, 0.7f, -0.5f};
    float[] xBar = new float[3];
    requireSteady(tape -> WorkspaceKernelsAdjoint.Counted.vjp(tape, x, 1, xBar));
  }

  @Test
  void copiesOfArrays() {
    int[] order = {3, 1, 4, 0, 2};
    double[] xBar = new double[X.length];
    requireSteady(tape -> WorkspaceKernelsAdjoint.Copies.vjp(tape, X, order, 1, xBar));
    double[] fromFresh = WorkspaceKernelsAdjoint.Copies.gradient(X, order).x();
    double[] pulled = WorkspaceKernelsAdjoint.Copies.pullback(X, order).apply(1).x();
    assertArrayEquals(pulled, fromFresh, 1e-15);
  }

  @Test
  void arraysHandedToTheSweepBack() {
    double[][] rowsBar = {new double[3], new double[1], new double[2]};
    double[] limitBar = new double[1];
    requireSteady(tape -> WorkspaceKernelsAdjoint.Ragged.vjp(tape, ROWS, 99, 1, rowsBar, limitBar));
    double[][] pulled;
    try (var pullback = WorkspaceKernelsAdjoint.Ragged.pullback(ROWS, 99)) {
      pulled = pullback.apply(1).rows();
    }
    double[][] other = {{0.2}, {0.9, -0.4, 0.1, 0.6}, {0.3, 0.3}};
    try (Tape tape = new Tape()) {
      for (int call = 0; call < 3; call++) {
        double[][] bar = {new double[3], new double[1], new double[2]};
        WorkspaceKernelsAdjoint.Ragged.vjp(tape, ROWS, 99, 1, bar, limitBar);
        for (int k = 0; k < bar.length; k++) {
          assertArrayEquals(pulled[k], bar[k], 1e-14);
        }
        double[][] otherBar = {new double[1], new double[4], new double[2]};
        WorkspaceKernelsAdjoint.Ragged.vjp(tape, other, 99, 1, otherBar, limitBar);
        assertThrows(
            IllegalArgumentException.class,
            () -> WorkspaceKernelsAdjoint.Ragged.vjp(tape, other, 1, 1, otherBar, limitBar));
      }
    }
  }

  @Test
  void arraysThatLiveOnInTheNextIteration() {
    double[] xBar = new double[X.length];
    requireSteady(tape -> WorkspaceKernelsAdjoint.LastOne.vjp(tape, X, 4, 1, xBar));
    double[] pulled = WorkspaceKernelsAdjoint.LastOne.pullback(X, 4).apply(1).x();
    assertArrayEquals(pulled, WorkspaceKernelsAdjoint.LastOne.gradient(X, 4).x(), 1e-14);
    double[] collected = WorkspaceKernelsAdjoint.Collected.pullback(X).apply(1).x();
    assertArrayEquals(collected, WorkspaceKernelsAdjoint.Collected.gradient(X).x(), 1e-13);
  }

  /** What the caller gets is the caller's. */
  @Test
  void aCopyThatIsReturnedIsNotLent() {
    float[] x = {0.3f, 0.7f, -0.5f};
    float[] seed = {1, 2, 3};
    try (Tape tape = new Tape()) {
      float[] first = WorkspaceKernelsAdjoint.CopiedFloats.vjp(tape, x, seed, new float[3]);
      float[] kept = first.clone();
      float[] other = {1, 2, 3};
      WorkspaceKernelsAdjoint.CopiedFloats.vjp(tape, other, seed, new float[3]);
      assertArrayEquals(kept, first);
    }
  }

  /** Arrays that were used before hold zeros again. */
  @Test
  void gradientsAreTheSameFromCallToCall() {
    try (Tape tape = new Tape()) {
      double[] first = new double[X.length];
      WorkspaceKernelsAdjoint.Steps.vjp(tape, X, 7, 1, first);
      double[] other = new double[X.length];
      WorkspaceKernelsAdjoint.Triangle.vjp(tape, X, 1, other);
      double[] second = new double[X.length];
      WorkspaceKernelsAdjoint.Steps.vjp(tape, X, 7, 1, second);
      assertArrayEquals(first, second);
      double[] pulled = WorkspaceKernelsAdjoint.Steps.gradient(X, 7).x();
      assertArrayEquals(pulled, second);
    }
  }
}
