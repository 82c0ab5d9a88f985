package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.model.Optimisation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The options of the processor on the command line. */
final class OptionsTest {
  /** Has something for every optimisation to do. */
  private static final String SOURCE =
      """
      package user;
      import io.cotangent.Differentiable;
      class Models {
        static double square(double x) { double unused = x + 1; return x * x; }
        @Differentiable static double f(double[] x, double a) {
          double s = 0;
          for (int i = 0; i < x.length; i++) {
            double y = Math.exp(a * a * x[i]);
            s += square(y) * (x[i] + 1) + square(y) * 1;
          }
          double[] pair = {s, a};
          for (int i = 0; i < 2; i++) {
            s += pair[i] * i;
          }
          double r = 0;
          int k = 0;
          for (int i = 0; i < x.length; i++) {
            r += x[k] * Math.exp(x[i]);
            k++;
          }
          return s * s + r;
        }
        @Differentiable static double h(double[] x, double p) {
          double s = 1;
          int k = 0;
          for (int i = 0; i < 4 * x.length; i++) {
            s *= Math.pow(x[k % x.length], p);
            k += i;
          }
          return s;
        }
        @Differentiable static double e(double[] x, double[] y) {
          int n = x.length;
          double[] c = new double[n];
          for (int i = 0; i < n; i++) {
            c[i] = x[i] * y[i];
          }
          double s = 0;
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
              s += c[i] * y[j];
            }
          }
          return s;
        }
        @Differentiable static double m(double[][] a, double[] x) {
          double s = 0;
          for (int j = 0; j < a.length; j++) {
            double row = 0;
            for (int i = 0; i < x.length; i++) {
              row += a[j][i] * x[i];
            }
            s += row * row;
          }
          return s;
        }
        @Differentiable static double[] g(double a, double b) {
          return new double[] {a * b, a + b, Math.exp(a)};
        }
      }
      """;

  @TempDir Path folder;

  private String generated(String name, String... options) {
    Build build = new Build(folder.resolve(name)).file("user/Models.java", SOURCE);
    assertTrue(build.onClassPath(options), build.messages());
    return build.read("user/ModelsAdjoint.java");
  }

  private Build refused(String option) {
    Build build = new Build(folder).file("user/Models.java", SOURCE);
    assertFalse(build.onClassPath(option));
    return build;
  }

  @ParameterizedTest
  @EnumSource
  void switchesOneOff(Optimisation optimisation) {
    String option = "-Acotangent.disable=" + optimisation.option();
    assertNotEquals(generated("all"), generated("without", option), optimisation.option());
  }

  @Test
  void switchesSeveralOff() {
    String every =
        Arrays.stream(Optimisation.values())
            .map(Optimisation::option)
            .collect(Collectors.joining(", "));
    assertEquals(
        generated("each", "-Acotangent.disable=" + every),
        generated("all", "-Acotangent.disable=all"));
  }

  @Test
  void refusesAnUnknownSwitch() {
    Build build = refused("-Acotangent.disable=inline,warp");
    assertTrue(build.messages().contains("[AD902]"), build.messages());
    assertTrue(build.messages().contains("does not know 'warp'"), build.messages());
    assertTrue(build.messages().contains("independent-iterations"), build.messages());
  }

  @Test
  void refusesAMethodSizeThatIsNone() {
    for (String size : new String[] {"big", "0", "99", "-1", "100000"}) {
      Build build = refused("-Acotangent.methodSize=" + size);
      assertTrue(build.messages().contains("[AD902]"), build.messages());
    }
  }
}
