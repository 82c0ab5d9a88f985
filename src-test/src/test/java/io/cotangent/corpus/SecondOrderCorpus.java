package io.cotangent.corpus;

import io.cotangent.Differentiable;
import io.cotangent.processor.CotangentProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The corpus once more, with {@code order = 2} for every method whose result is a number: compiled
 * when it is first asked for, and loaded beside the corpus the tests are compiled with.
 */
final class SecondOrderCorpus {
  /** The annotation of a method with a number as its result, and its members. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "@Differentiable(?:\\(([^()]*)\\))?(?=(?:\\s+(?:public|private|protected|static|final"
              + "|strictfp|synchronized))*(?:\\s+<[^>]*>)?\\s+(?:double|float)\\s+\\w+\\()");

  /** Compiled once, when the first test asks. */
  private static final class Loaded {
    private static final ClassLoader LOADER = loader(compile());
  }

  private SecondOrderCorpus() {}

  /** The nested class {@code nested} of {@code <corpus>Adjoint}. */
  static GeneratedMethod find(Class<?> corpus, String nested) {
    String name = corpus.getName() + "Adjoint$" + nested;
    try {
      return new GeneratedMethod(Class.forName(name, true, Loaded.LOADER));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("not generated: " + name, e);
    }
  }

  /** The folder with the classes. */
  private static Path compile() {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      Path folder = Files.createTempDirectory("second-order");
      Path classes = Files.createDirectories(folder.resolve("classes"));
      Path source = folder.resolve("src");
      List<Path> sources = sources(Files.createDirectories(source.resolve("io/cotangent/corpus")));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              List.of(
                  "-d",
                  classes.toString(),
                  "-classpath",
                  runtime(),
                  "-sourcepath",
                  source.toString(),
                  "-implicit:class",
                  "-nowarn"),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new CotangentProcessor()));
      if (!task.call()) {
        throw new AssertionError(errors(diagnostics));
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    StringBuilder text = new StringBuilder("the corpus with order = 2:\n");
    diagnostics.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .forEach(d -> text.append(d).append('\n'));
    return text.toString();
  }

  private static String runtime() {
    URL location = Differentiable.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(location.toString())).toString();
  }

  /** Copies all sources of the corpus; returns those that have something to differentiate. */
  private static List<Path> sources(Path target) throws IOException {
    Path corpus =
        Path.of(System.getProperty("basedir", ".")).resolve("src/test/java/io/cotangent/corpus");
    List<Path> copies = new ArrayList<>();
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        if (!text.contains("org.junit")) {
          Path copy = Files.writeString(target.resolve(file.getFileName()), withOrder(text));
          if (NUMBER.matcher(text).find() && !file.endsWith("SecondOrderCorpus.java")) {
            copies.add(copy);
          }
        }
      }
    }
    return copies;
  }

  private static String withOrder(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            found ->
                found.group(1) == null
                    ? "@Differentiable(order = 2)"
                    : "@Differentiable(order = 2, " + found.group(1) + ")");
  }

  /** The classes of the folder, even where the tests have classes of the same names. */
  private static ClassLoader loader(Path classes) {
    try {
      URL[] urls = {classes.toUri().toURL()};
      ClassLoader loader =
          new URLClassLoader(urls, SecondOrderCorpus.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve)
                throws ClassNotFoundException {
              synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null
                    && Files.exists(classes.resolve(name.replace('.', '/') + ".class"))) {
                  loaded = findClass(name);
                }
                return loaded != null ? loaded : super.loadClass(name, resolve);
              }
            }
          };
      loader.setDefaultAssertionStatus(SecondOrderCorpus.class.desiredAssertionStatus());
      return loader;
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
