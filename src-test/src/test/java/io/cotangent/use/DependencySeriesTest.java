package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives of a jar's methods within one another, as far as its classes have them. */
final class DependencySeriesTest {
  private static final String LIBRARY =
      """
      package PLACE;
      import io.cotangent.Differentiable;
      public final class Physics {
        @Differentiable(order = 5) public static double root(double x, int n) {
          return Math.sqrt(x) * n;
        }
        @Differentiable(order = 2) public static double energy(double v, int n, double m) {
          return m * v * v * Math.sin(v) * n;
        }
        @Differentiable(order = 2) public static double force(double v, int n, double m) {
          return PhysicsAdjoint.Energy.gradient(v, n, m).v();
        }
        @Differentiable public static double[] many(double x) { return new double[] {x, x * x}; }
        @Differentiable public static double[] twice(double[] x) { x[0] *= 2; return new double[] {x[0]}; }
      }
      """;

  private static final String PROGRAMS =
      """
        @Differentiable(order = 4) static double chain(double x) {
          double s = 0;
          for (int i = 1; i < 3; i++) {
            s += x * Physics.root(x * x + Math.sin(x) * s + i, i);
          }
          return s;
        }
        @Differentiable static double two(double x) { return ModelsAdjoint.Chain.gradient(x).x() * x; }
        @Differentiable static double three(double x) { return ModelsAdjoint.Two.gradient(x).x() * x; }
        @Differentiable static double called(double x, double y) {
          var g = PhysicsAdjoint.Root.gradient(x * y, 2);
          return g.x() * x + g.value();
        }
        @Differentiable static double calledTwo(double x, double y) {
          return ModelsAdjoint.Called.gradient(x, y).x() * y;
        }
        @Differentiable(order = 2) static double calledThree(double x, double y) {
          return ModelsAdjoint.CalledTwo.gradient(x, y).y() * y;
        }
        @Differentiable static double curved(double x, double y) {
          var h = PhysicsAdjoint.Root.hvp(x * y, 2, y);
          return h.x() * x + h.tangent() * h.value();
        }
        @Differentiable static double pulled(double x, double y) {
          double[] b = {y};
          double v = PhysicsAdjoint.Root.vjp(x * y, 2, y, b);
          return b[0] * x + v;
        }
        @Differentiable(order = 2) static double energies(double x, double y) {
          return Physics.energy(x * x, 2, y) * x;
        }
        @Differentiable static double direction(double x, double y) {
          return ModelsAdjoint.Called.jvp(x, y, y, 1).tangent() * ModelsAdjoint.Energies.jvp(x, y, y, 1).tangent();
        }
        @Differentiable(order = 2) static double forces(double x, double y) {
          return Physics.force(x * x, 2, y) * x;
        }
        @Differentiable static double curvature(double x, double y) {
          var g = PhysicsAdjoint.Force.gradient(x, 2, y * x);
          return g.v() * g.m() * x;
        }
        @Differentiable static double constant(double x, double y) {
          return PhysicsAdjoint.Energy.hessian(2, 2, 3)[0][1] * x
              + y * PhysicsAdjoint.Many.jacobian(3)[1][0] * PhysicsAdjoint.Root.hessian(3, 1)[0][0]
              + y * y * PhysicsAdjoint.Root.derivatives(3, 1)[5];
        }
      """;

  private static final String RUN =
      """
        static double[] all() {
          double x = 1.25;
          double y = 0.75;
          double[][] rows = {
            ModelsAdjoint.Chain.derivatives(x),
            {ModelsAdjoint.Three.gradient(x).x(), ModelsAdjoint.Three.jvp(x, 1).tangent()},
            {ModelsAdjoint.CalledTwo.gradient(x, y).x(), ModelsAdjoint.CalledTwo.gradient(x, y).y()},
            ModelsAdjoint.CalledThree.hessian(x, y)[0], ModelsAdjoint.CalledThree.hessian(x, y)[1],
            {ModelsAdjoint.Curved.gradient(x, y).x(), ModelsAdjoint.Curved.gradient(x, y).y()},
            {ModelsAdjoint.Curved.jvp(x, y, 1, 0).tangent(), ModelsAdjoint.Curved.jvp(x, y, 0, 1).tangent()},
            {ModelsAdjoint.Pulled.gradient(x, y).x(), ModelsAdjoint.Pulled.gradient(x, y).y()},
            {ModelsAdjoint.Direction.gradient(x, y).x(), ModelsAdjoint.Direction.gradient(x, y).y()},
            ModelsAdjoint.Forces.hessian(x, y)[0], ModelsAdjoint.Forces.hessian(x, y)[1],
            {ModelsAdjoint.Curvature.gradient(x, y).x(), ModelsAdjoint.Curvature.gradient(x, y).y()},
            {ModelsAdjoint.Constant.gradient(x, y).x(), ModelsAdjoint.Constant.gradient(x, y).y()},
            applied(x, y)
          };
          return java.util.Arrays.stream(rows).flatMapToDouble(java.util.Arrays::stream).toArray();
        }
        private static double[] applied(double x, double y) {
          try (var pullback = ModelsAdjoint.Curved.pullback(x, y)) {
            pullback.apply(3);
            var g = pullback.apply(1);
            return new double[] {g.value(), g.x(), g.y()};
          }
        }
      """;

  @TempDir Path folder;

  private Path jar() {
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

  @Test
  void agreesWithWhatComesOfTheSource() throws ReflectiveOperationException {
    Path jar = jar();
    Build build = user("b", "import lib.*;\n", PROGRAMS + RUN);
    String path = Build.runtime() + File.pathSeparator + jar;
    assertTrue(build.onClassPath("--class-path", path), build.messages());
    Build own =
        user("own", "\n", PROGRAMS + RUN)
            .file("user/Physics.java", LIBRARY.replace("PLACE", "user"));
    assertTrue(own.onClassPath(), own.messages());
    double[] expected = (double[]) own.call("user.Models", "all");
    double[] found = (double[]) build.call("user.Models", "all", jar);
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = 1e-11 * Math.max(1, Math.abs(expected[i]));
      assertEquals(expected[i], found[i], tolerance, "number " + i);
    }
  }

  @Test
  void whatIsNotThereIsRefused() {
    Path jar = jar();
    Build build =
        user(
            "b",
            "import lib.*;\n",
            """
              @Differentiable(order = 6) static double a(double x) { return Physics.root(x, 1); }
              @Differentiable static double b(double x) {
                return PhysicsAdjoint.Root.derivatives(x, 1)[1];
              }
              @Differentiable static double c(double x) {
                return PhysicsAdjoint.Energy.hessian(x, 1, x)[0][0];
              }
              @Differentiable(order = 2) static double d(double x) {
                return PhysicsAdjoint.Energy.gradient(x, 1, x).v();
              }
              @Differentiable static double e(double x) {
                return PhysicsAdjoint.Many.jacobian(x)[1][0];
              }
              @Differentiable static double f(double x) {
                return PhysicsAdjoint.Twice.jacobian(new double[] {2})[0][0] * x;
              }
            """);
    assertFalse(build.onClassPath("--class-path", Build.runtime() + File.pathSeparator + jar));
    assertEquals(
        List.of("AD071 5:77", "AD071 7:43", "AD071 10:41", "AD071 13:42", "AD071 16:40"),
        build.errors().stream().filter(e -> e.startsWith("AD071")).toList(),
        build.messages());
    assertTrue(build.errors().contains("AD023 19:41"), build.messages());
    assertTrue(build.messages().contains("Its class has derivatives to order 5"));
    assertTrue(build.messages().contains("here is a third. Write a method beside it"));
    assertTrue(build.messages().contains("return a number and write to none"));
  }
}
