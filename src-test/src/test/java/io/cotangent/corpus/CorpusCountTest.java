package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How many annotated methods go through all modes against an oracle of their own, by area. */
final class CorpusCountTest {
  private static final int LEAST = 350;

  @Test
  void thereAreEnough() throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    for (String area : areas()) {
      counts.put(area.replaceFirst("CorpusTest$", ""), methods(area));
    }
    int sum = counts.values().stream().mapToInt(n -> n).sum();
    String text = sum + " corpus methods: " + counts;
    System.out.println(text);
    assertTrue(sum >= LEAST, text);
  }

  private static Iterable<String> areas() throws IOException {
    Path here =
        Path.of(
            CorpusCountTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path corpus = here.resolve(CorpusCountTest.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(corpus)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith("CorpusTest.class"))
          .map(f -> f.replaceFirst("\\.class$", ""))
          .toList();
    }
  }

  /** The methods a test class names, each once. */
  private static int methods(String area) throws ReflectiveOperationException {
    Class<?> tests = Class.forName(CorpusCountTest.class.getPackageName() + "." + area);
    Set<String> names = new HashSet<>();
    for (Method factory : tests.getDeclaredMethods()) {
      if (factory.isAnnotationPresent(TestFactory.class)) {
        nodes(tests, factory).map(DynamicNode::getDisplayName).forEach(names::add);
      }
    }
    return names.size();
  }

  @SuppressWarnings("unchecked")
  private static Stream<DynamicNode> nodes(Class<?> tests, Method factory)
      throws ReflectiveOperationException {
    var constructor = tests.getDeclaredConstructor();
    constructor.setAccessible(true);
    factory.setAccessible(true);
    return (Stream<DynamicNode>) factory.invoke(constructor.newInstance());
  }
}
