package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README and ARCHITECTURE show what the processor does today. */
final class DocumentsTest {
  private static final String VJP_DOC = "    /**\n     * Adds the seed";

  @TempDir Path folder;

  @Test
  void readmeShowsTheExample() throws IOException {
    Document readme = new Document("README.md");
    Path example =
        Path.of(System.getProperty("basedir", "."))
            .resolve("../examples/src/main/java/io/cotangent/examples/FirstGradient.java");
    String source = Files.readString(example);
    String shown = readme.block("## What it does");
    String method = shown.substring(shown.indexOf("  @Differentiable"), shown.lastIndexOf("}"));
    assertTrue(source.contains(method), "README's example is not in " + example);
  }

  @Test
  void readmeShowsTheGeneratedCode() {
    Document readme = new Document("README.md");
    String shown = "import io.cotangent.Differentiable;\n" + readme.block("## What it does");
    Build build = new Build(folder).file("FirstGradient.java", shown);
    assertTrue(build.onClassPath(), build.messages());
    String code = build.read("FirstGradientAdjoint.java");
    int start = code.indexOf(VJP_DOC);
    String member = code.substring(start, code.indexOf("\n\n    /**", start) + 1);
    readme.requireBlock("becomes, in", member.indent(-4));
  }

  @Test
  void readmeShowsTheNumbers() throws ReflectiveOperationException {
    Document readme = new Document("README.md");
    String shown = "import io.cotangent.Differentiable;\n" + readme.block("## What it does");
    String call = readme.block("A call gives").lines().findFirst().orElseThrow();
    Build build =
        new Build(folder)
            .file("FirstGradient.java", shown)
            .file(
                "Use.java",
                "class Use {\n  static String show() {\n    "
                    + call
                    + "\n    return \"gradient.value();      // \" + gradient.value() + \"\\n\"\n"
                    + "        + \"gradient.x();          // \""
                    + " + java.util.Arrays.toString(gradient.x()) + \"\\n\"\n"
                    + "        + \"gradient.stiffness();  // \" + gradient.stiffness() + \"\\n\";\n"
                    + "  }\n}\n");
    assertTrue(build.onClassPath(), build.messages());
    readme.requireBlock("A call gives", call + "\n" + build.call("Use", "show"));
  }

  @Test
  void architectureFollowsOneFunction() {
    Document architecture = new Document("ARCHITECTURE.md");
    String method = architecture.block("## One function through every pass");
    Build build =
        new Build(folder)
            .file(
                "S.java",
                "import io.cotangent.Differentiable;\nclass S {\n" + method.indent(2) + "}\n");
    String dumps = dumps(build);
    assertEquals(
        dumps.indexOf("--- lower\n"), dumps.indexOf("---"), "the first dump is the lowered one");
    architecture.requireBlock("lowered", dump(dumps, "--- lower\n"));
    architecture.requireBlock("counted, swept", lastPlain(dumps));
    String derived = dump(dumps, "--- adjoint\n");
    int end = derived.indexOf("\n}\n") + 3;
    architecture.requireBlock("both sweeps", derived.substring(0, end));
  }

  private static String dumps(Build build) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertTrue(build.onClassPath("-Acotangent.dump=all"), build.messages());
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** The dump behind the last pass before the program is differentiated. */
  private static String lastPlain(String dumps) {
    String plain = dumps.substring(0, dumps.indexOf("--- adjoint\n"));
    return dump(plain, plain.substring(plain.lastIndexOf("--- "), plain.length()));
  }

  private static String dump(String dumps, String heading) {
    String line = heading.substring(0, heading.indexOf('\n') + 1);
    int start = dumps.lastIndexOf(line) + line.length();
    int next = dumps.indexOf("--- ", start);
    return dumps.substring(start, next < 0 ? dumps.length() : next).strip() + "\n";
  }
}
