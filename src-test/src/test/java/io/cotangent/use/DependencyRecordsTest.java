package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of a jar as arguments: they are read through accessors whose source is not there. */
final class DependencyRecordsTest {
  private static final String LIBRARY =
      """
      package lib;
      public class Records {
        public record Plain(double a, long between, float[] b) {
          public Plain {
            if (a < 0) {
              throw new IllegalArgumentException();
            }
          }
          public float[] b() { return b; }
        }
        public record Twice(double a, double b) {
          public double b() { return 2 * b; }
        }
        public record Swapped(double a, double b) {
          public double a() { return b; }
        }
      }
      """;

  @TempDir Path folder;

  private Path jar() {
    Build library = new Build(folder.resolve("a")).file("lib/Records.java", LIBRARY);
    assertTrue(library.onClassPath(), library.messages());
    return Archive.write(folder.resolve("a/classes"), folder.resolve("lib.jar"));
  }

  private Build user(String members) {
    return new Build(folder.resolve("b"))
        .file(
            "user/Models.java",
            "package user;\nimport io.cotangent.Differentiable;\nimport lib.Records.*;\n"
                + "class Models {\n"
                + members
                + "}\n");
  }

  @Test
  void plainAccessorsAreRead() throws ReflectiveOperationException {
    Path jar = jar();
    Build build =
        user(
            """
              @Differentiable static double f(Plain p) { return p.a() * p.a() * p.b()[0]; }
              static double run() {
                var g = ModelsAdjoint.F.gradient(new Plain(3, 1L << 40, new float[] {5}));
                return g.p().a() + 100 * g.p().b()[0];
              }
            """);
    String path = Build.runtime() + File.pathSeparator + jar;
    assertTrue(build.onClassPath("--class-path", path), build.messages());
    assertEquals(930.0, build.call("user.Models", "run", jar));
  }

  @Test
  void accessorsThatComputeAreRefused() {
    Path jar = jar();
    Build build =
        user(
            """
              @Differentiable static double f(Twice t) { return t.a() * t.b(); }
              @Differentiable static double g(Swapped s) { return s.a() * s.b(); }
            """);
    assertFalse(build.onClassPath("--class-path", Build.runtime() + File.pathSeparator + jar));
    assertEquals(List.of("AD013 5:33", "AD013 6:33"), build.errors(), build.messages());
  }
}
