package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java that came after 17, where the compiler that runs these tests knows it. */
final class LaterJavaTest {
  @TempDir Path folder;

  @Test
  void statementsBeforeTheConstructorCall() throws Exception {
    since(25);
    String source =
        """
        package user;
        import io.cotangent.Differentiable;
        class Models {
          static class Base {
            double[] log = new double[2];
            Base(double x) { log[0] = x * 3; touch(); }
            void touch() { log[1] = log[0]; }
          }
          static class Cube extends Base {
            double cube;
            double rest = 2;
            Cube(double x) {
              double t = x;
              for (int i = 0; i < 2; i++) {
                t *= x;
              }
              cube = t;
              super(t + 1);
              rest += cube;
            }
            Cube(double a, double b) {
              if (a > b) {
                a = b;
              }
              this(a);
            }
            @Override void touch() { log[1] = log[0] * cube + rest; }
          }
          @Differentiable static double f(double x) {
            Cube c = new Cube(x, 7);
            return c.log[1] + c.rest;
          }
          static double run() { return ModelsAdjoint.F.gradient(2).x(); }
        }
        """;
    // 3 (x^3 + 1) x^3 + (x^3 + 2), as rest is still 0 when the superclass is made.
    assertEquals(18 * 32 + 9 * 4 + 3 * 4, run(source));
  }

  @Test
  void variablesWithoutNames() throws Exception {
    since(22);
    String source =
        """
        package user;
        import io.cotangent.Differentiable;
        import java.util.function.DoubleBinaryOperator;
        class Models {
          @Differentiable static double f(double x) {
            DoubleBinaryOperator square = (a, _) -> a * a;
            double sum = 0;
            for (int _ : new int[] {1, 2, 3}) {
              sum += square.applyAsDouble(x, sum);
            }
            try {
              int _ = Integer.parseInt("three");
            } catch (NumberFormatException _) {
              sum *= 2;
            }
            return sum;
          }
          static double run() { return ModelsAdjoint.F.gradient(2).x(); }
        }
        """;
    assertEquals(24, run(source));
  }

  @Test
  void patternsOfRecordsAndClasses() throws Exception {
    since(21);
    String source =
        """
        package user;
        import io.cotangent.Differentiable;
        class Models {
          sealed interface Expr permits Const, Var, Add, Mul, Neg {}
          record Const(double value) implements Expr {}
          record Var() implements Expr {}
          record Add(Expr left, Expr right) implements Expr {}
          record Mul(Expr left, Expr right) implements Expr {}
          record Neg(Expr inner) implements Expr {}
          static double eval(Expr e, double x) {
            return switch (e) {
              case Const c -> c.value();
              case Var v -> x;
              case Add(Expr l, Expr r) -> eval(l, x) + eval(r, x);
              case Mul(Const(double k), var r) when k > 2 -> k * eval(r, x) + 1;
              case Mul(Expr l, Expr r) -> eval(l, x) * eval(r, x);
              case Neg(var inner) -> -eval(inner, x);
            };
          }
          @Differentiable static double f(double x) {
            Expr e = new Add(new Mul(new Const(3), new Var()), new Neg(new Mul(new Var(), new Var())));
            double sum = eval(e, x);
            for (int i = 0; i < 4; i++) {
              Expr s = i == 0 ? new Const(x) : i == 1 ? new Neg(new Const(x * x)) : i == 2 ? null : new Var();
              switch (s) {
                case null -> sum += 10 * x;
                case Const(var v) when v > 100 -> sum = 0;
                case Const(var v) -> sum += v * v;
                case Neg n when n.inner() instanceof Const(double v) -> sum += v;
                case Neg n -> sum = 0;
                case Var v -> sum *= 2;
                default -> sum = 0;
              }
            }
            return sum;
          }
          static double run() { return ModelsAdjoint.F.gradient(2).x(); }
        }
        """;
    // 2 (3 x + 1 - x^2 + x^2 + x^2 + 10 x)
    assertEquals(2 * (3 + 2 * 2 + 10), run(source));
  }

  @Test
  void refusesRecordPatternsWhoseAccessorsCompute() {
    since(21);
    String source =
        """
        package user;
        import io.cotangent.Differentiable;
        class Models {
          record Twice(double value) {
            public double value() { return 2 * value; }
          }
          @Differentiable static double f(double x) {
            Object o = new Twice(x);
            if (o instanceof Twice(double v)) {
              return v;
            }
            return x;
          }
        }
        """;
    Build build = new Build(folder).file("user/Models.java", source);
    assertFalse(build.onClassPath());
    assertEquals(List.of("AD015 9:22"), build.errors(), build.messages());
  }

  @Test
  void patternsOfRecordsFromElsewhere() throws Exception {
    since(21);
    String source =
        """
        package user;
        import io.cotangent.Differentiable;
        import java.util.function.Supplier;
        class Models {
          record Rate(double value, Object unit) {}
          record Steps(int[] counts, String name) {}
          @Differentiable static double f(double x, Object o, Supplier<Object> next) {
            double sum = switch (o) {
              case Rate(double v, String unit) when unit.equals("km") -> v * x * x;
              case Rate(var v, Rate(double w, var unit)) -> v * w * x;
              case Rate(double v, var unit) -> v + x;
              case Steps(int[] counts, var name) when counts.length > 1 -> counts[1] * x;
              default -> 0;
            };
            return next.get() instanceof Rate(double v, var unit) ? sum * v : sum;
          }
          static double of(Object o, Object next) { return ModelsAdjoint.F.gradient(3, o, () -> next).x(); }
          static double run() {
            double sum = of(new Rate(2, "km"), "") + 100 * of(new Rate(2, new Rate(4, "")), "");
            sum += 10000 * of(new Rate(7, ""), new Rate(5, null)) + 1e6 * of(new Rate(1, null), "");
            return sum + 1e7 * of(new Steps(new int[] {1, 9}, ""), "") + of(new Steps(new int[1], ""), "");
          }
        }
        """;
    // 2 x^2, 8 x, 5 (7 + x), 1 + x, 9 x, 0
    assertEquals(12 + 800 + 50000 + 1e6 + 9e7, run(source));
  }

  @Test
  void shapesInArraysAreMatched() throws Exception {
    since(21);
    String source =
        """
        package user;
        import io.cotangent.Differentiable;
        class Models {
          sealed interface Shape permits Circle, Rect {}
          record Circle(double r) implements Shape {}
          record Rect(double w, double h) implements Shape {}
          @Differentiable static double f(Shape[] shapes) {
            double sum = 0;
            for (Shape shape : shapes) {
              sum += switch (shape) {
                case Circle(var r) -> r * r * r;
                case Rect(var w, var h) when w > h -> w * w;
                case Rect(var w, var h) -> w * h;
                case null -> 1;
              };
            }
            return sum;
          }
          static double run() {
            Shape[] all = {new Circle(2), null, new Rect(1, 3), new Rect(4, 3)};
            Shape[] found = ModelsAdjoint.F.gradient(all).shapes();
            return ((Circle) found[0]).r() + 100 * ((Rect) found[2]).w() + 1000 * ((Rect) found[3]).w();
          }
        }
        """;
    assertEquals(12 + 300 + 8000, run(source));
  }

  @Test
  void refusesOtherPatterns() {
    since(21);
    String source =
        """
        package user;
        import io.cotangent.Differentiable;
        class Models {
          record A(double r) {}
          record B(A a) {}
          @Differentiable static double falling(double x, Object o) {
            double sum = 0;
            switch (o) {
              case A a: sum += a.r() * x;
              default: sum += x * x;
            }
            return sum;
          }
          @Differentiable static double holding(double x, Object o) {
            return o instanceof B(A a) ? a.r() * x : x;
          }
          @Differentiable static double either(double x, Object o) {
            Object one = x > 1 ? new A(x) : o;
            return one instanceof A(double r) ? r * x : x;
          }
        }
        """;
    Build build = new Build(folder).file("user/Models.java", source);
    assertFalse(build.onClassPath());
    assertEquals(
        List.of("AD015 10:7", "AD015 15:25", "AD015 19:27"), build.errors(), build.messages());
  }

  private static void since(int release) {
    assumeTrue(Runtime.version().feature() >= release, "Java " + release + " compiles this");
  }

  private double run(String source) throws ReflectiveOperationException {
    Build build = new Build(folder).file("user/Models.java", source);
    assertTrue(build.onClassPath(), build.messages());
    return (double) build.call("user.Models", "run");
  }
}
