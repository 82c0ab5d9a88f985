package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Second derivatives through a dependency's jar, and calls of what was generated for it. */
final class DependencyOrderTest {
  /** Compiled twice: as a dependency under {@code lib}, and with the programs under {@code own}. */
  private static final String LIBRARY =
      """
      package PLACE;
      import io.cotangent.Differentiable;
      public final class Physics {
        final int power;
        public Physics(int power) { this.power = power; }
        @Differentiable(order = 2) public static double energy(double v, int n, double m) {
          return m * v * v * n + Math.sin(v * m);
        }
        @Differentiable(order = 2) public static double norm(double[] x, double[][] w, float k) {
          double s = 0;
          for (int i = 0; i < x.length; i++) {
            s += x[i] * x[i] * x[i] * w[i][0] * w[i][0] * k;
          }
          return s;
        }
        @Differentiable(order = 2, wrt = "x") public static double part(double x, double y) {
          return x * x * y;
        }
        @Differentiable(order = 2) public static double root(double x) { return Math.sqrt(x); }
        @Differentiable(order = 2) public double method(double x) { return Math.pow(x, power); }
        @Differentiable public static double once(double x) { return x * x; }
        @Differentiable public static double[] many(double x) { return new double[] {x, x * x}; }
        @Differentiable(order = 2) public static double draw(double x, java.util.Random r) {
          return x * x * r.nextDouble();
        }
      }
      """;

  private static final String PROGRAMS =
      """
        @Differentiable(order = 2) static double numbers(double x, double y) {
          return x * Physics.energy(Math.sin(x * y), 3, y) * Physics.part(y, 2);
        }
        @Differentiable(order = 2) static double arrays(double x, double y) {
          double[] a = {x, y * x};
          double[][] w = {{y, 3}, {x * x}};
          double s = 0;
          for (int i = 0; i < 3; i++) {
            s += Physics.norm(a, w, 0.5f) * x;
            a[0] *= 1.1;
            w[1][0] += y;
          }
          return s + a[0];
        }
        @Differentiable(order = 2) static double branches(double x, double y) {
          double s = 0;
          for (int i = 0; i < 3; i++) {
            s += x > i ? Physics.energy(x + i, 2, y) * x : y * y * Physics.part(x * y, 3);
          }
          return s + new Physics(3).method(x) * y;
        }
        @Differentiable static double gradients(double x, double y) {
          var g = PhysicsAdjoint.Energy.gradient(x * x, 2, y);
          return g.value() * g.v() + g.m() * x + y;
        }
        @Differentiable static double sensitivity(double x, double y) {
          double[][] w = {{y, 3}, {x * x}};
          double[] a = {x, y * x};
          var g = PhysicsAdjoint.Norm.gradient(a, w, 0.5f);
          a[0] = 17;
          w[0][0] = 18;
          g.x()[0] *= x;
          return g.x()[0] * g.x()[1] + g.w()[1][0] * g.k() + g.value();
        }
        @Differentiable static double pushed(double x, double y) {
          var t = PhysicsAdjoint.Norm.jvp(
              new double[] {x, y}, new double[][] {{y}, {2}}, (float) 2,
              new double[] {y, x * x}, new double[][] {{x}, {1}}, 0f);
          return t.value() * t.tangent();
        }
        @Differentiable static double pulled(double x, double y) {
          double[] xBar = {y, 0};
          double[][] wBar = {{0}, {x}};
          float[] kBar = {1};
          double value = PhysicsAdjoint.Norm.vjp(
              new double[] {x, y}, new double[][] {{y}, {2}}, 2f, x * y, xBar, wBar, kBar);
          return value * xBar[0] + xBar[1] * wBar[1][0] * wBar[0][0] + kBar[0];
        }
        @Differentiable static double passive(double x, double y) {
          var h = PhysicsAdjoint.Energy.hvp(2, 1, 3, 1, 0);
          return x * h.v() + y * h.tangent();
        }
        @Differentiable(order = 2) static double atZero(double x, double y) {
          return y * y * Physics.root(x) + x;
        }
        static double[] all() {
          double x = 1.25;
          double y = 0.75;
          double[][] rows = {
            all(ModelsAdjoint.Numbers.hessian(x, y)), all(ModelsAdjoint.Arrays.hessian(x, y)),
            all(ModelsAdjoint.Branches.hessian(x, y)),
            both(ModelsAdjoint.Gradients.gradient(x, y).x(), ModelsAdjoint.Gradients.gradient(x, y).y()),
            both(ModelsAdjoint.Sensitivity.gradient(x, y).x(), ModelsAdjoint.Sensitivity.gradient(x, y).y()),
            both(ModelsAdjoint.Sensitivity.jvp(x, y, 1, 0).tangent(), ModelsAdjoint.Sensitivity.jvp(x, y, 0, 1).tangent()),
            both(ModelsAdjoint.Pushed.gradient(x, y).x(), ModelsAdjoint.Pushed.gradient(x, y).y()),
            both(ModelsAdjoint.Pulled.gradient(x, y).x(), ModelsAdjoint.Pulled.gradient(x, y).y()),
            both(ModelsAdjoint.Passive.gradient(x, y).x(), ModelsAdjoint.Passive.gradient(x, y).y()),
            applied(x, y), all(ModelsAdjoint.AtZero.hessian(4, y)),
            both(ModelsAdjoint.AtZero.gradient(0, 0).x(), ModelsAdjoint.AtZero.gradient(0, 0).y())
          };
          return java.util.Arrays.stream(rows).flatMapToDouble(java.util.Arrays::stream).toArray();
        }
        private static double[] both(double a, double b) { return new double[] {a, b}; }
        private static double[] all(double[][] h) {
          return new double[] {h[0][0], h[0][1], h[1][0], h[1][1]};
        }
        private static double[] applied(double x, double y) {
          try (var pullback = ModelsAdjoint.Sensitivity.pullback(x, y)) {
            pullback.apply(3);
            var g = pullback.apply(1);
            return both(g.x(), g.y());
          }
        }
        static double[] values() {
          double x = 1.25;
          double y = 0.75;
          return new double[] {
            ModelsAdjoint.Numbers.gradient(x, y).value(), ModelsAdjoint.Arrays.gradient(x, y).value(),
            ModelsAdjoint.Pushed.gradient(x, y).value(), ModelsAdjoint.Pulled.gradient(x, y).value(),
            numbers(x, y), arrays(x, y), pushed(x, y), pulled(x, y)
          };
        }
      """;

  @TempDir Path folder;

  private Path library() {
    Build library =
        new Build(folder.resolve("a")).file("lib/Physics.java", LIBRARY.replace("PLACE", "lib"));
    assertTrue(library.onClassPath("-implicit:none"), library.messages());
    return Archive.write(folder.resolve("a/classes"), folder.resolve("lib.jar"));
  }

  private Build user(String name, String imports, String members) {
    return new Build(folder.resolve(name))
        .file(
            "user/Models.java",
            "package user;\nimport io.cotangent.Differentiable;\n"
                + imports
                + "public final class Models {\n"
                + members
                + "}\n");
  }

  /** Compiled with the source of the library, which needs none of this. */
  private Build own() {
    return user("own", "\n", PROGRAMS).file("user/Physics.java", LIBRARY.replace("PLACE", "user"));
  }

  @Test
  void agreesWithWhatComesOfTheSource() throws ReflectiveOperationException {
    Path jar = library();
    Build build = user("b", "import lib.*;\n", PROGRAMS);
    String path = Build.runtime() + File.pathSeparator + jar;
    assertTrue(build.onClassPath("--class-path", path), build.messages());
    Build own = own();
    assertTrue(own.onClassPath(), own.messages());
    double[] expected = (double[]) own.call("user.Models", "all");
    double[] found = (double[]) build.call("user.Models", "all", jar);
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = 1e-11 * Math.max(1, Math.abs(expected[i]));
      assertEquals(expected[i], found[i], tolerance, "number " + i);
    }
    double[] values = (double[]) build.call("user.Models", "values", jar);
    for (int i = 0; i < values.length / 2; i++) {
      assertEquals(values[values.length / 2 + i], values[i], 1e-12 * Math.abs(values[i]));
    }
    assertArrayEquals(values, (double[]) own.call("user.Models", "values"), 1e-9);
  }

  @Test
  void whatIsNotThereIsRefused() {
    Path jar = library();
    Build build =
        user(
            "b",
            "import lib.*;\n",
            """
              @Differentiable(order = 2) static double once(double x) { return Physics.once(x); }
              @Differentiable(order = 2) static double many(double x) { return Physics.many(x)[1]; }
              @Differentiable(order = 3) static double third(double x) { return Physics.root(x); }
              @Differentiable static double named(double x) {
                return PhysicsAdjoint.Once.gradient(x).x();
              }
              @Differentiable static double curved(double x) {
                return PhysicsAdjoint.Root.hvp(x, 1).x();
              }
              @Differentiable static double recorded(double x) {
                return PhysicsAdjoint.Root.pullback(x).value();
              }
              @Differentiable static double left(double x) {
                return PhysicsAdjoint.Part.gradient(2, x).x();
              }
              @Differentiable(order = 2) static double drawn(double x) {
                return Physics.draw(x, new java.util.Random(1));
              }
            """);
    String path = Build.runtime() + File.pathSeparator + jar;
    assertFalse(build.onClassPath("--class-path", path));
    assertEquals(
        List.of(
            "AD071 5:80",
            "AD071 6:80",
            "AD071 7:81",
            "AD071 9:40",
            "AD071 12:35",
            "AD023 15:40",
            "AD070 18:40",
            "AD071 21:24"),
        build.errors(),
        build.messages());
    assertTrue(build.messages().contains("with respect to 'y'"), build.messages());
    assertTrue(build.messages().contains("compile it with @Differentiable(order = 2)"));
    assertTrue(build.messages().contains("return a number and write to none"));
    assertTrue(build.messages().contains("has derivatives to order 2"));
    assertTrue(build.messages().contains("an object it takes might have changed"));
  }
}
