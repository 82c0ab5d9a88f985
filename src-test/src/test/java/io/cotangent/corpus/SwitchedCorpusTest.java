package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Differentiable;
import io.cotangent.processor.CotangentProcessor;
import io.cotangent.processor.model.Optimisation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corpus once more, compiled with each optimisation switched off in turn and with methods so
 * short that most are cut. All classes of the corpus with {@code -Dcotangent.corpus.switched=all}.
 */
final class SwitchedCorpusTest {
  private static final Path SOURCES = Path.of("src/test/java");
  private static final String PACKAGE = "io/cotangent/corpus";

  @TempDir Path folder;

  static Stream<String> options() {
    Stream<String> switches =
        Stream.of(Optimisation.values()).map(o -> "-Acotangent.disable=" + o.option());
    return Stream.concat(
        switches, Stream.of("-Acotangent.disable=all", "-Acotangent.methodSize=200"));
  }

  private static List<String> corpora() throws IOException {
    if (!System.getProperty("cotangent.corpus.switched", "").equals("all")) {
      return List.of("OutParameterCorpus");
    }
    try (var files = Files.list(SOURCES.resolve(PACKAGE))) {
      return files
          .map(f -> f.getFileName().toString().replace(".java", ""))
          .filter(name -> name.endsWith("CorpusTest"))
          .map(name -> name.replace("CorpusTest", "Corpus"))
          .filter(name -> !name.equals("SwitchedCorpus"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void staysRight(String option) throws Throwable {
    List<String> corpora = corpora();
    compile(corpora, option);
    try (Isolated loader = new Isolated(folder)) {
      for (String corpus : corpora) {
        run(loader, corpus);
      }
    }
  }

  private void compile(List<String> corpora, String option) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options = List.of(option, "-cp", runtime(), "-d", folder.toString());
    try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      List<Path> inputs =
          Stream.concat(corpora.stream(), Stream.of("CallTargets"))
              .map(c -> SOURCES.resolve(PACKAGE).resolve(c + ".java"))
              .toList();
      var units = files.getJavaFileObjectsFromPaths(inputs);
      var task = compiler.getTask(null, files, diagnostics, options, null, units);
      task.setProcessors(List.of(new CotangentProcessor()));
      assertTrue(task.call(), () -> diagnostics.getDiagnostics().toString());
    }
  }

  /** Nothing but the runtime: generated classes on the class path would be in the way. */
  private static String runtime() {
    try {
      var source = Differentiable.class.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs every factory of the class that tests a corpus, against what was compiled just now. */
  private static void run(Isolated loader, String corpus) throws Throwable {
    Class<?> tests = loader.loadClass("io.cotangent.corpus." + corpus + "Test");
    var constructor = tests.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object instance = constructor.newInstance();
    int count = 0;
    for (var method : tests.getDeclaredMethods()) {
      if (Stream.class.isAssignableFrom(method.getReturnType())
          && method.getParameterCount() == 0) {
        method.setAccessible(true);
        count += execute((Stream<?>) method.invoke(instance), corpus);
      }
    }
    assertTrue(count > 4, corpus + ": only " + count + " tests");
  }

  private static int execute(Stream<?> nodes, String path) throws Throwable {
    int count = 0;
    for (Object node : nodes.toList()) {
      String name = path + " " + ((DynamicNode) node).getDisplayName();
      if (node instanceof DynamicContainer container) {
        count += execute(container.getChildren(), name);
      } else if (!name.endsWith(" hvp")) { // that comes from a copy compiled without the option
        try {
          ((DynamicTest) node).getExecutable().execute();
        } catch (Throwable failure) {
          throw new AssertionError(name, failure);
        }
        count++;
      }
    }
    return count;
  }

  /** Loads the corpus from a folder, and everything that uses it anew. */
  private static final class Isolated extends java.net.URLClassLoader {
    Isolated(Path folder) throws IOException {
      super(urls(folder), SwitchedCorpusTest.class.getClassLoader());
    }

    private static URL[] urls(Path folder) throws IOException {
      List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
      urls.add(SwitchedCorpusTest.class.getProtectionDomain().getCodeSource().getLocation());
      return urls.toArray(URL[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.startsWith("io.cotangent.corpus.")) {
          loaded = findClass(name);
        }
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
    }
  }
}
