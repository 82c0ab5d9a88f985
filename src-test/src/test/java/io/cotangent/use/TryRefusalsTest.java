package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused about exceptions. */
final class TryRefusalsTest {
  @TempDir Path folder;

  private Build build(String members) {
    return new Build(folder)
        .file(
            "user/Models.java",
            "package user;\nimport io.cotangent.Differentiable;\nclass Models {\n"
                + members
                + "}\n");
  }

  @Test
  void errorsOfTheVirtualMachine() {
    Build build =
        build(
            """
              @Differentiable static double a(double x) {
                try {
                  return x * x;
                } catch (StackOverflowError e) {
                  return x;
                }
              }
            """);
    assertFalse(build.onClassPath());
    assertEquals(List.of("AD051 5:5"), build.errors());
    assertTrue(build.messages().contains("java.lang.StackOverflowError"), build.messages());
  }

  @Test
  void generatedMembersInTry() {
    Build build =
        build(
            """
              @Differentiable static double f(double x) { return x * x; }
              @Differentiable static double a(double x) {
                try {
                  return ModelsAdjoint.F.gradient(x).x();
                } catch (RuntimeException e) {
                  return x;
                }
              }
            """);
    assertFalse(build.onClassPath());
    assertEquals(List.of("AD052 6:5"), build.errors());
    assertTrue(build.messages().contains("ModelsAdjoint.F.gradient(x)"), build.messages());
  }

  @Test
  void activeValuesInWhatMayThrow() {
    Build build =
        build(
            """
              static native double unknown(double x);
              @Differentiable static double a(double x) {
                try {
                  return Double.valueOf(x).hashCode() + unknown(x);
                } catch (RuntimeException e) {
                  return x;
                }
              }
            """);
    assertFalse(build.onClassPath());
    assertTrue(build.errors().contains("AD014 7:52"), build.errors().toString());
  }

  @Test
  void checkedExceptionsThatLeave() {
    Build build =
        build(
            """
              @Differentiable static double a(double x) throws java.io.IOException {
                if (x < 0) {
                  throw new java.io.IOException("negative");
                }
                return x * x;
              }
            """);
    assertTrue(build.onClassPath(), build.messages());
  }

  @Test
  void numbersThatComeBackOutOfExceptions() {
    Build build =
        build(
            """
              static class Kept extends RuntimeException {
                final double v;
                Kept(double v) { this.v = v; }
                double get() { return v; }
              }
              static class Counted extends RuntimeException {
                static double last;
                Counted(double v) { last = v; }
              }
              static class Rows extends RuntimeException {
                final double[] v;
                Rows(double[] v) { this.v = v; }
              }
              @Differentiable static double a(double x) {
                try { throw new Kept(x * x); } catch (Kept e) { return e.v * 2; }
              }
              @Differentiable static double b(double x) {
                try { throw new Kept(x * x); } catch (Kept e) { return e.get() * 2; }
              }
              @Differentiable static double c(double x) { if (x > 1) throw new Counted(x); return x; }
              @Differentiable static double d(double[] x) { if (x[0] > 1) throw new Rows(x); return x[0]; }
            """);
    assertFalse(build.onClassPath());
    assertEquals(
        List.of("AD014 23:64", "AD014 24:69", "AD024 18:61", "AD024 21:65"),
        build.errors().stream().sorted().toList());
  }
}
