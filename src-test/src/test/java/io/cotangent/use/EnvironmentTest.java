package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.CotangentProcessor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments that build tools wrap, other compilers, and failures of the processor itself. */
final class EnvironmentTest {
  @TempDir Path folder;

  private Build build(UnaryOperator<ProcessingEnvironment> environment) {
    return new Build(folder, new Wrapped(environment))
        .file(
            "user/Models.java",
            """
            package user;
            import io.cotangent.Differentiable;
            class Models {
              @Differentiable static double f(double x) { return x * x; }
            }
            """);
  }

  @Test
  void opensWhatABuildToolWraps() {
    Build build = build(e -> proxy(ProcessingEnvironment.class, new Delegating(e)));
    assertTrue(build.onClassPath(), build.messages());
    assertTrue(build.generated("user/ModelsAdjoint.java"), build.messages());
  }

  @Test
  void saysThatAnotherCompilerHasNoTrees() {
    Build build = build(e -> proxy(ProcessingEnvironment.class, delegate(() -> e)));
    assertFalse(build.onClassPath());
    assertEquals(List.of("AD901 4:33"), build.errors());
  }

  @Test
  void reportsItsOwnFailureOnTheMethod() {
    Build build = build(e -> proxy(ProcessingEnvironment.class, new Broken(e)));
    assertFalse(build.onClassPath());
    assertEquals(List.of("AD900 4:33"), build.errors());
    assertTrue(build.messages().contains("the disk is full of bees"), build.messages());
    assertTrue(build.messages().contains("    at io.cotangent"), build.messages());
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    ClassLoader loader = EnvironmentTest.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Delegates without a field from which the delegate could be taken. */
  private static InvocationHandler delegate(Supplier<?> target) {
    return (self, method, arguments) -> call(target.get(), method, arguments);
  }

  /** Delegates as build tools do. */
  private record Delegating(ProcessingEnvironment delegate) implements InvocationHandler {
    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
      return call(delegate, method, arguments);
    }
  }

  /** Delegates, but files cannot be created. */
  private record Broken(ProcessingEnvironment delegate) implements InvocationHandler {
    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
      Object result = call(delegate, method, arguments);
      return result instanceof Filer filer ? proxy(Filer.class, files(filer)) : result;
    }

    private static InvocationHandler files(Filer filer) {
      return (self, method, arguments) -> {
        if (method.getName().equals("createSourceFile")) {
          throw new IllegalStateException("the disk is full of bees");
        }
        return call(filer, method, arguments);
      };
    }
  }

  /** Our processor in another environment. */
  @SupportedAnnotationTypes("io.cotangent.Differentiable")
  private static final class Wrapped extends AbstractProcessor {
    private final UnaryOperator<ProcessingEnvironment> wrapping;
    private final CotangentProcessor processor = new CotangentProcessor();

    Wrapped(UnaryOperator<ProcessingEnvironment> wrapping) {
      this.wrapping = wrapping;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      processor.init(wrapping.apply(environment));
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }
}
