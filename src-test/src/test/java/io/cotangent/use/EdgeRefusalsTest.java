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

  @Test
  void fieldsThatCannotBeRead() {
    Build build =
        refused(
            """
              static class A {
                private double hidden = 2;
                private double unused;
                @Differentiable double a(double x) { return x * hidden; }
                @Differentiable double b(double x) { return x; }
              }
            """);
    assertEquals(List.of("AD011 7:28"), build.errors());
    assertTrue(build.messages().contains("self.hidden"), build.messages());
  }

  @Test
  void objectsAroundOthers() {
    Build build =
        new Build(folder)
            .file(
                "user/Models.java",
                """
                package user;
                import io.cotangent.Differentiable;
                class Models {
                  double[] rates;
                  double scale;
                  class Inner {
                    double x;
                    @Differentiable double a(double d) { return d * x * rates[0] * scale; }
                    @Differentiable double b(double d) { return d * x; }
                  }
                }
                """);
    assertFalse(build.onClassPath());
    assertEquals(List.of("AD011 8:28"), build.errors());
    assertTrue(build.messages().contains("'a' needs 'self.Models.this', which"), build.messages());
  }

  @Test
  void fieldsThatCannotBeWritten() {
    Build build =
        refused(
            """
              static class A {
                private double x;
                double getX() { return x; }
                void setX(double x) { this.x = Math.abs(x); }
                @Differentiable double a(double d) { x += d; return x; }
                @Differentiable double b(double d) { return x * d; }
              }
            """);
    assertEquals(List.of("AD010 8:28"), build.errors());
    assertTrue(build.messages().contains("self.x"), build.messages());
  }

  @Test
  void fieldsWhoseObjectIsReplaced() {
    Build build =
        refused(
            """
              static final class V { double x; V(double x) { this.x = x; } }
              static final class A {
                V v;
                @Differentiable double a(double d) { v = new V(d); return v.x; }
                @Differentiable double b(double d) { v.x = d * d; return v.x; }
              }
            """);
    assertEquals(List.of("AD010 7:28"), build.errors());
  }

  @Test
  void recordsInFieldsWhoseConstructorChangesThem() {
    Build build =
        refused(
            """
              record Next(double n) { Next { n = n + 1; } }
              record Outer(Next next, double y) {}
              static final class A {
                Next a;
                Outer b;
                @Differentiable double a(double d) { a = new Next(d); return a.n(); }
                @Differentiable double b(double d) { b = new Outer(b.next, d); return b.next.n(); }
                @Differentiable double c(double d) { return a.n() * b.next.n() * d; }
              }
            """);
    assertEquals(
        List.of("AD010 10:28", "AD010 10:28", "AD010 9:28"),
        build.errors().stream().sorted().toList());
    assertTrue(build.messages().contains("self.a.n"), build.messages());
  }

  @Test
  void namesOfTangentsThatAreTaken() {
    Build build =
        new Build(folder)
            .file("user/BodyTangent.java", "package user; record BodyTangent(double x) {}")
            .file("user/Car_Engine.java", "package user; class Car_Engine {}")
            .file("user/Body.java", "package user; final class Body { double x; }")
            .file(
                "user/Car.java",
                """
                package user;
                import io.cotangent.Differentiable;
                class Car {
                  static final class Engine { double x; }
                  record Range(double a) { Range { if (a < 0) throw new RuntimeException(); } }
                  @Differentiable static double a(Body body, double x) { return body.x * x; }
                  @Differentiable static double b(Engine engine) { return engine.x; }
                  @Differentiable static Range c(double x) { return new Range(x); }
                  @Differentiable static double d(Range range) { return range.a(); }
                }
                """);
    assertFalse(build.onClassPath());
    assertEquals(List.of("AD013 6:33", "AD013 7:33"), build.errors().stream().sorted().toList());
    assertTrue(build.messages().contains("user.BodyTangent"), build.messages());
    assertTrue(build.messages().contains("user.Car_Engine"), build.messages());
  }

  @Test
  void objectsOfSeveralClasses() {
    Build build =
        refused(
            """
              interface Part {}
              record Tile<T>(double side, T name) implements Part {}
              record Rod(double length) implements Part {}
              @Differentiable static double a(Part p, double x) { return x; }
              @Differentiable static double b(Part[] all, double x) { return x; }
              static abstract class Base { double y; @Differentiable double c(double x) { return x * y; } }
            """);
    assertEquals(
        List.of("AD013 7:33", "AD013 8:33", "AD013 9:65"),
        build.errors().stream().sorted().toList());
  }

  @Test
  void resultsThatCannotBeMade() {
    Build build =
        refused(
            """
              static final class Unit { final double x; Unit(double x) { this.x = Math.abs(x); } }
              static final class Counted { static int n; double x; Counted() { n++; } }
              static final class Own { final double x; private Own(double x) { this.x = x; } }
              static class Base { double x; }
              static class Sub extends Base { double y; }
              static final class Pair { final double x; Base b; Pair(double x) { this.x = x; } }
              @Differentiable static Unit a(double x) { return new Unit(x); }
              @Differentiable static Counted b(double x) { Counted c = new Counted(); c.x = x; return c; }
              @Differentiable static Own c(double x) { return new Own(x * x); }
              @Differentiable static Base d(double x) { Base b = new Base(); b.x = x; return b; }
              @Differentiable static Pair e(double x) { return new Pair(x * x); }
            """);
    assertEquals(
        List.of("AD006 10:31", "AD006 11:34", "AD006 12:30", "AD006 13:31", "AD006 14:31"),
        build.errors().stream().sorted().toList());
  }

  @Test
  void resultsThatAreArguments() {
    Build build =
        refused(
            """
              static final class V { double x; V(double x) { this.x = x; } }
              static final V ZERO = new V(0);
              @Differentiable static V a(V v, double x) { return x > 0 ? v : new V(x); }
              @Differentiable static V b(V[] v, double x) { V w = v[0]; w.x *= x; return w; }
              @Differentiable static V c(V v, double x) { V w = new V(v.x); w.x *= x; return w; }
              @Differentiable static V d(double x) { return x > 0 ? ZERO : new V(x); }
            """);
    assertEquals(
        List.of("AD015 9:26", "AD068 6:28", "AD068 7:28"),
        build.errors().stream().sorted().toList());
  }

  @Test
  void resultsThatHoldArraysOfRecords() {
    Build build =
        refused(
            """
              record P(double x) {}
              record C(P[] p, double y) {}
              @Differentiable static C a(C c, double x) { return new C(c.p(), x * c.p()[0].x()); }
              @Differentiable static C b(double x) { return new C(new P[] {new P(x)}, x); }
              @Differentiable static P[][] c(P[][] p) { return p; }
            """);
    assertEquals(
        List.of("AD006 8:32", "AD015 6:26", "AD015 7:26"),
        build.errors().stream().sorted().toList());
  }

  @Test
  void arraysThatCannotBePutBack() {
    Build build =
        refused(
            """
              record Next(double n) { Next { n = n + 1; } }
              record P(double x) {}
              static final class V { double x; V(double x) { this.x = x; } }
              @Differentiable static double a(V[] v) { v[0] = v[1]; return v[0].x; }
              @Differentiable static double b(V[] v) { v[0].x = v[1].x; return v[0].x * v[1].x; }
              @Differentiable static double c(Next[] v) { v[0] = v[1]; return v[0].n(); }
              @Differentiable static double d(P[][] v) { v[0] = v[1]; return v[0][0].x(); }
              @Differentiable static double e(P[][] v) { v[0][0] = v[1][0]; return v[0][0].x(); }
              static final class H {
                P[] p;
                @Differentiable double f(double d) { p = new P[] {new P(d)}; return p[0].x(); }
                @Differentiable double g(double d) { p[0] = new P(d * d); return p[0].x(); }
              }
            """);
    assertEquals(
        List.of("AD010 10:33", "AD010 14:28", "AD010 7:33", "AD010 9:33"),
        build.errors().stream().sorted().toList());
    assertTrue(build.messages().contains("v[].x"), build.messages());
  }

  @Test
  void secondDerivativesOfWhatReplacesElements() {
    Build build =
        refused(
            """
              record P(double x) {}
              @Differentiable(order = 2) static double a(P[] p) { return p[0].x() * p[1].x(); }
              @Differentiable(order = 2) static double b(P[] p) { p[0] = p[1]; return p[0].x(); }
            """);
    assertEquals(List.of("AD012 6:44"), build.errors());
  }

  @Test
  void secondDerivativesOfWhatChangesObjects() {
    Build build =
        refused(
            """
              static final class A {
                double x;
                double[][] m;
                @Differentiable(order = 2) double a(double d) { x += d; return x * d; }
                @Differentiable(order = 2) double b(double d) { m[0] = new double[] {d}; return x; }
              }
              record Next(double[] w, double n) { Next { n = n + 1; } }
              @Differentiable(order = 2) static double c(Next x) { x.w()[0] *= x.n(); return x.w()[0]; }
              @Differentiable(order = 2) static double d(A[] a) { a[0].x *= a[0].x; return a[0].x; }
            """);
    assertEquals(List.of("AD012 12:44", "AD012 8:39"), build.errors().stream().sorted().toList());
  }

  @Test
  void wrtNamesTheReceiver() {
    Build build =
        refused(
            """
              static final class A {
                double x;
                @Differentiable(wrt = "this") double a(double d) { return x * d; }
                @Differentiable(wrt = {"self", "d"}) double b(double d) { return x * d; }
              }
              static final class B {
                int n;
                @Differentiable(wrt = "self") double a(double d) { return n * d; }
              }
            """);
    assertEquals(List.of("AD001 6:27", "AD002 11:27"), build.errors());
  }

  @Test
  void objectsThatAreFoundWhereOneIsChanged() {
    Build build =
        refused(
            """
              static class Cell { double x; }
              static class Holder { Cell cell; Cell get() { return cell; } String name() { return ""; } }
              static Holder holder = new Holder();
              @Differentiable static double a(Cell p, double y) { p.x *= y; return holder.cell.x * p.x; }
              @Differentiable static double b(Cell p, double y) { p.x *= y; return holder.get().x * p.x; }
              @Differentiable static double c(Cell p, double y) { p.x *= y; return holder.name().length() * p.x; }
              @Differentiable static double d(Cell p, double y) { return holder.get().x * p.x * y; }
            """);
    assertEquals(List.of("AD065 7:78", "AD065 8:82"), build.errors(), build.messages());
  }
}
