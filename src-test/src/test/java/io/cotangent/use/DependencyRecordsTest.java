package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** Constructors are read, too: as source and as bytecode they are not the same code. */
  private static final String CONSTRUCTORS =
      """
      package lib;
      public class Made {
        public record Plain(long n, double a, double[] b, String c, float d, int[][] e) {}
        public record Checked(double a, double[] b, String c) {
          public Checked(double a, double[] b, String c) {
            if (b == null || b.length != 2 || !(a > 0)) {
              throw new IllegalArgumentException("no " + a);
            }
            double sum = 0;
            for (int i = 0; i < 3; i++) {
              sum += i * a;
            }
            java.util.Objects.requireNonNull(c, "c" + sum);
            this.c = c;
            this.b = b;
            this.a = a;
          }
        }
        public record Negated(double a) { public Negated { a = -a; } }
        public record Counted(int n, double a) { public Counted { n++; } }
        public record Copied(double[] a) { public Copied { a = a.clone(); } }
        public record Filled(double[] a) { public Filled { a[0] = 1; } }
        public record Given(double[] a) { public Given { java.util.Arrays.fill(a, 1); } }
        public record Swapped(double a, double b) {
          public Swapped(double a, double b) { this.a = b; this.b = a; }
        }
        public record Chosen(double a, double b) {
          public Chosen(double a, double b) { this.a = a > b ? b : a; this.b = b; }
        }
        public record Two(double a, double b) { public Two(double a) { this(a, 2 * a); } }
        public record Switched(double a) {
          public Switched { switch ((int) a) { case 1, 2, 3 -> a = 7; default -> {} } }
        }
      }
      """;

  private Path constructors() {
    Build library = new Build(folder.resolve("a")).file("lib/Made.java", CONSTRUCTORS);
    assertTrue(library.onClassPath(), library.messages());
    return Archive.write(folder.resolve("a/classes"), folder.resolve("lib.jar"));
  }

  private Build maker(String members) {
    return new Build(folder.resolve("b"))
        .file(
            "user/Models.java",
            "package user;\nimport io.cotangent.Differentiable;\nimport lib.Made.*;\n"
                + "class Models {\n"
                + members
                + "}\n");
  }

  @Test
  void areMadeOfWhatTheirConstructorsKeep() throws ReflectiveOperationException {
    Path jar = constructors();
    Build build =
        maker(
            """
              @Differentiable static double f(double x) {
                double[] b = {x, x * x};
                Plain p = new Plain(3, x, b, "c", 2, new int[][] {{4}});
                b[0] *= x;
                return p.n() * p.a() * p.b()[0] * p.d() * p.e()[0][0] + p.c().length() * x;
              }
              @Differentiable static double g(double x) {
                Checked c = new Checked(x * x, new double[] {x, 2}, "c");
                return c.a() * c.b()[0] * c.b()[1];
              }
              static double run() {
                return ModelsAdjoint.F.gradient(2).x() + 1000 * ModelsAdjoint.G.gradient(3).x();
              }
              static double refused() {
                try {
                  return ModelsAdjoint.G.gradient(0).x();
                } catch (IllegalArgumentException e) {
                  return e.getMessage().equals("no 0.0") ? 1 : 2;
                }
              }
            """);
    String path = Build.runtime() + File.pathSeparator + jar;
    assertTrue(build.onClassPath("--class-path", path), build.messages());
    assertEquals(24 * 3 * 4.0 + 1 + 1000 * 6 * 9.0, build.call("user.Models", "run", jar));
    assertEquals(1.0, build.call("user.Models", "refused", jar));
  }

  @Test
  void areNotMadeByConstructorsThatMayChangeWhatTheyAreGiven() {
    Path jar = constructors();
    Build build =
        maker(
            """
              @Differentiable static double a(double x) { return new Negated(x).a(); }
              @Differentiable static double b(double x) { return new Counted(1, x).a(); }
              @Differentiable static double c(double x) { return new Copied(new double[] {x}).a()[0]; }
              @Differentiable static double d(double x) { return new Filled(new double[] {x}).a()[0]; }
              @Differentiable static double e(double x) { return new Given(new double[] {x}).a()[0]; }
              @Differentiable static double f(double x) { return new Swapped(x, x).a(); }
              @Differentiable static double g(double x) { return new Chosen(x, x).a(); }
              @Differentiable static double h(double x) { return new Two(x).a(); }
              @Differentiable static double i(double x) { return new Switched(x).a(); }
              @Differentiable static Negated j(Negated n) { return n; }
            """);
    assertFalse(build.onClassPath("--class-path", Build.runtime() + File.pathSeparator + jar));
    List<String> places = new ArrayList<>(List.of("AD013 14:34"));
    for (int line = 5; line < 14; line++) {
      places.add("AD015 " + line + ":54");
    }
    assertEquals(places, build.errors(), build.messages());
  }

  @Test
  void computingAccessorsOfNewOnesAreRefused() {
    Path jar = jar();
    Build build =
        user("  @Differentiable static double f(double x) { return new Twice(x, x).b(); }\n");
    assertFalse(build.onClassPath("--class-path", Build.runtime() + File.pathSeparator + jar));
    assertEquals(List.of("AD014 5:71"), build.errors(), build.messages());
  }
}
