package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be constant, and that ending a derivative on purpose gives no warning. */
final class StopRefusalsTest {
  @TempDir Path folder;

  private Build build(String members) {
    return new Build(folder)
        .file(
            "user/Models.java",
            "package user;\nimport io.cotangent.*;\nclass Models {\n" + members + "}\n");
  }

  @Test
  void constantParameterInWrt() {
    Build build =
        build(
            """
              @Differentiable(wrt = {"x", "k"}) static double a(double x, @Constant double k) {
                return x * k;
              }
            """);
    assertFalse(build.onClassPath());
    assertEquals(List.of("AD055 4:31"), build.errors());
  }

  @Test
  void arraysOfOthers() {
    Build build =
        build(
            """
              @Differentiable static double a(double[] x) { return sum(x); }
              static double sum(@Constant double[] x) { return x[0]; }
            """);
    assertFalse(build.onClassPath());
    assertEquals(List.of("AD054 4:60"), build.errors());
  }

  @Test
  void mutableStaticState() {
    Build build =
        build(
            """
              static double total;
              @Differentiable static double a(double x) { total += x; return total; }
            """);
    assertFalse(build.onClassPath());
    assertEquals("AD020 5:47", build.errors().get(0));
    assertTrue(build.messages().contains("parameter"), build.messages());
  }

  @Test
  void noWarnings() {
    Build build =
        build(
            """
              @Differentiable static double a(double x, double y) {
                return Math.floor(Gradients.stop(x)) * y;
              }
              @Differentiable static double b(double x, double y) { return square(x) * y; }
              @Constant private static double square(double x) { return x * x; }
            """);
    assertTrue(build.onClassPath("-Werror"), build.messages());
  }
}
