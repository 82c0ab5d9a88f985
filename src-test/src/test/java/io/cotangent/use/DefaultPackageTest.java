package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes whose names are in the way of those that generated code mentions. */
final class DefaultPackageTest {
  @TempDir Path folder;

  @Test
  void generatedClassesThatHideOthersAreRefused() {
    Build build = new Build(folder);
    build.file(
        "Spring.java",
        """
        import io.cotangent.Differentiable;

        class Spring {
          static double[] weights = {1, 2};
          double stiffness;

          @Differentiable
          double spring(double x) { return stiffness * x; }

          @Differentiable
          static double gradient(double x) { return x; }

          static class Of {
            @Differentiable
            static double spring(double x) { return weights[0] * x; }

            @Differentiable
            static double springTangent(Spring s) { return s.stiffness; }
          }
        }
        """);
    build.onClassPath();
    assertEquals(
        List.of("AD066 15:19", "AD066 18:19", "AD066 8:10"),
        build.errors().stream().sorted().toList());
  }

  @Test
  void classesNamedLikeThoseOfTheLanguageAreNotTakenForThem() throws Exception {
    Build build = new Build(folder);
    build.file(
        "Math.java", "package user;\n\nclass Math { static double sin(double x) { return 0; } }\n");
    build.file("Override.java", "package user;\n\nclass Override {}\n");
    build.file("String.java", "package user;\n\nclass String {}\n");
    build.file(
        "Use.java",
        """
        package user;

        import io.cotangent.Differentiable;

        class Use {
          @Differentiable(order = 2)
          static double f(double x) {
            if (x > 9) { throw new IllegalArgumentException("x" + x); }
            return java.lang.Math.sin(x) + Math.sin(x);
          }

          static double run() { return UseAdjoint.F.gradient(0).x() + UseAdjoint.F.hessian(0)[0][0]; }
        }
        """);
    assertTrue(build.onClassPath(), build.messages());
    assertEquals(1.0, build.call("user.Use", "run"));
  }
}
