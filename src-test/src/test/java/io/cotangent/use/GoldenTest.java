package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is generated looks as it does in {@code src/test/golden}: for each feature one class there,
 * whose comment says which members are shown beside it. {@code -Dcotangent.rewrite=true} writes
 * them anew; read them before you commit them.
 */
final class GoldenTest {
  private static final Pattern SHOWN = Pattern.compile("// shows (.*)");
  private static final Pattern MEMBER_END = Pattern.compile("(?<=\n {4,6}}\n)\n");

  @TempDir Path folder;

  @Test
  void generatedCodeIsAsItWasRead() throws IOException {
    Path golden = Path.of(System.getProperty("basedir", ".")).resolve("src/test/golden");
    List<Path> sources;
    try (var files = Files.list(golden)) {
      sources = files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
    assertTrue(sources.size() >= 15, "too few: " + sources);
    Build build = new Build(folder);
    for (Path source : sources) {
      build.file(source.getFileName().toString(), Files.readString(source));
    }
    assertTrue(build.onClassPath(), build.messages());
    List<String> different = new ArrayList<>();
    for (Path source : sources) {
      String name = source.getFileName().toString().replace(".java", "");
      String shown = shown(Files.readString(source), build.read(name + "Adjoint.java"));
      Path expected = golden.resolve(name + ".generated");
      if (Boolean.getBoolean("cotangent.rewrite")) {
        Files.writeString(expected, shown);
      } else if (!shown.equals(Files.readString(expected).replace("\r\n", "\n"))) {
        different.add("--- " + name + "\n" + shown);
      }
    }
    assertEquals(List.of(), different);
  }

  /** The members a source names, the longest of each name. */
  private static String shown(String source, String generated) {
    Matcher names = SHOWN.matcher(source);
    assertTrue(names.find(), source);
    List<String> members = List.of(MEMBER_END.split(generated));
    StringBuilder shown = new StringBuilder();
    for (String name : names.group(1).strip().split(", ")) {
      Pattern header = Pattern.compile("(?m)^ {4,6}[a-z][\\w.\\[\\]<> ]* " + name + "\\(");
      String member =
          members.stream()
              .filter(m -> header.matcher(m).find())
              .max(Comparator.comparingInt(String::length))
              .orElseThrow(() -> new AssertionError("no " + name));
      shown.append(shown.isEmpty() ? "" : "\n").append(member.indent(-4));
    }
    return shown.toString();
  }
}
