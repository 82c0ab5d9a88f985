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

  private static void since(int release) {
    assumeTrue(Runtime.version().feature() >= release, "Java " + release + " compiles this");
  }

  private double run(String source) throws ReflectiveOperationException {
    Build build = new Build(folder).file("user/Models.java", source);
    assertTrue(build.onClassPath(), build.messages());
    return (double) build.call("user.Models", "run");
  }
}
