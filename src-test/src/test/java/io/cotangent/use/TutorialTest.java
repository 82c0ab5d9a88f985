package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's tutorial compiles and gives the numbers it shows: every row of TensorFlow's. */
final class TutorialTest {
  private static final String METHODS = "## The GradientTape tutorial in Java";
  private static final String CALLS = "What TensorFlow writes";

  @TempDir Path folder;

  @Test
  void numbers() throws ReflectiveOperationException {
    Document readme = new Document("README.md");
    StringBuilder code = new StringBuilder();
    for (String line : readme.block(CALLS).lines().toList()) {
      int result = line.indexOf(";  // ");
      if (line.startsWith("//")) {
        code.append("    lines.add(\"").append(line.replace("\"", "\\\"")).append("\");\n");
      } else if (result < 0) {
        code.append("    ").append(line).append('\n');
        code.append("    lines.add(\"").append(line.replace("\"", "\\\"")).append("\");\n");
      } else {
        String call = line.substring(0, result).strip();
        code.append("    lines.add(\"").append(call).append(";  // \" + text(").append(call);
        code.append("));\n");
      }
    }
    Build build =
        new Build(folder).file("Tutorial.java", readme.block(METHODS)).file("Use.java", use(code));
    assertTrue(build.onClassPath(), build.messages());
    readme.requireBlock(CALLS, (String) build.call("Use", "show"));
  }

  private static String use(CharSequence code) {
    return """
        class Use {
          static String show() {
            java.util.List<String> lines = new java.util.ArrayList<>();
        %s    return String.join("\\n", lines) + "\\n";
          }
          static String text(Object value) {
            String text = java.util.Arrays.deepToString(new Object[] {value});
            return text.substring(1, text.length() - 1);
          }
        }
        """
        .formatted(code);
  }
}
