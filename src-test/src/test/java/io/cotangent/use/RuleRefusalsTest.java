package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with rules: id, line and column. */
final class RuleRefusalsTest {
  @TempDir Path folder;

  private Build build(String members) {
    return new Build(folder)
        .file(
            "user/Models.java",
            "package user;\nimport io.cotangent.*;\npublic class Models {\n" + members + "}\n");
  }

  private Build refused(String members) {
    Build build = build(members);
    assertFalse(build.onClassPath());
    return build;
  }

  @Test
  void rulesThatFitNothing() {
    Build build =
        refused(
            """
              @DerivativeOf(type = Float.class, method = "nothing") public static double a(double x) { return 1; }
              @DerivativeOf(type = Math.class, method = "fma") public static double b(double x) { return 1; }
              @DerivativeOf(type = Math.class, method = "sin") public double c(double x) { return 1; }
              @DerivativeOf(type = Math.class, method = "sin") private static double d(double x) { return 1; }
              @DerivativeOf(type = Math.class, method = "cos") public static double e(double x) { return 1; }
              @DerivativeOf(type = Math.class, method = "cos") public static double f(double y) { return 1; }
              @DerivativeOf(type = Math.class, method = "tan") public static double g(double x) throws Exception { return 1; }
            """);
    assertEquals(
        List.of(
            "AD045 4:46", "AD046 5:73", "AD048 6:66", "AD048 7:74", "AD047 9:73", "AD048 10:73"),
        build.errors(),
        build.messages());
    String rule = "static double[] fmaPartials(double a, double b, double c)";
    assertTrue(build.messages().contains(rule), build.messages());
  }

  @Test
  void ruleNobodyUses() {
    Build build =
        refused(
            """
              static double f(double x) { return x; }
              @DerivativeOf(type = Models.class, method = "f") static double df(double x) { return 1; }
              @DerivativeOf(type = Math.class, method = "cos") public static double e(double x) { return 1; }
              @Differentiable static double a(double x) { return x; }
            """);
    assertEquals(List.of("AD050 5:66"), build.errors(), build.messages());
  }

  /** The rule the message says to write, written as it says, is one. */
  @Test
  void adviceCanBeFollowed() {
    String calls =
        """
          @Differentiable static double a(double x, float y) {
            return Double.sum(java.util.concurrent.ThreadLocalRandom.current().nextDouble(x, y), x)
                + java.awt.geom.Point2D.distance(x, 0, y, 1);
          }
        """;
    Build first = refused(calls);
    assertEquals(List.of("AD014 5:82", "AD014 6:41"), first.errors(), first.messages());
    Matcher advised = Pattern.compile("@DerivativeOf.*\\R *static .*").matcher(first.messages());
    StringBuilder rules = new StringBuilder();
    while (advised.find()) {
      rules.append(advised.group()).append(" { return new double[4]; }\n");
    }
    Build second = build(calls + rules);
    assertTrue(second.onClassPath(), rules + second.messages());
  }

  @Test
  void derivativeOfARuleThatIsNotKnown() {
    Build build =
        refused(
            """
              static class Deep {
                static double f(double x) { return Math.sqrt(x); }
              }
              @DerivativeOf(type = Deep.class, method = "f")
              static double df(double x) { return slow(x, new double[] {x}); }
              static double slow(double x, double[] y) { return Float.parseFloat("" + x) + new java.util.Random((long) x).nextDouble(0, x); }
              @Differentiable static double first(double x) { return Deep.f(x); }
              @Differentiable(order = 2) static double second(double x) { return Deep.f(x); }
            """);
    assertEquals(List.of("AD014 9:121"), build.errors(), build.messages());
  }

  /** Records are taken apart: a rule would have to say more than it can. */
  @Test
  void recordsOfNumbersHaveNoRules() {
    Build build =
        refused(
            """
              record P(double a) { double f(double x) { return a * x; } }
              static double g(P p, double x) { return p.a() * x; }
              @DerivativeOf(type = P.class, method = "f") public static double a(P p, double x) { return p.a(); }
            """);
    assertEquals(1, build.errors().size(), build.messages());
    assertTrue(build.errors().get(0).startsWith("AD046 6:"), build.messages());
  }
}
