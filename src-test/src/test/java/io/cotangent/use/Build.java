package io.cotangent.use;

import io.cotangent.Differentiable;
import io.cotangent.processor.CotangentProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A user's project in a folder, compiled as users compile: files on disk, javac, the processor. */
final class Build {
  private final Path sources;
  private final Path classes;
  private final List<Processor> processors;
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

  Build(Path folder) {
    this(folder, new CotangentProcessor());
  }

  Build(Path folder, Processor processor) {
    this.processors = new ArrayList<>(List.of(processor));
    try {
      this.sources = Files.createDirectories(folder.resolve("src"));
      this.classes = Files.createDirectories(folder.resolve("classes"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Build file(String name, String text) {
    try {
      Path file = sources.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Build with(Processor processor) {
    processors.add(processor);
    return this;
  }

  /** The place of the runtime: a folder or a jar. */
  static Path runtime() {
    return Archive.of(Differentiable.class);
  }

  /** Compiles everything with the runtime on the class path; whether that went well. */
  boolean onClassPath(String... options) {
    return run("--class-path", options);
  }

  /** The same with the runtime on the module path. */
  boolean onModulePath(String... options) {
    return run("--module-path", options);
  }

  private boolean run(String path, String... options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(List.of(path, runtime().toString()));
    all.addAll(List.of("-d", classes.toString(), "-Xlint:all,-options"));
    all.addAll(List.of(options));
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
        var paths = Files.walk(sources)) {
      List<Path> inputs = paths.filter(p -> p.toString().endsWith(".java")).sorted().toList();
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, files, diagnostics, all, null, files.getJavaFileObjectsFromPaths(inputs));
      task.setProcessors(processors);
      return task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a source file has been generated. */
  boolean generated(String name) {
    return Files.exists(classes.resolve(name));
  }

  /** The text of a generated source file. */
  String read(String name) {
    try {
      return Files.readString(classes.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything the compiler said, a line each. */
  String messages() {
    StringBuilder text = new StringBuilder();
    diagnostics.getDiagnostics().forEach(d -> text.append(d).append('\n'));
    return text.toString();
  }

  /** The errors as {@code AD014 5:12}, in order. */
  List<String> errors() {
    return places(Diagnostic.Kind.ERROR);
  }

  /** The warnings, likewise. */
  List<String> warnings() {
    return places(Diagnostic.Kind.WARNING);
  }

  /** What the processor said about a source file, likewise, in alphabetical order. */
  List<String> saidAbout(String name) {
    Path file = sources.resolve(name);
    return diagnostics.getDiagnostics().stream()
        .filter(d -> d.getSource() != null && Path.of(d.getSource().toUri()).equals(file))
        .filter(d -> id(d).startsWith("AD"))
        .map(d -> id(d) + " " + d.getLineNumber() + ":" + d.getColumnNumber())
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> places(Diagnostic.Kind kind) {
    return diagnostics.getDiagnostics().stream()
        .filter(d -> d.getKind() == kind)
        .map(d -> id(d) + " " + d.getLineNumber() + ":" + d.getColumnNumber())
        .toList();
  }

  private static String id(Diagnostic<?> diagnostic) {
    String message = diagnostic.getMessage(Locale.ROOT);
    int open = message.indexOf("[AD");
    return open < 0 ? message : message.substring(open + 1, message.indexOf(']', open));
  }

  /** The result of a static method without parameters. */
  Object call(String className, String method, Path... dependencies)
      throws ReflectiveOperationException {
    List<URL> urls = new ArrayList<>(List.of(url(classes)));
    List.of(dependencies).forEach(dependency -> urls.add(url(dependency)));
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), Build.class.getClassLoader())) {
      var found = loader.loadClass(className).getDeclaredMethod(method);
      found.setAccessible(true);
      return found.invoke(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
