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
import io.cotangent.higher.CheckpointProgramsAdjoint.Rows;
import io.cotangent.higher.CheckpointProgramsAdjoint.RowsStored;
import io.cotangent.runtime.Tape;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    long storing = allocated(() -> {}, () -> vjp(stored, false));
    long keeping = allocated(() -> {}, () -> vjp(checkpointed, true));
    assertArrayEquals(stored, checkpointed);
    assertLittle(keeping, storing);
  }

  private static void assertLittle(long keeping, long storing) {
    assertTrue(storing > 16L * LONG, () -> "two numbers a step are stored: " + storing);
    assertTrue(keeping < storing / 100, () -> keeping + " bytes, storing needs " + storing);
  }

  @Test
  void memoryOfPullbacks() {
    double[] stored = new double[2];
    double[] checkpointed = new double[2];
    List<Tape> taken = new ArrayList<>();
    Runnable emptyPool = () -> IntStream.range(0, 65).forEach(i -> taken.add(Tape.acquire()));
    long storing = allocated(emptyPool, () -> pullback(stored, false));
    long keeping = allocated(emptyPool, () -> pullback(checkpointed, true));
    taken.forEach(Tape::close);
    assertLittle(keeping, storing);
    assertArrayEquals(stored, checkpointed);
  }

  private static void pullback(double[] bars, boolean checkpointed) {
    if (checkpointed) {
      try (var pullback = Pendulum.pullback(1, 0.2, 1.3, LONG)) {
        set(bars, pullback.apply(2).angle(), pullback.apply(1).length());
      }
    } else {
      try (var pullback = PendulumStored.pullback(1, 0.2, 1.3, LONG)) {
        set(bars, pullback.apply(2).angle(), pullback.apply(1).length());
      }
    }
  }

  private static void set(double[] bars, double angle, double length) {
    bars[0] = angle;
    bars[1] = length;
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
  private static long allocated(Runnable prepare, Runnable run) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    run.run();
    prepare.run();
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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void pullbacksHaveArraysOfTheirOwn(int depth) {
    double[][] w = {{0.1, 0.2}, {0.4, 0.5}};
    double[] data = {1, 2, 3};
    var stored = RowsStored.gradient(new double[][] {{0.1, 0.2}, {0.4, 0.5}}, data, 0.7, depth);
    var gradient = Rows.gradient(new double[][] {{0.1, 0.2}, {0.4, 0.5}}, data, 0.7, depth);
    assertGradient(stored, gradient);
    try (var pullback = Rows.pullback(w, data, 0.7, depth)) {
      double[][] left = {w[0].clone(), w[1].clone()};
      assertGradient(stored, pullback.apply(1));
      assertArrayEquals(left, w, "apply does not touch arguments");
      w[0] = new double[0];
      w[1][1] = 7;
      data[0] = 9;
      assertGradient(stored, pullback.apply(1));
    }
  }

  private static void assertGradient(RowsStored.Gradient expected, Rows.Gradient actual) {
    assertEquals(expected.value(), actual.value());
    assertArrayEquals(expected.w(), actual.w());
    assertArrayEquals(expected.data(), actual.data());
    assertEquals(expected.x(), actual.x());
  }
}
