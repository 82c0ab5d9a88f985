package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One module differentiates through annotated methods of another one's jar. */
final class DependencyTest {
  private static final String LIBRARY =
      """
      package lib;
      import io.cotangent.Differentiable;
      public final class Physics {
        private final int power = 2;
        @Differentiable public static double energy(double v, int n, float m) {
          return m * v * v * n;
        }
        @Differentiable public static double norm(double[] x, double[][] w) {
          double s = 0;
          for (int i = 0; i < x.length; i++) {
            s += x[i] * x[i] * w[i][0];
          }
          return s;
        }
        @Differentiable public static double[] scale(double[] x, double k) {
          double[] y = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            y[i] = k * x[i] * x[i];
          }
          return y;
        }
        @Differentiable public static void step(double[] x, double dt) {
          System.setProperty("lib.steps", System.getProperty("lib.steps", "") + "s");
          for (int i = 0; i < x.length; i++) {
            x[i] += dt * Math.sin(x[i]);
          }
        }
        @Differentiable(wrt = "x") public static double part(double x, double y) {
          return x * y;
        }
        @Differentiable public static double[] same(double[] x) { return x; }
        @Differentiable public double method(double x) { return Math.pow(x, power); }
      }
      """;

  private static final String PROGRAMS =
      """
        @Differentiable static double numbers(double x) {
          return x * Physics.energy(Math.sin(x), 3, (float) (2 * x));
        }
        @Differentiable static double arrays(double x) {
          double[][] w = {{x, 3}, {x * x}};
          double[] y = Physics.scale(new double[] {x, 2 * x}, w[0][0]);
          y[0] *= y[1];
          return Physics.norm(y, w) + y[1];
        }
        @Differentiable static double steps(double x0) {
          double[] x = {x0, 2 * x0};
          double sum = 0;
          for (int i = 0; i < 3; i++) {
            sum += x[0] * x[1];
            Physics.step(x, 0.1 * x0);
            x[0] *= 1.1;
          }
          return sum + x[1];
        }
        @Differentiable static double branches(double x) {
          double s = 0;
          for (int i = 0; i < 3; i++) {
            s += x > i ? Physics.part(x + i, 2.5) * x : Physics.energy(x, i, 1f);
          }
          return s;
        }
        @Differentiable static double methods(Physics physics, double x) {
          return physics.method(3 * x) * x;
        }
        static double twoSided(java.util.function.DoubleUnaryOperator f) {
          return (f.applyAsDouble(1.25 + 1e-5) - f.applyAsDouble(1.25 - 1e-5)) / 2e-5;
        }
        static double[] expected() {
          return new double[] {
            twoSided(Models::numbers), twoSided(Models::arrays), twoSided(Models::steps),
            twoSided(Models::branches), twoSided(x -> methods(new Physics(), x))
          };
        }
        static double[] gradients() {
          double x = 1.25;
          return new double[] {
            ModelsAdjoint.Numbers.gradient(x).x(), ModelsAdjoint.Arrays.gradient(x).x(),
            ModelsAdjoint.Steps.gradient(x).x0(), ModelsAdjoint.Branches.gradient(x).x(),
            ModelsAdjoint.Methods.gradient(new Physics(), x).x()
          };
        }
        static double[] applied() {
          double x = 1.25;
          try (var numbers = ModelsAdjoint.Numbers.pullback(x);
              var arrays = ModelsAdjoint.Arrays.pullback(x);
              var steps = ModelsAdjoint.Steps.pullback(x);
              var branches = ModelsAdjoint.Branches.pullback(x);
              var methods = ModelsAdjoint.Methods.pullback(new Physics(), x)) {
            numbers.apply(1);
            arrays.apply(1);
            steps.apply(1);
            return new double[] {
              numbers.apply(1).x(), arrays.apply(1).x(), steps.apply(1).x0(),
              branches.apply(1).x(), methods.apply(1).x()
            };
          }
        }
        static double[] tangents() {
          double x = 1.25;
          return new double[] {
            ModelsAdjoint.Numbers.jvp(x, 1).tangent(), ModelsAdjoint.Arrays.jvp(x, 1).tangent(),
            ModelsAdjoint.Steps.jvp(x, 1).tangent(), ModelsAdjoint.Branches.jvp(x, 1).tangent(),
            ModelsAdjoint.Methods.jvp(new Physics(), x, 1).tangent()
          };
        }
        static String sideEffects() {
          System.clearProperty("lib.steps");
          ModelsAdjoint.Steps.gradient(1.25);
          return System.clearProperty("lib.steps");
        }
      """;

  @TempDir Path folder;

  /** The library as a jar, compiled on the class path or as a module. */
  private Path library(boolean isModule) throws IOException {
    Build library = new Build(folder.resolve("a")).file("lib/Physics.java", LIBRARY);
    if (isModule) {
      library.file(
          "module-info.java", "module lib { requires io.cotangent.runtime; exports lib; }");
    }
    boolean isGood = isModule ? library.onModulePath() : library.onClassPath("-implicit:none");
    assertTrue(isGood, library.messages());
    return Archive.write(folder.resolve("a/classes"), folder.resolve("lib.jar"));
  }

  private Build user(String members) {
    return new Build(folder.resolve("b"))
        .file(
            "user/Models.java",
            "package user;\nimport io.cotangent.Differentiable;\nimport lib.Physics;\n"
                + "public final class Models {\n"
                + members
                + "}\n");
  }

  private static String with(Path jar) {
    return Build.runtime() + File.pathSeparator + jar;
  }

  @Test
  void onTheClassPath() throws IOException, ReflectiveOperationException {
    Path jar = library(false);
    Build build = user(PROGRAMS);
    assertTrue(build.onClassPath("--class-path", with(jar)), build.messages());
    agree(build, jar);
  }

  @Test
  void onTheModulePath() throws IOException, ReflectiveOperationException {
    Path jar = library(true);
    Build build =
        user(PROGRAMS)
            .file(
                "module-info.java",
                "module user { requires lib; requires io.cotangent.runtime; exports user; }");
    assertTrue(build.onModulePath("--module-path", with(jar)), build.messages());
    agree(build, jar);
  }

  private static void agree(Build build, Path jar) throws ReflectiveOperationException {
    double[] expected = (double[]) build.call("user.Models", "expected", jar);
    for (String way : List.of("gradients", "applied", "tangents")) {
      double[] found = (double[]) build.call("user.Models", way, jar);
      for (int i = 0; i < expected.length; i++) {
        // The first program rounds to float.
        double tolerance = (i == 0 ? 2e-1 : 1e-6) * Math.max(1, Math.abs(expected[i]));
        assertEquals(expected[i], found[i], tolerance, way + " " + i);
      }
    }
    double x = 1.25;
    double sin = Math.sin(x);
    double exact = 12 * x * sin * sin + 12 * x * x * sin * Math.cos(x);
    assertArrayEquals(
        new double[] {exact},
        new double[] {((double[]) build.call("user.Models", "gradients", jar))[0]},
        1e-5);
    assertEquals("sss", build.call("user.Models", "sideEffects", jar), "side effects happen once");
  }

  @Test
  void whatWasLeftOutIsRefused() throws IOException {
    Path jar = library(false);
    Build build =
        user(
            """
              @Differentiable static double lost(double x) { return Physics.part(1, x); }
              @Differentiable(order = 2) static double second(double x) {
                return Physics.energy(x, 1, 1f);
              }
            """);
    assertFalse(build.onClassPath("--class-path", with(jar)));
    assertEquals(List.of("AD070 5:69", "AD071 7:26"), build.errors(), build.messages());
    assertTrue(build.messages().contains("with respect to 'y'"), build.messages());
  }

  @Test
  void anArrayThatComesBackIsRefused() throws IOException {
    Path jar = library(false);
    Build build =
        user(
            """
              @Differentiable static double same(double[] x) { return Physics.same(x)[0] * x[0]; }
            """);
    assertFalse(build.onClassPath("--class-path", with(jar)));
    assertEquals(List.of("AD072 5:71"), build.errors(), build.messages());
  }

  /** Where a subclass could do something else, that is found out when it runs. */
  @Test
  void methodsThatCouldBeOverridden() throws IOException, ReflectiveOperationException {
    Build library =
        new Build(folder.resolve("a"))
            .file(
                "lib/Base.java",
                """
                package lib;
                import io.cotangent.Differentiable;
                public class Base {
                  final double scale;
                  public Base(double scale) { this.scale = scale; }
                  @Differentiable(order = 2, wrt = "x") public double f(double x) {
                    return scale * x * x * x;
                  }
                  @Differentiable(wrt = "x") public double[] both(double x) {
                    return new double[] {x, scale * x};
                  }
                }
                """);
    assertTrue(library.onClassPath("-implicit:none"), library.messages());
    Path jar = Archive.write(folder.resolve("a/classes"), folder.resolve("lib.jar"));
    Build build =
        new Build(folder.resolve("b"))
            .file(
                "user/Models.java",
                """
                package user;
                import io.cotangent.Differentiable;
                import lib.Base;
                public final class Models {
                  static final class Sub extends Base {
                    Sub() { super(3); }
                    @Override public double f(double x) { return 0; }
                    @Override public double[] both(double x) { return new double[2]; }
                  }
                  @Differentiable(order = 2) static double f(Base base, double x) {
                    return base.f(2 * x);
                  }
                  @Differentiable static double both(Base base, double x) {
                    double[] y = base.both(x);
                    return y[0] * y[1];
                  }
                  static double[] run() {
                    Base base = new Base(3);
                    return new double[] {
                      ModelsAdjoint.F.gradient(base, 1).x(), ModelsAdjoint.F.jvp(base, 1, 1).tangent(),
                      ModelsAdjoint.F.hessian(base, 1)[0][0], ModelsAdjoint.Both.gradient(base, 1).x()
                    };
                  }
                  static int refused() {
                    Base sub = new Sub();
                    Runnable[] all = {
                      () -> ModelsAdjoint.F.gradient(sub, 1), () -> ModelsAdjoint.F.pullback(sub, 1),
                      () -> ModelsAdjoint.F.jvp(sub, 1, 1), () -> ModelsAdjoint.F.hvp(sub, 1, 1),
                      () -> ModelsAdjoint.Both.gradient(sub, 1), () -> ModelsAdjoint.Both.jvp(sub, 1, 1)
                    };
                    int refused = 0;
                    for (Runnable one : all) {
                      try {
                        one.run();
                      } catch (IllegalArgumentException e) {
                        refused += e.getMessage().contains("user.Models$Sub") ? 1 : 0;
                      }
                    }
                    return refused;
                  }
                }
                """);
    assertTrue(build.onClassPath("--class-path", with(jar)), build.messages());
    double[] expected = {72, 72, 144, 6};
    assertArrayEquals(expected, (double[]) build.call("user.Models", "run", jar), 1e-12);
    assertEquals(6, build.call("user.Models", "refused", jar));
  }
}
