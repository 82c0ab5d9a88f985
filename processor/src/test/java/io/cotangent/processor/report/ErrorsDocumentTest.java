package io.cotangent.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/errors.md} says what {@link Problem} says. {@code -Dcotangent.rewrite=true} writes it
 * anew.
 */
final class ErrorsDocumentTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("basedir", ".")).resolve("../docs/errors.md");

  private static final String HEAD =
      """
      # Messages

      Every message of the processor, as javac prints it: the first line says what is wrong and stands at the
      token it is about, the lines below say what to do. `{0}` and `{1}` stand for names and types of your program.
      A method with an error gets no derivatives; the other methods of the compilation do.

      This file is written by `ErrorsDocumentTest` from the enum `Problem`.
      """;

  @Test
  void saysWhatTheEnumSays() throws IOException {
    StringBuilder expected = new StringBuilder(HEAD);
    for (Problem problem : Problem.values()) {
      expected.append(entry(problem));
    }
    if (Boolean.getBoolean("cotangent.rewrite")) {
      Files.writeString(DOCUMENT, expected);
    }
    assertEquals(expected.toString(), Files.readString(DOCUMENT).replace("\r\n", "\n"));
  }

  private static String entry(Problem problem) {
    return "\n## " + problem.id() + "\n\n```\n" + problem.format("{0}", "{1}") + "\n```\n";
  }
}
