package io.cotangent.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import com.sun.source.util.Trees;
import io.cotangent.DerivativeOf;
import io.cotangent.Differentiable;
import io.cotangent.UseRules;
import io.cotangent.processor.emit.Emitter;
import io.cotangent.processor.emit.TangentRecords;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Excerpt;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.page.ReportFolder;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.source.Excerpts;
import io.cotangent.processor.source.NestedAttribution;
import io.cotangent.processor.source.Places;
import io.cotangent.processor.source.Program;
import io.cotangent.processor.source.Reporter;
import io.cotangent.processor.source.Request;
import io.cotangent.processor.source.Requests;
import io.cotangent.processor.source.RuleCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Writes the derivatives of the methods annotated with {@link Differentiable}. */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
  "io.cotangent.Differentiable",
  "io.cotangent.DerivativeOf",
  "io.cotangent.UseRules",
  "io.cotangent.Constant",
  "io.cotangent.runtime.Derivatives"
})
@SupportedOptions({Options.DUMP, Options.DISABLE, Options.METHOD_SIZE, Options.REPORT})
public final class CotangentProcessor extends AbstractProcessor {
  private String dump = "";
  private Settings settings = Settings.DEFAULT;
  private Optional<ReportFolder> pages = Optional.empty();

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Options options = new Options(environment.getOptions(), this::error);
    dump = options.dump();
    settings = options.settings();
    pages = options.report();
  }

  private final Set<String> tangents = new HashSet<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  private final Set<String> packages = new TreeSet<>();

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getRootElements().stream()
        .map(processingEnv.getElementUtils()::getPackageOf)
        .filter(Objects::nonNull)
        .forEach(p -> packages.add(p.getQualifiedName().toString()));
    List<ExecutableElement> methods = annotated(round, Differentiable.class);
    List<ExecutableElement> rules = annotated(round, DerivativeOf.class);
    Set<? extends Element> users = round.getElementsAnnotatedWith(UseRules.class);
    List<ExecutableElement> all = new ArrayList<>(methods);
    all.addAll(rules);
    if (!all.isEmpty()) {
      CompilerAccess.trees(processingEnv)
          .ifPresentOrElse(
              trees -> DeepStack.run(() -> process(methods, rules, users, trees)),
              () -> refuse(all.get(0)));
    }
    return true;
  }

  private static List<ExecutableElement> annotated(
      RoundEnvironment round, Class<? extends Annotation> annotation) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (Element element : round.getElementsAnnotatedWith(annotation)) {
      methods.add((ExecutableElement) element);
    }
    return methods;
  }

  private void error(String message) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message);
  }

  private void refuse(ExecutableElement method) {
    String message = Problem.NO_TREES.format();
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, method);
  }

  private void process(
      List<ExecutableElement> methods,
      List<ExecutableElement> ruleMethods,
      Set<? extends Element> ruleUsers,
      Trees trees) {
    Reporter reporter = new Reporter(processingEnv, trees);
    RuleCheck rules = new RuleCheck(processingEnv.getTypeUtils(), reporter);
    try {
      List<ExecutableElement> usable = rules.check(ruleMethods);
      rules.checkNamed(ruleUsers);
      if (methods.isEmpty()) {
        return;
      }
      Program program =
          new NestedAttribution(processingEnv, trees, packages).attribute(methods, usable);
      reporter.use(program);
      List<Request> requests = new Requests(program, reporter).read(methods);
      Map<Request, Derived> derived = derive(requests, program, reporter);
      write(derived, reporter);
      pages.ifPresent(folder -> report(folder, derived, program));
      rules.checkUse(program);
    } catch (RuntimeException | IOException | StackOverflowError failure) {
      reporter.internal(methods.get(0), failure);
    }
  }

  private Map<Request, Derived> derive(List<Request> requests, Program program, Reporter reporter) {
    Pipeline pipeline = new Pipeline(program, requests, settings, dump);
    Map<Request, Derived> derived = new LinkedHashMap<>();
    for (Request request : requests) {
      Report report = new Report();
      try {
        Optional<Derived> result = pipeline.run(request, report);
        reporter.print(request.method(), report);
        result.ifPresent(d -> derived.put(request, d));
      } catch (RuntimeException | StackOverflowError failure) {
        reporter.internal(request.method(), failure);
      }
    }
    return derived;
  }

  private void write(Map<Request, Derived> derived, Reporter reporter) {
    writeTangents(derived, reporter);
    Map<String, List<Request>> classes = new LinkedHashMap<>();
    for (Request request : derived.keySet()) {
      String name = request.signature().packageName() + "." + request.signature().adjointClass();
      classes.computeIfAbsent(name, n -> new ArrayList<>()).add(request);
    }
    for (List<Request> requests : classes.values()) {
      ExecutableElement first = requests.get(0).method();
      try {
        JavaFile file =
            Emitter.emit(
                requests.stream().map(derived::get).toList(),
                first,
                (d, slots) -> tooManyParameters(d, slots, derived, reporter));
        file.writeTo(processingEnv.getFiler());
      } catch (FilerException given) {
        print(
            requests.get(0),
            reporter,
            Problem.EARLIER_SOURCE,
            requests.get(0).signature().adjointClass());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (RuntimeException | StackOverflowError failure) {
        reporter.internal(first, failure);
      }
    }
  }

  private static void tooManyParameters(
      Derived refused, Object[] slots, Map<Request, Derived> derived, Reporter reporter) {
    derived.entrySet().stream()
        .filter(entry -> entry.getValue() == refused)
        .forEach(e -> print(e.getKey(), reporter, Problem.TOO_MANY_PARAMETERS, slots));
  }

  private static void print(
      Request request, Reporter reporter, Problem problem, Object... arguments) {
    Report report = new Report();
    report.error(problem, request.source().site(), arguments);
    reporter.print(request.method(), report);
  }

  private void report(ReportFolder folder, Map<Request, Derived> derived, Program program) {
    Excerpts excerpts = new Excerpts(program);
    Places places = new Places(program);
    try {
      for (Map.Entry<Request, Derived> entry : derived.entrySet()) {
        Excerpt method = excerpts.of(entry.getKey());
        folder.add(entry.getValue(), method, places, excerpts::around);
      }
    } catch (IOException failure) {
      error(Problem.BAD_OPTION.format(Options.REPORT, folder.path(), Options.FOLDER));
    }
  }

  /** Records for tangents of objects: one for each class and compilation. */
  private void writeTangents(Map<Request, Derived> derived, Reporter reporter) {
    EarlierRecords earlier = new EarlierRecords(processingEnv);
    TangentRecords.of(List.copyOf(derived.values()))
        .forEach(
            (name, file) -> {
              Request first = derived.keySet().iterator().next();
              try {
                if (tangents.add(name)) {
                  earlier
                      .write(name, file)
                      .ifPresent(p -> print(first, reporter, Problem.EARLIER_RECORD, name, p));
                }
              } catch (FilerException given) {
                print(first, reporter, Problem.EARLIER_SOURCE, name);
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
  }
}
