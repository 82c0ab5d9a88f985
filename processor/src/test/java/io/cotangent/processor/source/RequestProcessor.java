package io.cotangent.processor.source;

import com.sun.source.util.Trees;
import io.cotangent.Differentiable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Runs the front end up to the requests, without lowering or generating anything. */
@SupportedAnnotationTypes("io.cotangent.Differentiable")
final class RequestProcessor extends AbstractProcessor {
  private final List<Request> requests = new ArrayList<>();
  private final BiConsumer<Request, Program> observer;

  RequestProcessor(BiConsumer<Request, Program> observer) {
    this.observer = observer;
  }

  RequestProcessor() {
    this((request, program) -> {});
  }

  /** The generated classes of the requests that were found to be in order. */
  List<String> names() {
    return requests.stream()
        .map(r -> r.signature().adjointClass() + "." + r.signature().nestedClass())
        .toList();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (Element element : round.getElementsAnnotatedWith(Differentiable.class)) {
      methods.add((ExecutableElement) element);
    }
    if (!methods.isEmpty()) {
      read(methods);
    }
    return false;
  }

  private void read(List<ExecutableElement> methods) {
    Trees trees = Trees.instance(processingEnv);
    Reporter reporter = new Reporter(processingEnv, trees);
    try {
      Program program =
          new NestedAttribution(processingEnv, trees, Set.of()).attribute(methods, List.of());
      reporter.use(program);
      for (Request request : new Requests(program, reporter).read(methods)) {
        requests.add(request);
        observer.accept(request, program);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
