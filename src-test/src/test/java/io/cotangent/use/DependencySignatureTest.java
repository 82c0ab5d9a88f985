package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods of a jar that take and give records and objects, compared with their source. */
final class DependencySignatureTest {
  private static final String VECTOR =
      """
      package PLACE;
      import io.cotangent.Differentiable;
      public record Vec3(double x, double y, double z) {
        @Differentiable(order = 2) public static double norm(Vec3 v) {
          return Math.sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
        }
        @Differentiable public double dot(Vec3 o) { return x * o.x + y * o.y + z * o.z; }
        @Differentiable public static Vec3 cross(Vec3 a, Vec3 b) {
          return new Vec3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
        }
        @Differentiable public static double total(Vec3[] all) { return all[0].x; }
      }
      """;

  private static final String BODY =
      """
      package PLACE;
      import io.cotangent.Differentiable;
      public record Body(String name, double mass, int n, Vec3 at, double[] w) {
        public Body {
          if (mass < 0 || w.length > 3) {
            throw new IllegalArgumentException(name + " of mass " + mass);
          }
        }
        @Differentiable(order = 2) public static double energy(Body b, double k) {
          return b.mass * k * b.at.x() * b.at.y() + b.w[0] * b.n * b.w[1];
        }
        @Differentiable(wrt = "k") public static double part(Body b, double k) {
          return b.mass * k * k;
        }
        @Differentiable public static Body moved(Body b, double k) {
          return new Body(b.name, b.mass * k, b.n, new Vec3(k, k * b.at.z(), b.mass), new double[] {k * k, b.w[1]});
        }
        @Differentiable public static Body same(Body b, double k) {
          return new Body(b.name, b.mass * k, b.n, b.at, b.w);
        }
      }
      """;

  private static final String PLAIN =
      """
      package PLACE;
      import io.cotangent.Differentiable;
      public record Plain(boolean isLong, double a, byte[] between, char c, float b) {
        @Differentiable public double times(Plain o) { return isLong ? a * o.b + c * o.a : b; }
        @Differentiable public static Plain next(Plain p) {
          return new Plain(!p.isLong, p.a * p.a, p.between.clone(), (char) (p.c + 1), p.b * 3);
        }
      }
      """;

  private static final String SPRING =
      """
      package PLACE;
      import io.cotangent.Differentiable;
      public class Spring {
        private double k;
        private final double[] at;
        public Spring(double k, double[] at) { this.k = k; this.at = at; }
        double k() { return k; }
        void setK(double to) { k = to; }
        double[] at() { return at; }
        @Differentiable public double energy(double x) { return 0.5 * k * x * x * at[0]; }
        @Differentiable public static double both(Spring s, Vec3 v) { return s.k * v.x() * v.y(); }
        @Differentiable public void relax(double x) { k += x * k; }
      }
      """;

  private static final String PROGRAMS =
      """
        @Differentiable(order = 2) static double norms(double x, double y) {
          return x * Vec3.norm(new Vec3(x, y, x * y)) * Vec3.norm(new Vec3(y, 2, x));
        }
        @Differentiable static double loop(double x, double y) {
          Vec3 v = new Vec3(x, y, x * y);
          double s = 0;
          for (int i = 0; i < 3; i++) {
            s += v.x() * v.y() + v.dot(new Vec3(s, 1, x));
            v = x > i ? Vec3.cross(v, new Vec3(1, x, y)) : new Vec3(v.z(), Vec3.norm(v), s);
          }
          return s + v.x();
        }
        @Differentiable(order = 2) static double bodies(double x, double y) {
          Body b = new Body("b", x, 2, new Vec3(x, y, 1), new double[] {y, x * y});
          return b.mass() * b.at().x() + Body.energy(b, x * y) * b.w()[1];
        }
        @Differentiable static double results(double x, double y) {
          Body b = new Body("b", x, 2, new Vec3(x, y, 1), new double[] {y, x * y});
          Body c = Body.moved(b, y);
          c.w()[1] *= x;
          return Body.energy(c, x) * c.n() + c.name().length() * c.w()[1] * c.at().y();
        }
        @Differentiable static double passive(double x, double y) {
          Body b = new Body("b", 2, 2, new Vec3(3, 4, 1), new double[] {1, 2});
          return Body.part(b, x * y);
        }
        @Differentiable static double plain(double x, double y) {
          Plain p = new Plain(true, x, new byte[] {1}, 'c', 2);
          Plain q = Plain.next(new Plain(false, y * x, p.between(), p.c(), 3));
          return p.times(q) * q.a() + q.times(p) + q.c() * x;
        }
        @Differentiable static double springs(double x, double y) {
          Spring s = new Spring(2, new double[] {3});
          s.relax(0.5);
          return s.energy(x * y) + Spring.both(s, new Vec3(x * y, y, x));
        }
        @Differentiable static double named(double x, double y) {
          var g = Vec3Adjoint.Norm.gradient(new Vec3(x, y, x * y));
          var t = Vec3Adjoint.Norm.jvp(new Vec3(x, y, 1), new Vec3(y, y, x));
          return g.v().x() * g.v().y() + g.value() + t.value() * t.tangent();
        }
        @Differentiable static double given(Vec3 v, double y) { return v.dot(v) * y * Vec3.norm(v); }
        @Differentiable static Vec3 vector(Vec3 v, double y) {
          return Vec3.cross(v, new Vec3(v.y() * y, Vec3.norm(v), y));
        }
        static double[] all() {
          double x = 1.25;
          double y = 0.75;
          var given = ModelsAdjoint.Given.gradient(new Vec3(x, y, 2), y);
          double[][] rows = {
            both(ModelsAdjoint.Norms.gradient(x, y).x(), ModelsAdjoint.Norms.gradient(x, y).y()),
            both(ModelsAdjoint.Loop.gradient(x, y).x(), ModelsAdjoint.Loop.gradient(x, y).y()),
            both(ModelsAdjoint.Loop.jvp(x, y, 1, 0).tangent(), ModelsAdjoint.Loop.jvp(x, y, 0, 1).tangent()),
            both(ModelsAdjoint.Bodies.gradient(x, y).x(), ModelsAdjoint.Bodies.gradient(x, y).y()),
            both(ModelsAdjoint.Bodies.jvp(x, y, 1, 0).tangent(), ModelsAdjoint.Bodies.jvp(x, y, 0, 1).tangent()),
            both(ModelsAdjoint.Results.gradient(x, y).x(), ModelsAdjoint.Results.gradient(x, y).y()),
            both(ModelsAdjoint.Results.jvp(x, y, 1, 0).tangent(), ModelsAdjoint.Results.jvp(x, y, 0, 1).tangent()),
            both(ModelsAdjoint.Passive.gradient(x, y).x(), ModelsAdjoint.Passive.gradient(x, y).y()),
            both(ModelsAdjoint.Plain.gradient(x, y).x(), ModelsAdjoint.Plain.gradient(x, y).y()),
            both(ModelsAdjoint.Plain.jvp(x, y, 1, 0).tangent(), ModelsAdjoint.Plain.jvp(x, y, 0, 1).tangent()),
            both(ModelsAdjoint.Springs.gradient(x, y).x(), ModelsAdjoint.Springs.gradient(x, y).y()),
            both(ModelsAdjoint.Springs.jvp(x, y, 1, 0).tangent(), ModelsAdjoint.Springs.jvp(x, y, 0, 1).tangent()),
            both(ModelsAdjoint.Named.gradient(x, y).x(), ModelsAdjoint.Named.gradient(x, y).y()),
            both(ModelsAdjoint.Named.jvp(x, y, 1, 0).tangent(), ModelsAdjoint.Named.jvp(x, y, 0, 1).tangent()),
            both(given.v().x() * given.v().y() + given.v().z(), given.y()), applied(x, y),
            all(ModelsAdjoint.Norms.hessian(x, y)), all(ModelsAdjoint.Bodies.hessian(x, y)),
            all(ModelsAdjoint.Vector.jacobian(new Vec3(x, y, 2), y))
          };
          return java.util.Arrays.stream(rows).flatMapToDouble(java.util.Arrays::stream).toArray();
        }
        private static double[] both(double a, double b) { return new double[] {a, b}; }
        private static double[] all(double[][] h) {
          return java.util.Arrays.stream(h).flatMapToDouble(java.util.Arrays::stream).toArray();
        }
        private static double[] applied(double x, double y) {
          try (var pullback = ModelsAdjoint.Results.pullback(x, y)) {
            pullback.apply(3);
            var g = pullback.apply(1);
            return both(g.x(), g.y());
          }
        }
        static double[] values() {
          double x = 1.25;
          double y = 0.75;
          return new double[] {
            ModelsAdjoint.Loop.gradient(x, y).value() - loop(x, y),
            ModelsAdjoint.Bodies.gradient(x, y).value() - bodies(x, y),
            ModelsAdjoint.Results.gradient(x, y).value() - results(x, y),
            ModelsAdjoint.Plain.jvp(x, y, 0, 0).value() - plain(x, y),
            ModelsAdjoint.Springs.gradient(x, y).value() - springs(x, y)
          };
        }
        static String refused() {
          try {
            return "" + ModelsAdjoint.Bodies.gradient(-1, 2);
          } catch (IllegalArgumentException e) {
            return e.getMessage();
          }
        }
      """;

  @TempDir Path folder;

  private static Build library(Build build, String place) {
    return build
        .file(place + "/Vec3.java", VECTOR.replace("PLACE", place))
        .file(place + "/Body.java", BODY.replace("PLACE", place))
        .file(place + "/Plain.java", PLAIN.replace("PLACE", place))
        .file(place + "/Spring.java", SPRING.replace("PLACE", place));
  }

  private Path jar(boolean isModule) {
    Build library = library(new Build(folder.resolve("a")), "lib");
    if (isModule) {
      library.file(
          "module-info.java", "module lib { requires io.cotangent.runtime; exports lib; }");
    }
    boolean isGood = isModule ? library.onModulePath() : library.onClassPath("-implicit:none");
    assertTrue(isGood, library.messages());
    return Archive.write(folder.resolve("a/classes"), folder.resolve("lib.jar"));
  }

  private Build user(String name, String members) {
    String imports = name.equals("own") ? "" : "import lib.*;\n";
    return new Build(folder.resolve(name))
        .file(
            "user/Models.java",
            "package user;\nimport io.cotangent.Differentiable;\n"
                + imports
                + "public class Models {\n"
                + members
                + "}\n");
  }

  @Test
  void agreesWithWhatComesOfTheSource() throws ReflectiveOperationException {
    Path jar = jar(false);
    Build build = user("b", PROGRAMS);
    assertTrue(build.onClassPath("--class-path", path(jar)), build.messages());
    Build own = library(user("own", PROGRAMS), "user");
    assertTrue(own.onClassPath(), own.messages());
    agree(own, build, jar);
  }

  @Test
  void onTheModulePath() throws ReflectiveOperationException {
    Path jar = jar(true);
    Build build =
        user("b", PROGRAMS)
            .file(
                "module-info.java",
                "module user { requires lib; requires io.cotangent.runtime; exports user; }");
    assertTrue(build.onModulePath("--module-path", path(jar)), build.messages());
    Build own = library(user("own", PROGRAMS), "user");
    assertTrue(own.onClassPath(), own.messages());
    agree(own, build, jar);
  }

  private static String path(Path jar) {
    return Build.runtime() + File.pathSeparator + jar;
  }

  private static void agree(Build own, Build build, Path jar) throws ReflectiveOperationException {
    double[] expected = (double[]) own.call("user.Models", "all");
    double[] found = (double[]) build.call("user.Models", "all", jar);
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = 1e-11 * Math.max(1, Math.abs(expected[i]));
      assertEquals(expected[i], found[i], tolerance, "number " + i);
    }
    for (double difference : (double[]) build.call("user.Models", "values", jar)) {
      assertEquals(0, difference, 1e-12);
    }
    assertEquals("b of mass -1.0", build.call("user.Models", "refused", jar));
  }

  @Test
  void recordsWhoseTangentsAreOthers() throws ReflectiveOperationException {
    Path jar = jar(false);
    Build build =
        user(
            "b",
            """
              @Differentiable static double body(double x, double y) {
                Body b = new Body("b", x, 2, new Vec3(x, y, 1), new double[] {y, x * y});
                var g = BodyAdjoint.Energy.gradient(b, x * y);
                var t = BodyAdjoint.Energy.jvp(
                    b, y, new BodyTangent(x, new Vec3(x, y, y), new double[] {x, y}), x);
                return g.b().mass() * g.b().at().x() + g.b().w()[0] * g.k() + t.value() * t.tangent();
              }
              static double[] run() {
                double x = 1.25;
                double y = 0.75;
                double h = 1e-5;
                var g = ModelsAdjoint.Body.gradient(x, y);
                var t = ModelsAdjoint.Body.jvp(x, y, 1, 2);
                double dx = (body(x + h, y) - body(x - h, y)) / (2 * h);
                double dy = (body(x, y + h) - body(x, y - h)) / (2 * h);
                return new double[] {
                  g.x() - dx, g.y() - dy, t.tangent() - dx - 2 * dy, t.value() - body(x, y)
                };
              }
            """);
    assertTrue(build.onClassPath("--class-path", path(jar)), build.messages());
    for (double difference : (double[]) build.call("user.Models", "run", jar)) {
      assertEquals(0, difference, 1e-6);
    }
  }

  @Test
  void whatCannotBeHandedOn() {
    Path jar = jar(false);
    Build build =
        user(
            "b",
            """
              @Differentiable static double made(double x) {
                return new Spring(x, new double[] {1}).energy(x);
              }
              @Differentiable static double left(double x) {
                return Body.part(new Body("b", x, 2, new Vec3(x, x, 1), new double[] {1}), x);
              }
              @Differentiable static double same(double x) {
                return Body.same(new Body("b", x, 2, new Vec3(x, x, 1), new double[] {1}), x).mass();
              }
              @Differentiable static double written(double x) {
                Spring s = new Spring(1, new double[] {1});
                s.relax(x);
                return s.energy(x);
              }
              @Differentiable static double array(double x) {
                return Vec3.total(new Vec3[] {new Vec3(x, x, x)});
              }
            """);
    assertFalse(build.onClassPath("--class-path", path(jar)));
    assertEquals(
        List.of("AD014 6:12", "AD070 9:21", "AD072 12:21", "AD014 16:12", "AD062 20:23"),
        build.errors(),
        build.messages());
    assertTrue(build.messages().contains("'b.mass'"), build.messages());
  }
}
