package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused: id, line and column, and that all of it is said at once. */
final class RefusalsTest {
  @TempDir Path folder;

  private Build refused(String members) {
    Build build =
        new Build(folder)
            .file(
                "user/Models.java",
                "package user;\nimport io.cotangent.Differentiable;\nabstract class Models {\n"
                    + members
                    + "}\n");
    assertFalse(build.onClassPath());
    return build;
  }

  @Test
  void everythingAtOnce() {
    Build build =
        refused(
            """
              @Differentiable(wrt = {"x", "k"}) static double a(double x, int k) { return x; }
              @Differentiable(wrt = "z") static double b(double x) { return x; }
              @Differentiable abstract double c(double x);
              @Differentiable static native double d(double x);
              @Differentiable static int e(double x) { return 1; }
              @Differentiable static double f(double x) { return x; }
              @Differentiable static double f(double x, double y) { return x; }
            """);
    assertEquals(
        List.of(
            "AD002 4:31", "AD001 5:25", "AD005 6:35", "AD005 7:40", "AD006 8:30", "AD008 10:33"),
        build.errors());
  }

  @Test
  void ordersThatAreNotThere() {
    Build build =
        refused(
            """
              @Differentiable(order = 0) static double a(double x) { return x; }
              @Differentiable(order = 2) static double[] b(double[] x) { return x; }
              @Differentiable(order = 3) static double c(double x, double y) { return x * y; }
              @Differentiable(order = 2) static void d(double[] x) { x[0] = 1; }
            """);
    assertEquals(List.of("AD012 4:27", "AD012 5:27", "AD012 6:27", "AD012 7:27"), build.errors());
  }

  @Test
  void activeValueIntoUnknownMethod() {
    Build build =
        refused(
            """
              @Differentiable static double a(double x) {
                java.util.concurrent.atomic.DoubleAdder sum = new java.util.concurrent.atomic.DoubleAdder();
                sum.add(x);
                return x + sum.sum();
              }
            """);
    assertEquals(List.of("AD014 6:12"), build.errors());
    assertTrue(build.messages().contains("cannot have a rule"), build.messages());
  }

  @Test
  void activeValueInStaticArray() {
    Build build =
        refused(
            """
              static final double[] BUFFER = new double[1];
              @Differentiable static double a(double x) {
                BUFFER[0] = x;
                return BUFFER[0] * 2;
              }
            """);
    assertTrue(build.errors().stream().allMatch(e -> e.startsWith("AD022")), build.messages());
  }

  @Test
  void goodMethodsAreStillGenerated() {
    Build build =
        refused(
            """
              @Differentiable static double bad(double x) { synchronized (Models.class) { return x; } }
              @Differentiable static double good(double x) { return x * x; }
              static double use() { return ModelsAdjoint.Good.gradient(2).x(); }
            """);
    assertTrue(build.errors().stream().allMatch(e -> e.startsWith("AD015 4:")), build.messages());
  }

  @Test
  void generatedMembersThatCannotBeDifferentiated() {
    Build build =
        refused(
            """
              @Differentiable static double a(double x) { return x * x; }
              @Differentiable static double b(double x) { return ModelsAdjoint.A.pullback(x).value(); }
              @Differentiable static double c(double x) { return ModelsAdjoint.D.gradient(x).x(); }
              @Differentiable static double d(double x) { return ModelsAdjoint.C.gradient(x).x(); }
              @Differentiable static double e(double x) { return ModelsAdjoint.F.gradient(x, 1).x(); }
              @Differentiable static double f(double x, double k) { synchronized ("") { return k; } }
              @Differentiable static double g(double[] x) { x[0] *= 2; return x[1] * x[0]; }
              @Differentiable static double h(double[] x) { return ModelsAdjoint.G.gradient(x).value(); }
            """);
    assertEquals(
        List.of("AD023 5:33", "AD028 7:33", "AD028 6:33", "AD015 9:57", "AD029 11:33"),
        build.errors().stream().distinct().toList(),
        build.messages());
  }

  /** Where a derivative would run the method several times. */
  @Test
  void generatedMembersOfMethodsWithEffects() {
    Build build =
        refused(
            """
              @Differentiable static double random(double[] x, java.util.Random r) {
                return x[0] * x[1] * r.nextDouble();
              }
              @Differentiable(wrt = "x") static double a(double[] x, java.util.Random r) {
                return ModelsAdjoint.Random.gradient(x, r).x()[0];
              }
              @Differentiable static double prints(double[] x) {
                if (x.length > 9) { throw new IllegalArgumentException("too long: " + x.length); }
                System.out.println(x.length);
                return x[0] * x[1];
              }
              @Differentiable static double b(double[] x) { return ModelsAdjoint.Prints.gradient(x).x()[0]; }
              static final int[] COUNT = new int[1];
              @Differentiable static double counts(double[] x) { COUNT[0]++; return x[0] * COUNT[0]; }
              @Differentiable static double c(double[] x) {
                double[] xBar = new double[2];
                ModelsAdjoint.Counts.vjp(x, 1, xBar);
                return xBar[0];
              }
              static double scale = 2;
              @Differentiable static double reads(double[] x) {
                if (x.length > 9) { throw new IllegalArgumentException("too long: " + x.length); }
                return x[0] * x[1] * scale;
              }
              @Differentiable static double d(double[] x) {
                return ModelsAdjoint.Prints.jvp(x, x).tangent() + ModelsAdjoint.Reads.gradient(x).x()[1];
              }
            """);
    assertEquals(
        List.of("AD029 7:44", "AD029 15:33", "AD029 18:33"),
        build.errors().stream().distinct().toList(),
        build.messages());
    for (String reason :
        List.of(
            "compute: java.util.Random.nextDouble()",
            "compute: java.io.PrintStream.println(int",
            "compute: user.Models.COUNT")) {
      assertTrue(build.messages().contains(reason), build.messages());
    }
  }

  @Test
  void generatedMembersThatAreMissing() {
    Build build =
        refused(
            """
              @Differentiable static double a(double x, int k) { return ModelsAdjoint.B.gradient(x, k).value(); }
              @Differentiable(wrt = "k") static double b(double x, int k) { return x; }
            """);
    assertEquals(List.of("AD002 5:25", "AD027 4:33"), build.errors(), build.messages());
  }

  @Test
  void watchedVariables() {
    Build build =
        refused(
            """
              @Differentiable static double a(double x) { @io.cotangent.Watch int y = 2; return x * y; }
              @Differentiable static double b(double x) {
                for (int i = 0; i < 3; i++) { @io.cotangent.Watch double y = x; x += y * y; }
                return x;
              }
              @Differentiable static double c(double x) {
                { @io.cotangent.Watch double y = x; x += y; }
                { @io.cotangent.Watch double y = x; x += y; }
                return x;
              }
            """);
    assertEquals(List.of("AD030 4:71", "AD031 6:62", "AD032 11:34"), build.errors());
  }

  @Test
  void activeValueInABox() {
    Build build =
        refused(
            """
              @Differentiable static double a(double x) { Object[] b = new Object[1]; b[0] = x; return (Double) b[0]; }
              @Differentiable static double b(double[] x) { Object[] b = new Object[1]; b[0] = x;
                return ((double[]) b[0])[0]; }
            """);
    assertEquals(List.of("AD024 4:76", "AD024 5:78"), build.errors());
  }

  @Test
  void activeValueThroughText() {
    Build build =
        refused(
            """
              @Differentiable static double a(double x) {
                String text = "" + x;
                return x * Double.parseDouble(text);
              }
            """);
    assertEquals(List.of("AD024 6:34"), build.errors());
  }

  @Test
  void activeValueThroughDetours() {
    Build build =
        refused(
            """
              @Differentiable static double builder(double x) { StringBuilder b = new StringBuilder(); b.append(x);
                return x * Double.parseDouble(b.toString()); }
              @Differentiable static double loop(double x) { String t = ""; for (int i = 0; i < 9; i++) { t = "" + x; }
                return x * Double.parseDouble(t); }
              static void log(StringBuilder b, double x) { if (x > 0) { b.append(x); } }
              @Differentiable static double callee(double x) { StringBuilder b = new StringBuilder(); log(b, x);
                return x * Double.parseDouble(b.toString()); }
              @Differentiable static double digits(double x) { double s = 0; for (char c : ("" + x).toCharArray()) { s += c; }
                return s * x; }
              @Differentiable static double bits(double x) {
                return x * Double.longBitsToDouble(Double.doubleToRawLongBits(x) >> 1); }
              @Differentiable static double same(double x, StringBuilder a, StringBuilder b) { a.append(x);
                return x * Double.parseDouble(b.toString()); }
              @Differentiable static double property(double x) { System.setProperty("x", "" + x);
                return x * Double.parseDouble(System.getProperty("x")); }
            """);
    assertEquals(
        List.of(
            "AD024 5:34",
            "AD024 7:34",
            "AD024 10:34",
            "AD024 11:108",
            "AD024 14:39",
            "AD024 16:34",
            "AD024 18:34"),
        build.errors(),
        build.messages());
  }

  @Test
  void fieldsOfClassesWithoutNames() {
    Build build =
        refused(
            """
              enum Form { A { double k = 2; double f(double x) { return k * x; } }; abstract double f(double x); }
              @Differentiable static double a(double x, Form f) { return f.f(x); }
            """);
    assertEquals(List.of("AD015 4:61"), build.errors(), build.messages());
  }

  @Test
  void numbersOutOfWhatMayLeadToWhereAnActiveValueWent() {
    Build build =
        refused(
            """
              static final java.util.Random RANDOM = new java.util.Random();
              record Sizes(int size, String name) {}
              @Differentiable static double wider(double x, StringBuilder a, CharSequence b) { a.append(x);
                return x * Double.parseDouble(b.toString()); }
              @Differentiable static double view(double x, java.util.List<String> a, Iterable<String> b) {
                a.add("" + x); return x * Double.parseDouble(b.iterator().next()); }
              @Differentiable static double supplier(double x, StringBuilder a, java.util.function.DoubleSupplier b) {
                a.append(x); return x * b.getAsDouble(); }
              @Differentiable static double random(double x, java.io.PrintStream a) {
                a.println(x); return x * RANDOM.nextDouble(); }
              @Differentiable static double fixed(double x, StringBuilder a, java.util.List<Double> w, Sizes s, String t) {
                a.append(x); return x * w.get(s.size()) * Double.parseDouble(t) * s.name().length(); }
              @Differentiable static double ended(double x, StringBuilder a, CharSequence b) {
                a.append(io.cotangent.Gradients.stop(x)); return x * Double.parseDouble(b.toString()); }
            """);
    assertEquals(
        List.of("AD067 7:34", "AD067 9:49", "AD067 11:42"), build.errors(), build.messages());
  }

  @Test
  void textBesideTheComputation() {
    Build build =
        new Build(folder)
            .file(
                "user/Models.java",
                """
                package user;
                import io.cotangent.Differentiable;
                class Models {
                  static final StringBuilder LOG = new StringBuilder();
                  static double scale = 2;
                  @Differentiable static double a(double x, String factor) {
                    System.out.println("x = " + x);
                    LOG.append(x);
                    if (String.valueOf(x).isEmpty()) { throw new IllegalArgumentException("" + x); }
                    return x * x * scale * Double.parseDouble(factor);
                  }
                }
                """);
    assertTrue(build.onClassPath(), build.messages());
  }

  @Test
  void bugInTheUsersCodeIsJavacsToTell() {
    Build build =
        refused("  @Differentiable static double a(double x) { return x * undefined; }\n");
    assertEquals(1, build.errors().size(), build.messages());
    assertTrue(build.errors().get(0).contains("undefined"), build.messages());
  }
}
