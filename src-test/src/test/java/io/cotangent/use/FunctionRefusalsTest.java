package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions and boxes that are refused: id, line and column. */
final class FunctionRefusalsTest {
  @TempDir Path folder;

  private List<String> errors(String members) {
    return refused(members).errors();
  }

  private Build refused(String members) {
    Build build =
        new Build(folder)
            .file(
                "user/Models.java",
                "package user;\nimport io.cotangent.Differentiable;\nimport java.util.function.*;\n"
                    + "class Models {\n"
                    + members
                    + "}\n");
    assertFalse(build.onClassPath());
    return build;
  }

  /** What stands for a collection inside is nothing a reader knows. */
  @Test
  void collectionsAreCalledWhatTheyAre() {
    Build build =
        refused(
            """
              @Differentiable static double a(double x) {
                java.util.Deque<Double> deque = new java.util.ArrayDeque<>();
                deque.push(x);
                System.out.println(deque);
                return deque.pop();
              }
            """);
    assertEquals(List.of("AD062 8:24"), build.errors(), build.messages());
    assertTrue(
        build.messages().contains("an object of type java.util.ArrayDeque that is made here"),
        build.messages());
  }

  @Test
  void functionsFromOutside() {
    assertEquals(
        List.of("AD014 6:27", "AD014 11:27", "AD014 15:34"),
        errors(
            """
              @Differentiable static double a(double x, DoubleUnaryOperator f) {
                return f.applyAsDouble(x);
              }
              @Differentiable static double b(double x, DoubleUnaryOperator f, boolean own) {
                DoubleUnaryOperator g = own ? t -> t * x : f;
                double c = g.applyAsDouble(2);
                return g.applyAsDouble(x) + c;
              }
              static DoubleUnaryOperator variable = t -> t * t;
              @Differentiable static double c(double x) {
                return variable.applyAsDouble(x);
              }
            """));
  }

  @Test
  void functionsIntoCodeThatIsNotKnown() {
    assertEquals(
        List.of("AD060 7:11", "AD014 12:30", "AD060 16:6"),
        errors(
            """
              @Differentiable static double a(double x) {
                var f = new java.util.concurrent.atomic.AtomicReference<DoubleUnaryOperator>();
                f.set(t -> t * x);
                return f.get().applyAsDouble(x);
              }
              @Differentiable static double b(double x, DoubleUnaryOperator[] f) {
                f[0] = Math::sin;
                return f[0].applyAsDouble(x);
              }
              @Differentiable static double c(double x) {
                Object[] f = new DoubleUnaryOperator[1];
                f[0] = (DoubleUnaryOperator) t -> t * x;
                return ((DoubleUnaryOperator) f[0]).applyAsDouble(x);
              }
            """));
  }

  @Test
  void whatTakesThemIsNamed() {
    Build build =
        refused(
            """
              interface Shape {}
              record Circle(double r) implements Shape {}
              record Sized(Double size) implements Shape {}
              @Differentiable static double a(double x) {
                DoubleUnaryOperator f = t -> t * x;
                return java.util.Objects.hashCode(f) * x;
              }
              @Differentiable static double b(double x) {
                DoubleUnaryOperator f = t -> t * x;
                return ("f" + f).length() * x;
              }
              @Differentiable static double c(Shape[] all, double x) {
                return all[0].equals(all[1]) ? x : 2 * x;
              }
            """);
    assertEquals(List.of("AD060 10:39", "AD060 14:17", "AD062 17:29"), build.errors());
    for (String words :
        List.of(
            "a function whose code is known here goes into 'java.util.Objects.hashCode', whose code",
            "a function whose code is known here goes into a text",
            "of type user.Models.Circle or user.Models.Sized that is made here goes into"
                + " 'java.lang.Object.equals'")) {
      assertTrue(build.messages().contains(words), build.messages());
    }
  }

  @Test
  void nestedWithoutEnd() {
    assertEquals(
        List.of("AD061 7:5", "AD061 13:43"),
        errors(
            """
              @Differentiable static double a(double x, int n) {
                DoubleUnaryOperator f = Math::sin;
                for (int i = 0; i < n; i++) {
                  f = f.andThen(t -> t * x);
                }
                return f.applyAsDouble(x);
              }
              static double b(DoubleUnaryOperator f, double x, int n) {
                return n == 0 ? f.applyAsDouble(x) : b(t -> f.applyAsDouble(t) + x, x, n - 1);
              }
              @Differentiable static double b(double x, int n) { return b(t -> t, x, n); }
            """));
  }

  @Test
  void nestedInMemoryWithoutEnd() {
    assertEquals(
        List.of("AD061 10:8", "AD064 15:31"),
        errors(
            """
              static class Holder { DoubleUnaryOperator f = v -> v; }
              @Differentiable static double a(double x, int n) {
                Holder h = new Holder();
                for (int i = 0; i < n; i++) {
                  DoubleUnaryOperator before = h.f;
                  h.f = v -> before.applyAsDouble(v) * x;
                }
                return h.f.applyAsDouble(x);
              }
              @Differentiable static double b(double x, int n) {
                DoubleUnaryOperator[] f = new DoubleUnaryOperator[n];
                f[0] = v -> v;
                for (int i = 1; i < n; i++) {
                  int j = i - 1;
                  f[i] = v -> f[j].applyAsDouble(v) * x;
                }
                return f[n - 1].applyAsDouble(x);
              }
            """));
  }

  @Test
  void linkedObjectsFromOutside() {
    assertEquals(
        List.of("AD064 6:33", "AD064 10:33"),
        errors(
            """
              static class Node { double v; Node next; }
              @Differentiable static double a(double x, Node n) {
                return x * n.v;
              }
              record Link(double v, Link next) {}
              @Differentiable static double b(double x, Link l) {
                return x * l.v();
              }
            """));
  }

  @Test
  void linkedObjectsThatLeave() {
    assertEquals(
        List.of("AD062 11:24", "AD062 18:19"),
        errors(
            """
              record Link(double v, Link next) {}
              static Link list(double x, int n) {
                return n == 0 ? null : new Link(x, list(x * x, n - 1));
              }
              @Differentiable static double a(double x) {
                Link l = list(x, 3);
                System.out.println(l);
                return x;
              }
              static class Node { double v; Node next; }
              @Differentiable static double b(double x) {
                Node n = new Node();
                n.next = new Node();
                String s = "" + n;
                return x * s.length();
              }
            """));
  }

  @Test
  void identity() {
    assertEquals(
        List.of("AD015 8:14", "AD015 13:14"),
        errors(
            """
              @Differentiable static double a(double x) {
                Double a = x;
                Double b = a;
                return a == b ? x : 2;
              }
              @Differentiable static double b(double x) {
                DoubleUnaryOperator f = t -> t;
                DoubleUnaryOperator g = f;
                return f != g ? x : 2;
              }
            """));
  }

  @Test
  void castsThatFail() {
    assertEquals(
        List.of("AD017 7:12"),
        errors(
            """
              @Differentiable static double a(double x) {
                Object a = x;
                return (Integer) a;
              }
            """));
  }

  @Test
  void streamsAndListsThatAreNotKnown() {
    assertEquals(
        List.of("AD015 6:47", "AD062 11:35", "AD015 14:53", "AD015 18:13"),
        errors(
            """
              @Differentiable static double a(double[] x) {
                return java.util.Arrays.stream(x).parallel().sum();
              }
              @Differentiable static double b(double x) {
                java.util.List<Double> list = new java.util.ArrayList<>();
                list.add(x);
                return java.util.Objects.hash(list);
              }
              @Differentiable static double c(double[] x) {
                return java.util.Arrays.stream(x).boxed().sorted().findFirst().get();
              }
              @Differentiable static double d(double x) {
                java.util.List<Double> list = java.util.List.of(x);
                list.add(x);
                return list.get(1);
              }
            """));
  }
}
