package io.cotangent.fuzz;

import io.cotangent.Differentiable;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler of this JVM, from memory to memory. For one thread. */
final class Compiler {
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
  private final List<Supplier<Processor>> processors;
  private final List<String> options;

  private Compiler(List<Supplier<Processor>> processors, List<String> options) {
    this.processors = processors;
    this.options = options;
  }

  /** A compiler that runs a processor with more options. */
  static Compiler with(Supplier<Processor> processor, List<String> options) {
    return new Compiler(List.of(processor), options);
  }

  /** A compiler that runs no processor. */
  static Compiler plain() {
    return new Compiler(List.of(), List.of());
  }

  /** Compiles sources given by simple class name, all in package {@code fuzz}. */
  Compilation compile(Map<String, String> sources) {
    MemoryFiles memory = new MemoryFiles(files);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(MemoryFiles.source("fuzz." + name, text)));
    JavaCompiler.CompilationTask task =
        javac.getTask(null, memory, diagnostics, options(), null, units);
    task.setProcessors(processors.stream().map(Supplier::get).toList());
    task.call();
    return new Compilation(
        memory.classes(),
        memory.sources(),
        diagnostics.getDiagnostics().stream()
            .<Diagnostic<? extends JavaFileObject>>map(d -> d)
            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .toList());
  }

  private List<String> options() {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-parameters", "-nowarn", "-Xmaxerrs", "100000", "-classpath", runtime()));
    return all;
  }

  private static String runtime() {
    try {
      return Path.of(
              Differentiable.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
