package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules in a jar: they hold where a class or package names them, and are checked there. */
final class DependencyRulesTest {
  private static final String RULES =
      """
      package lib;
      import io.cotangent.DerivativeOf;
      public final class Rules {
        @DerivativeOf(type = Third.class, method = "f") public static double f(double x) { return 2 * x; }
        @DerivativeOf(type = Third.class, method = "g") public static double[] g(Third t, double x, int n, double y) {
          return new double[] {y * t.scale, x * t.scale};
        }
      }
      """;

  private static final String OTHERS =
      """
      package lib;
      import io.cotangent.DerivativeOf;
      public final class Others {
        @DerivativeOf(type = Third.class, method = "f") public static double f(double x) { return 20 * x; }
      }
      """;

  /** Compiled without the processor, so nobody has looked at it. */
  private static final String THIRD =
      """
      package lib;
      import io.cotangent.DerivativeOf;
      public final class Third {
        public final double scale = 3;
        public static double f(double x) { return x * x; }
        public double g(double x, int n, double y) { return scale * x * y; }
        public static final class Wrong {
          @DerivativeOf(type = Third.class, method = "f") public static float f(double x) { return 1; }
        }
      }
      """;

  @TempDir Path folder;

  private String path() {
    Build library =
        new Build(folder.resolve("a"))
            .file("lib/Rules.java", RULES)
            .file("lib/Others.java", OTHERS)
            .file("lib/Third.java", THIRD);
    assertTrue(library.onClassPath("-proc:none"), library.messages());
    jar = Archive.write(folder.resolve("a/classes"), folder.resolve("lib.jar"));
    return Build.runtime() + File.pathSeparator + jar;
  }

  private Path jar;

  private Build user(String annotation, String members) {
    return new Build(folder.resolve("b"))
        .file(
            "user/Models.java",
            "package user;\nimport io.cotangent.*;\nimport lib.*;\n"
                + annotation
                + "\nclass Models {\n"
                + members
                + "}\n");
  }

  private static final String CALLS =
      """
        @Differentiable static double a(double x, Third t) { return Third.f(3 * x) + t.g(x, 1, x * x); }
        static double run() { return ModelsAdjoint.A.gradient(2, new Third()).x(); }
      """;

  @Test
  void ofTheClassThatNamesThem() throws ReflectiveOperationException {
    String path = path();
    Build build = user("@UseRules(Rules.class)", CALLS);
    assertTrue(build.onClassPath("--class-path", path), build.messages());
    assertEquals(18 * 2 + 3 * 3 * 4, (double) build.call("user.Models", "run", jar), 1e-12);
  }

  @Test
  void ofThePackageAndTheClassThatIsNearer() throws ReflectiveOperationException {
    String path = path();
    Build build =
        user("@UseRules(Others.class)", CALLS)
            .file(
                "user/package-info.java",
                "@io.cotangent.UseRules(lib.Rules.class)\npackage user;\n");
    assertTrue(build.onClassPath("--class-path", path), build.messages());
    assertEquals(180 * 2 + 3 * 3 * 4, (double) build.call("user.Models", "run", jar), 1e-12);
  }

  @Test
  void notWhereNobodyNamesThem() {
    String path = path();
    Build build = user("", CALLS);
    assertFalse(build.onClassPath("--class-path", path));
    assertEquals(List.of("AD014 6:70", "AD014 6:83"), build.errors(), build.messages());
  }

  @Test
  void whatIsWrongWithThem() {
    String path = path();
    Build build =
        user("@UseRules({Rules.class, Others.class, Third.Wrong.class, String.class})", CALLS);
    assertFalse(build.onClassPath("--class-path", path));
    assertEquals(
        List.of("AD047 4:31", "AD046 4:50", "AD056 4:64"), build.errors(), build.messages());
  }
}
