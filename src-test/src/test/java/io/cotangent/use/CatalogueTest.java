package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.cotangent.processor.report.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every message there is, given for a small source at a line and a column. */
final class CatalogueTest {
  /** Messages that need more than a source. */
  private static final Set<Problem> ELSEWHERE =
      EnumSet.of(
          Problem.RULE_ORDER, // below
          Problem.LINKED_WRT, // DependencyTest
          Problem.LINKED_ORDER, // DependencyTest
          Problem.LINKED_RESULT, // DependencyTest
          Problem.RULES_NONE, // DependencyRulesTest
          Problem.HIDDEN_CLASS, // DefaultPackageTest
          Problem.EARLIER_RECORD, // EarlierClassesTest
          Problem.EARLIER_SOURCE, // EarlierClassesTest
          Problem.TOO_MANY_PARAMETERS, // ManyParametersTest
          Problem.INTERNAL, // EnvironmentTest
          Problem.NO_TREES, // EnvironmentTest
          Problem.BAD_OPTION); // OptionsTest

  @TempDir Path folder;

  /**
   * An entry of the catalogue.
   *
   * @param expected ids and places of all that is said about the source
   */
  private record Entry(List<String> expected, String source) {}

  /** The entries by the name of the problem they are there for. */
  private static Map<String, Entry> catalogue() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String part : Snippets.entries("catalogue.txt")) {
      int colon = part.indexOf(':');
      int end = part.indexOf('\n');
      List<String> expected = List.of(part.substring(colon + 2, end).split(", "));
      entries.put(part.substring(0, colon), new Entry(expected, part.substring(end + 1)));
    }
    return entries;
  }

  @TestFactory
  Stream<DynamicTest> messages() {
    Build build = new Build(folder);
    Map<String, Entry> entries = catalogue();
    entries.forEach(
        (name, e) -> build.file("user/" + name + ".java", Snippets.file(name, e.source())));
    assertFalse(build.onClassPath());
    return entries.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(build, e)));
  }

  private static void check(Build build, Map.Entry<String, Entry> entry) {
    Problem problem = Problem.valueOf(entry.getKey());
    List<String> expected = entry.getValue().expected();
    assertEquals(expected, build.saidAbout("user/" + entry.getKey() + ".java"));
    assertEquals(
        1,
        expected.stream()
            .map(e -> e.split(" ")[0])
            .filter(problem.id()::equals)
            .distinct()
            .count());
  }

  @Test
  void nothingIsMissing() {
    Set<Problem> missing = EnumSet.allOf(Problem.class);
    missing.removeAll(ELSEWHERE);
    catalogue().keySet().forEach(name -> missing.remove(Problem.valueOf(name)));
    assertEquals(Set.of(), missing);
  }

  @Test
  void derivativeOfARuleThatIsCompiledAlready() {
    Path library = folder.resolve("library");
    String text =
        """
        package lib;
        import io.cotangent.DerivativeOf;
        public class Lib {
          public static double f(double x) { return Math.random() * x; }
          @DerivativeOf(type = Lib.class, method = "f") public static double df(double x) { return x; }
        }
        """;
    new Build(library).file("lib/Lib.java", text).onClassPath();
    String members =
        """
          @Differentiable(order = 2) static double a(double x) { return lib.Lib.f(x); }
        """;
    Build build =
        new Build(folder.resolve("user"))
            .file(
                "user/A.java",
                Snippets.file("A", members).replace("class A", "@UseRules(lib.Lib.class) class A"));
    String path = Build.runtime() + File.pathSeparator + library.resolve("classes");
    assertFalse(build.onClassPath("--class-path", path));
    assertEquals(List.of("AD049 7:74"), build.saidAbout("user/A.java"), build.messages());
  }
}
