package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loops that cannot be checkpointed, and places where nobody can be asked to. */
final class CheckpointRefusalsTest {
  @TempDir Path folder;

  private Build refused(String members) {
    Build build =
        new Build(folder)
            .file(
                "user/Models.java",
                "package user;\nimport io.cotangent.*;\nclass Models {\n" + members + "}\n");
    assertFalse(build.onClassPath());
    return build;
  }

  @Test
  void loops() {
    Build build =
        refused(
            """
              @Differentiable static double counts(double x) {
                for (@Checkpointed(snapshots = 3) double y = 1; y < x; y *= 2) { x = Math.sin(x) + 9; }
                return x;
              }
              @Differentiable static double refers(double[] u, int n) {
                for (@Checkpointed(snapshots = 3) int i = 0; i < n; i++) {
                  double[] next = new double[u.length + 1];
                  next[0] = Math.sin(u[0]);
                  u = next;
                }
                return u[0];
              }
              @Differentiable static double prints(double x, int n) {
                for (@Checkpointed(snapshots = 3) int i = 0; i < n; i++) {
                  x = Math.sin(x);
                  System.out.println(i);
                }
                return x;
              }
              @Differentiable static double rows(double[][] m, int n) {
                for (@Checkpointed(snapshots = 3) int i = 0; i < n; i++) {
                  double[] row = m[0];
                  m[0] = m[1];
                  m[1] = row;
                  row[0] = Math.sin(row[0]);
                }
                return m[0][0];
              }
            """);
    assertEquals(List.of("AD034 5:5", "AD034 9:5", "AD034 17:5", "AD034 24:5"), build.errors());
    for (String reason :
        List.of(
            "it does not count",
            "'u' refers to another object",
            "it does more than compute",
            "it replaces rows")) {
      assertTrue(build.messages().contains(reason), build.messages());
    }
  }

  /** Arrays that iterations hand on, where a copy of the elements would be something else. */
  @Test
  void arraysThatOthersKnow() {
    Build build =
        refused(
            """
              @Differentiable static double kept(double[] u, int n) {
                double[] a = u.clone();
                double[] b = new double[u.length];
                double[] first = a;
                for (@Checkpointed(snapshots = 3) int i = 0; i < n; i++) {
                  b[0] = Math.sin(a[0]) + first[0];
                  double[] old = a;
                  a = b;
                  b = old;
                }
                return a[0];
              }
              @Differentiable static double twice(double[] u, int n) {
                double[] a = u.clone();
                double[] b = a;
                for (@Checkpointed(snapshots = 3) int i = 0; i < n; i++) {
                  b[0] = Math.sin(a[0]);
                  double[] old = a;
                  a = b;
                  b = old;
                }
                return a[0];
              }
              @Differentiable static double changed(double[] u, int n) {
                double[] a = u;
                for (@Checkpointed(snapshots = 3) int i = 0; i < n; i++) {
                  double[] next = new double[u.length];
                  next[0] = Math.sin(a[0]);
                  a = next;
                }
                u[0] = 5;
                return a[0];
              }
            """);
    assertEquals(List.of("AD034 8:5", "AD034 19:5", "AD034 29:5"), build.errors());
  }

  @Test
  void places() {
    Build build =
        refused(
            """
              @Differentiable static double a(double x) {
                @Checkpointed(snapshots = 3) double y = x * x;
                return y;
              }
              @Differentiable static double b(double x, int n) {
                for (@Checkpointed(snapshots = 0) int i = 0; i < n; i++) { x = Math.sin(x); }
                return x;
              }
            """);
    assertEquals(List.of("AD033 5:5", "AD033 9:10"), build.errors());
  }
}
