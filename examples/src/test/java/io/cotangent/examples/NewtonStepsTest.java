package io.cotangent.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the example prints: steps that square the slope, and heights at which forces balance. */
final class NewtonStepsTest {
  @Test
  void prints() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      NewtonSteps.main(new String[0]);
    } finally {
      System.setOut(console);
    }
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    List<String> steps = lines.stream().filter(line -> line.startsWith("step")).toList();
    assertEquals("step 0: slope 1.3e+00", steps.get(0));
    assertTrue(steps.size() <= 7, "it converges as Newton's method does: " + steps);
    double before = 0;
    double force = 0;
    List<String> heights = lines.subList(steps.size(), lines.size());
    assertEquals(7, heights.size());
    for (int i = 0; i <= heights.size(); i++) {
      double height = i < heights.size() ? Double.parseDouble(heights.get(i)) : 0;
      double rise = height - before;
      double next = rise + 0.4 * rise * (1 + rise * rise);
      if (i > 0) {
        assertEquals(0.5, next - force, 1e-4, "the load on link " + i);
      }
      force = next;
      before = height;
    }
  }
}
