package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No generated method is so long that HotSpot would not compile it, or javac refuse it. */
final class MethodSizeTest {
  private static final int LIMIT = 5000;

  @TempDir Path folder;

  private static void requireShort(Map<String, Integer> sizes, int limit) {
    assertTrue(sizes.size() > 10, sizes.toString());
    String tooLong =
        sizes.entrySet().stream()
            .filter(e -> e.getValue() > limit)
            .map(Object::toString)
            .collect(Collectors.joining("\n"));
    assertEquals("", tooLong);
  }

  private Map<String, Integer> compile(String source, String... options) {
    Build build = new Build(folder).file("user/Long.java", source);
    assertTrue(build.onClassPath(options), build.messages());
    return MethodSizes.ofGenerated(folder);
  }

  @Test
  void inTheWholeCorpus() throws URISyntaxException {
    var classes = MethodSizeTest.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Map<String, Integer> sizes = MethodSizes.ofGenerated(Path.of(classes));
    assertTrue(sizes.size() > 1000, "only " + sizes.size());
    requireShort(sizes, LIMIT);
  }

  @Test
  void ofAThousandStatements() {
    Map<String, Integer> sizes = compile(LongMethods.straight(1000));
    requireShort(sizes, LIMIT);
    int total = sizes.values().stream().mapToInt(s -> s).sum();
    assertTrue(total > 100_000, "only " + total + " bytes in all");
  }

  @Test
  void ofManyLoops() {
    requireShort(compile(LongMethods.loops(60)), LIMIT);
  }

  @Test
  void ofALongLoop() {
    requireShort(compile(LongMethods.longLoop(120)), LIMIT);
  }

  @Test
  void ofDeepNesting() {
    requireShort(compile(LongMethods.nested(40)), LIMIT);
  }

  @Test
  void ofFiveHundredCases() {
    requireShort(compile(LongMethods.cases(500)), LIMIT);
  }

  @Test
  void ofManyReturns() {
    requireShort(compile(LongMethods.returns(100)), LIMIT);
  }

  @Test
  void asTheUserSays() {
    requireShort(compile(LongMethods.straight(60), "-Acotangent.methodSize=400"), 400);
  }

  @Test
  void shortMethodsStayWhole() {
    Map<String, Integer> sizes = compile(LongMethods.straight(40));
    List<String> parts = sizes.keySet().stream().filter(n -> n.contains("part1")).toList();
    assertEquals(List.of(), parts);
  }
}
