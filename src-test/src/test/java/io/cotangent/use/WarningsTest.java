package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated but probably not meant: id, line and column of the warning. */
final class WarningsTest {
  @TempDir Path folder;

  private List<String> warnings(String members) {
    Build build =
        new Build(folder)
            .file(
                "user/Models.java",
                "package user;\nimport io.cotangent.Differentiable;\nabstract class Models {\n"
                    + members
                    + "}\n");
    assertTrue(build.onClassPath(), build.messages());
    return build.warnings();
  }

  @Test
  void parameterWithoutInfluence() {
    assertEquals(
        List.of("AD025 4:52"),
        warnings("  @Differentiable static double a(double x, double y) { return x * x; }\n"));
  }

  @Test
  void parameterThatOnlyDecides() {
    assertEquals(
        List.of("AD025 4:52"),
        warnings(
            "  @Differentiable static double a(double x, double y) { return y > 0 ? x : -x; }\n"));
  }

  @Test
  void castThatCutsTheOnlyPath() {
    assertEquals(
        List.of("AD025 4:42", "AD026 5:17"),
        warnings(
            """
              @Differentiable static double a(double x) {
                int whole = (int) x;
                return whole * 0.5;
              }
            """));
  }

  @Test
  void floorThatCutsTheOnlyPathInACallee() {
    assertEquals(
        List.of("AD025 4:52", "AD026 7:59"),
        warnings(
            """
              @Differentiable static double a(double x, double y) {
                return x * cell(y);
              }
              private static double cell(double z) { return Math.floor(z / 2); }
            """));
  }

  @Test
  void castBesideAnotherPathIsFine() {
    assertEquals(
        List.of(),
        warnings("  @Differentiable static double a(double x) { return x - (int) x; }\n"));
  }

  @Test
  void namedInWrtButUnused() {
    assertEquals(
        List.of("AD025 4:63"),
        warnings(
            "  @Differentiable(wrt = \"n\") static double a(double x, double n) { return x; }\n"));
  }

  @Test
  void suppressed() {
    assertEquals(
        List.of(),
        warnings(
            "  @SuppressWarnings(\"cotangent\") @Differentiable\n"
                + "  static double a(double x) { return Math.rint(x); }\n"));
  }
}
