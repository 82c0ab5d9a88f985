package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long the processor takes: the time its thread spends on a processor, which is that of the
 * annotation processing less what the machine does besides.
 */
final class CompileTimeTest {
  /** What a hundred lines may take where nothing else runs. */
  private static final CompileTimes.Times GOAL = new CompileTimes.Times(500, 50);

  /** How much longer it may take before that is called an error: builds run on busy machines. */
  private static final int SLACK = 6;

  /** Other programs share the caches and the clock rate, too; once in a few times it is quiet. */
  private static final int ATTEMPTS = 4;

  @Test
  void hundredLinesTakeNoTime() throws Exception {
    CompileTimes.Times times = measured();
    for (int i = 1; i < ATTEMPTS && !isQuick(times); i++) {
      times = measured();
    }
    assertTrue(isQuick(times), times::toString);
    assertTrue(times.warm() > 1, times + ": nothing is measured");
  }

  private static CompileTimes.Times measured() throws Exception {
    return CompileTimes.measure(CompileTimes.Kind.STATEMENTS, 100, 1, 30);
  }

  private static boolean isQuick(CompileTimes.Times times) {
    return times.cold() < SLACK * GOAL.cold() && times.warm() < SLACK * GOAL.warm();
  }

  /** Prints a table instead of testing. */
  @Test
  @EnabledIfSystemProperty(named = "cotangent.times", matches = "true")
  void table() throws Exception {
    for (CompileTimes.Kind kind : CompileTimes.Kind.values()) {
      for (int lines : new int[] {10, 30, 100, 300, 1000}) {
        CompileTimes.Times times = CompileTimes.measure(kind, lines, 5, 20_000 / (lines + 100));
        System.out.printf("%s %d: %.0f %.0f%n", kind, lines, times.cold(), times.warm());
      }
    }
  }
}
