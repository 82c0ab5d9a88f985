package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated classes are used everywhere a class can be used, before they exist. */
final class UseSitesTest {
  private static final String MODELS =
      """
      package user;

      import io.cotangent.Differentiable;
      import java.util.function.DoubleUnaryOperator;

      public class Models {
        static final DoubleUnaryOperator SLOPE = v -> ModelsAdjoint.Square.gradient(v).x();
        private ModelsAdjoint.Square.Gradient last;

        @Differentiable
        public static double square(double x) {
          return x * x;
        }

        @Differentiable
        static double viaOther(double x) {
          return Other.cube(x) + square(x);
        }

        static double run() {
          var models = new Models();
          models.last = ModelsAdjoint.Square.gradient(3);
          var other = ModelsAdjoint.ViaOther.gradient(2);
          return models.last.x() + other.x() + SLOPE.applyAsDouble(0.5) + Other.use();
        }
      }
      """;

  private static final String OTHER =
      """
      package user;

      final class Other {
        static double cube(double x) {
          return x * x * x;
        }

        static double use() {
          try (ModelsAdjoint.Square.Pullback pullback = ModelsAdjoint.Square.pullback(10)) {
            return pullback.apply(1).x();
          }
        }
      }
      """;

  /** 6 + (12 + 4) + 1 + 20. */
  private static final double EXPECTED = 43;

  @TempDir Path folder;

  private Build build() {
    return new Build(folder).file("user/Models.java", MODELS).file("user/Other.java", OTHER);
  }

  private static void check(Build build, boolean compiled) throws ReflectiveOperationException {
    assertTrue(compiled, build.messages());
    assertEquals("", build.messages(), "warnings");
    assertEquals(EXPECTED, build.call("user.Models", "run"));
  }

  @Test
  void classPath() throws ReflectiveOperationException {
    Build build = build();
    check(build, build.onClassPath("-Werror"));
  }

  @Test
  void olderRelease() throws ReflectiveOperationException {
    Build build = build();
    check(build, build.onClassPath("--release", "17"));
  }

  @Test
  void modulePath() throws ReflectiveOperationException {
    Build build =
        build().file("module-info.java", "module user { requires io.cotangent.runtime; }\n");
    check(build, build.onModulePath());
  }

  @Test
  void besideAnotherProcessor() throws ReflectiveOperationException {
    Build build = build().with(new Greeter());
    check(build, build.onClassPath());
    assertEquals("hello", build.call("user.Greeting", "text"));
  }

  /** Writes a class of its own in the first round. */
  private static final class Greeter extends AbstractProcessor {
    private boolean isDone;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!isDone) {
        isDone = true;
        try (Writer out = processingEnv.getFiler().createSourceFile("user.Greeting").openWriter()) {
          out.write("package user; class Greeting { static String text() { return \"hello\"; } }");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}
