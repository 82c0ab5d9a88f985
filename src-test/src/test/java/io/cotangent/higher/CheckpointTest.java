package io.cotangent.higher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.cotangent.higher.CheckpointProgramsAdjoint.Heat;
import io.cotangent.higher.CheckpointProgramsAdjoint.HeatStored;
import io.cotangent.higher.CheckpointProgramsAdjoint.Pendulum;
import io.cotangent.higher.CheckpointProgramsAdjoint.PendulumStored;
import io.cotangent.higher.CheckpointProgramsAdjoint.Planets;
import io.cotangent.higher.CheckpointProgramsAdjoint.PlanetsStored;
import io.cotangent.runtime.Tape;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpointed loops: the same bits as without, in little memory. */
final class CheckpointTest {
  private static final int LONG = 1_000_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 199, 1000, 10_000})
  void pendulum(int steps) {
    var stored = PendulumStored.gradient(1, 0.2, 1.3, steps);
    var checkpointed = Pendulum.gradient(1, 0.2, 1.3, steps);
    assertEquals(stored.value(), checkpointed.value());
    assertEquals(stored.angle(), checkpointed.angle());
    assertEquals(stored.speed(), checkpointed.speed());
    assertEquals(stored.length(), checkpointed.length());
    double tangent = PendulumStored.jvp(1, 0.2, 1.3, steps, 1, 2, 3).tangent();
    assertEquals(tangent, Pendulum.jvp(1, 0.2, 1.3, steps, 1, 2, 3).tangent());
  }

  @Test
  void memory() {
    double[] stored = new double[3];
    double[] checkpointed = new double[3];
    long storing = allocated(() -> vjp(stored, false));
    long keeping = allocated(() -> vjp(checkpointed, true));
    assertArrayEquals(stored, checkpointed);
    assertTrue(storing > 16L * LONG, () -> "two numbers a step are stored: " + storing);
    assertTrue(keeping < storing / 100, () -> keeping + " bytes, storing needs " + storing);
  }

  private static void vjp(double[] bars, boolean checkpointed) {
    double[][] buffers = new double[3][1];
    try (Tape tape = new Tape()) {
      if (checkpointed) {
        Pendulum.vjp(tape, 1, 0.2, 1.3, LONG, 1, buffers[0], buffers[1], buffers[2]);
      } else {
        PendulumStored.vjp(tape, 1, 0.2, 1.3, LONG, 1, buffers[0], buffers[1], buffers[2]);
      }
    }
    for (int i = 0; i < bars.length; i++) {
      bars[i] = buffers[i][0];
    }
  }

  /** How many bytes the second run allocates: what it keeps, as nothing is freed on the way. */
  private static long allocated(Runnable run) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    run.run();
    long before = threads.getCurrentThreadAllocatedBytes();
    run.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 8, 100, 401})
  void heat(int steps) {
    double[] u = {1, 2, 0.5, 0.7, 3};
    double[] same = u.clone();
    var stored = HeatStored.gradient(u, 0.2, steps);
    var checkpointed = Heat.gradient(same, 0.2, steps);
    assertArrayEquals(u, same, "the caller's array is left as the loop leaves it");
    assertEquals(stored.value(), checkpointed.value());
    assertArrayEquals(stored.u(), checkpointed.u());
    assertEquals(stored.k(), checkpointed.k());
    try (var pullback = Heat.pullback(new double[] {1, 2, 0.5, 0.7, 3}, 0.2, steps)) {
      assertArrayEquals(stored.u(), pullback.apply(1).u());
      assertArrayEquals(stored.u(), pullback.apply(1).u());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 50, 51})
  void secondOrder(int steps) {
    double[] direction = {0.1, 0.2, -0.3, 0.4, 0.5};
    double[] u = {1, 2, 0.5, 0.7, 3};
    double[] same = u.clone();
    var stored = HeatStored.hvp(u, 0.2, steps, direction, 1);
    var checkpointed = Heat.hvp(same, 0.2, steps, direction, 1);
    assertArrayEquals(u, same);
    assertArrayEquals(stored.u(), checkpointed.u());
    assertEquals(stored.k(), checkpointed.k());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 40, 200})
  void recordsBranchesAndLoops(long steps) {
    var stored = PlanetsStored.gradient(1.2, 0.1f, 3, steps);
    var checkpointed = Planets.gradient(1.2, 0.1f, 3, steps);
    assertEquals(stored.toString(), checkpointed.toString());
  }
}
