package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What LIMITATIONS.md says is refused is refused, at the token: the file limitations.txt has words
 * of the document, then ids and places, then members of a class. What needs more than a source is
 * in {@link DependencyTest}, {@link DependencyOrderTest}, {@link LaterJavaTest} and {@link
 * CatalogueTest}.
 */
final class LimitationsTest {
  @TempDir Path folder;

  /**
   * An entry.
   *
   * @param words of the document
   * @param expected ids and places
   */
  private record Entry(String name, String words, List<String> expected, String members) {
    static Entry of(String name, String text) {
      String[] parts = text.split("\n", 3);
      return new Entry(name, parts[0], List.of(parts[1].split(", ")), parts[2]);
    }

    String file() {
      return "user/" + name + ".java";
    }

    String source() {
      return Snippets.file(name, members.replace("CLASS", name));
    }
  }

  private static List<Entry> entries() {
    List<String> parts = Snippets.entries("limitations.txt");
    return IntStream.range(0, parts.size())
        .mapToObj(i -> Entry.of("Limit" + (i + 1), parts.get(i)))
        .toList();
  }

  private static String oneLine(String text) {
    return String.join(" ", Arrays.asList(text.strip().split("\\s+")));
  }

  @TestFactory
  Stream<DynamicTest> refusals() {
    String document = oneLine(new Document("LIMITATIONS.md").text());
    List<Entry> entries = entries();
    Build build = new Build(folder);
    entries.forEach(e -> build.file(e.file(), e.source()));
    assertFalse(build.onClassPath());
    return entries.stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.words(),
                    () -> {
                      assertEquals(e.expected(), build.saidAbout(e.file()));
                      assertTrue(document.contains(e.words()), "LIMITATIONS.md has other words");
                    }));
  }
}
