package io.cotangent.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be lowered is reported, all of it, each problem where it is. */
class LoweringRejectsTest {
  @TempDir Path folder;

  /** The problems of method {@code f}: identifier and source text each points at. */
  private List<String> problems(String members) throws Exception {
    LoweredClass subject = LoweredClass.of(folder, "Bad", "class Bad {\n" + members + "\n}\n");
    Report report = new Report();
    boolean lowered = subject.lower("f", report).isPresent();
    assertEquals(report.errors().isEmpty(), lowered);
    return report.errors().stream()
        .map(e -> e.problem().id() + " " + subject.textOf(e.site()).replaceAll("\\s+", " "))
        .toList();
  }

  @Test
  void allProblemsOfAMethod() throws Exception {
    List<String> problems =
        problems(
            """
            double field;
            static double state;
            static final Bad OTHER = new Bad();
            static double f(double x) {
              Bad b = new Bad();
              state = x;
              double y = b.field + helper(() -> x);
              if (b.method(y) > 0) {
                OTHER.field = 3;
              }
              System.out.println(b);
              synchronized (OTHER) {
                y++;
              }
              return y;
            }
            double method(double x) { return x; }
            static double helper(java.util.function.DoubleSupplier s) { return s.getAsDouble(); }
            """);
    assertEquals(
        List.of(
            "AD020 state", "AD020 OTHER.field", "AD062 b", "AD015 synchronized (OTHER) { y++; }"),
        problems);
  }

  @Test
  void problemsInCalledMethods() throws Exception {
    List<String> problems =
        problems(
            """
            static double f(double x) { return g(x) + 1; }
            static double g(double x) {
              synchronized (String.class) {
                return h(x);
              }
            }
            static double h(double x) { return x; }
            """);
    assertEquals(List.of("AD015 synchronized (String.class) { return h(x); }"), problems);
  }

  @Test
  void privateFields() throws Exception {
    String members =
        """
        private static final double[] TABLE = {1, 2};
        private enum Mode { FAST }
        private static final Mode MODE = Mode.FAST;
        private static class Hidden { static double state = 3; }
        static double f(double x) {
          return x * TABLE[0] + Hidden.state * (MODE == null ? 1 : 2);
        }
        """;
    assertEquals(List.of("AD019 Hidden.state", "AD019 MODE"), problems(members));
  }

  @Test
  void linkedObjects() throws Exception {
    String members =
        """
        static class Node {
          double v;
          Node next;
          Node(double v, int n) {
            this.v = v;
            if (n > 0) {
              next = new Node(v * v, n - 1);
            }
          }
        }
        static double f(double x) { return new Node(x, 3).next.v; }
        """;
    assertEquals(List.of("AD064 new Node(v * v, n - 1)"), problems(members));
  }

  @Test
  void objectsThatDoNotFit() throws Exception {
    String members =
        """
        static class Box { double v; }
        static class Holder { Box box; Object any; }
        static final Box OUTSIDE = new Box();
        static double f(double x, Holder h) {
          h.any = new Box();
          h.box = OUTSIDE;
          return x;
        }
        """;
    assertEquals(List.of("AD063 h.any", "AD063 h.box"), problems(members));
  }

  @Test
  void anUnknownRealMethodIsLeftToTheActivityAnalysis() throws Exception {
    String members =
        "static double f(double x) { return java.util.Arrays.stream(new double[] {x}).sum(); }";
    assertTrue(problems(members).isEmpty());
  }
}
