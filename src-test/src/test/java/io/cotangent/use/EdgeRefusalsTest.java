package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that generated code cannot take apart or put together: id, line, column, reason. */
final class EdgeRefusalsTest {
  @TempDir Path folder;

  private Build refused(String members) {
    Build build =
        new Build(folder)
            .file(
                "user/Models.java",
                "package user;\nimport io.cotangent.Differentiable;\nclass Models {\n"
                    + members
                    + "}\n");
    assertFalse(build.onClassPath());
    return build;
  }

  @Test
  void accessorsThatDoMore() {
    Build build =
        refused(
            """
              record P(double[] w) { public double[] w() { return w.clone(); } }
              @Differentiable static double a(P p, double x) { return x; }
            """);
    assertEquals(List.of("AD013 5:33"), build.errors());
    assertTrue(build.messages().contains("p.w"), build.messages());
    assertTrue(build.messages().contains("w() does more than return it"), build.messages());
  }

  @Test
  void typesThatCannotBeNamed() {
    Build build =
        refused(
            """
              private record Hidden(double x) {}
              record Open(Hidden hidden, double y) {}
              @Differentiable static double a(Open o) { return o.y(); }
            """);
    assertEquals(List.of("AD013 6:33"), build.errors());
  }

  @Test
  void resultsWhoseConstructorChangesThem() {
    Build build =
        refused(
            """
              record Unit(double x, double y) {
                Unit { double n = Math.sqrt(x * x + y * y); x /= n; y /= n; }
              }
              @Differentiable static Unit a(Unit u) { return u; }
            """);
    assertEquals(List.of("AD013 7:31"), build.errors());
  }
}
