package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What generated code asks to find a Jacobian by its rows or by its columns. */
final class JacobianChoiceTest {
  @TempDir Path folder;

  /** The condition in the generated {@code jacobian} of a method with this body. */
  private String generated(String body) {
    String source =
        """
        package user;
        import io.cotangent.Differentiable;
        class Models {
          record Pair(double[] a, double b) {}
          @Differentiable static %s
        }
        """;
    Build build = new Build(folder).file("user/Models.java", String.format(source, body));
    assertTrue(build.onClassPath(), build.messages());
    return build.read("user/ModelsAdjoint.java");
  }

  private void asks(String body, String condition) {
    String text = generated(body);
    assertTrue(text.contains("if (" + condition + ") {"), text);
  }

  @Test
  void argumentsTellHowManyRowsThereAre() {
    asks(
        "double[] f(double[] x, int n) { double[] y = new double[2 * n + 1]; y[n] = x[0] * x[1]; return y; }",
        "columns > 8 && columns > 2 * (2 * n + 1)");
    asks(
        "double[] f(double[] x) { double[] y = x.clone(); y[0] *= y[1]; return y; }",
        "columns > 8 && columns > 2 * Leaves.length(x)");
    asks(
        "Pair f(double[] x, int[] k) { double[] y = new double[k.length];"
            + " for (int i = 0; i < k.length; i++) { y[i] = Math.sin(x[k[i]]); } return new Pair(y, y[0]); }",
        "columns > 8 && columns > 2 * (Leaves.length(k) + 1)");
  }

  @Test
  void theMethodRunsWhereOnlyItKnows() {
    String text =
        generated(
            "double[] f(double[] x) { int n = 0; while (n < x.length && x[n] > 0) { n++; }"
                + " double[] y = new double[n]; for (int i = 0; i < n; i++) { y[i] = x[i] * x[0]; } return y; }");
    assertTrue(text.contains("if (columns > 2 * rows.length) {"), text);
  }
}
