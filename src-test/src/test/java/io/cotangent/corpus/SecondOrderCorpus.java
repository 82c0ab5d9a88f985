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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The corpus once more, with {@code order = 2} for every method whose result is a number: each
 * class is compiled when it is first asked for, and loaded beside the one the tests are compiled
 * with.
 */
final class SecondOrderCorpus {
  /** The annotation of a method with a number as its result, and its members. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "@Differentiable(?:\\(([^()]*)\\))?(?=(?:\\s+(?:public|private|protected|static|final"
              + "|strictfp|synchronized))*(?:\\s+<[^>]*>)?\\s+(?:double|float)\\s+\\w+\\()");

  private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*?(?=(?:Adjoint)?\\b)");

  private static final Map<Class<?>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  private SecondOrderCorpus() {}

  /** The nested class {@code nested} of {@code <corpus>Adjoint}. */
  static GeneratedMethod find(Class<?> corpus, String nested) {
    String name = corpus.getName() + "Adjoint$" + nested;
    try {
      ClassLoader loader = LOADERS.computeIfAbsent(corpus, c -> loader(compile(c)));
      return new GeneratedMethod(Class.forName(name, true, loader));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("not generated: " + name, e);
    }
  }

  /** The folder with the classes. */
  private static Path compile(Class<?> corpus) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      Path folder = Files.createTempDirectory("second-order");
      Path classes = Files.createDirectories(folder.resolve("classes"));
      Path source = folder.resolve("src");
      Path target = Files.createDirectories(source.resolve("io/cotangent/corpus"));
      List<Path> sources = sources(corpus, target);
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

  /** Copies a class and all it names; returns those that have something to differentiate. */
  private static List<Path> sources(Class<?> corpus, Path target) throws IOException {
    Path folder =
        Path.of(System.getProperty("basedir", ".")).resolve("src/test/java/io/cotangent/corpus");
    List<Path> copies = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(corpus.getSimpleName()));
    Deque<String> left = new ArrayDeque<>(seen);
    while (!left.isEmpty()) {
      Path file = folder.resolve(left.pop() + ".java");
      if (Files.exists(file)) {
        String text = Files.readString(file);
        Path copy = Files.writeString(target.resolve(file.getFileName()), withOrder(text));
        if (NUMBER.matcher(text).find()) {
          copies.add(copy);
        }
        TYPE.matcher(text).results().map(MatchResult::group).filter(seen::add).forEach(left::push);
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
