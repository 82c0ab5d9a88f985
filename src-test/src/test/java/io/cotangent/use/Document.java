package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document at the top of the repository whose code blocks must be what the processor does today;
 * {@code -Dcotangent.rewrite=true} writes blocks anew.
 */
final class Document {
  private static final String FENCE = "```";

  private final Path path;
  private String text;

  Document(String name) {
    this.path = Path.of(System.getProperty("basedir", ".")).resolve("..").resolve(name);
    try {
      this.text = Files.readString(path).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }

  /** The first code block behind a line that starts so. */
  String block(String heading) {
    int start = start(heading);
    return text.substring(start, end(start));
  }

  /** The block must be this; if rewriting is on, it becomes this. */
  void requireBlock(String heading, String expected) {
    if (Boolean.getBoolean("cotangent.rewrite")) {
      int start = start(heading);
      text = text.substring(0, start) + expected + text.substring(end(start));
      write();
    }
    assertEquals(expected, block(heading), path + ", block behind: " + heading);
  }

  private void write() {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int start(String heading) {
    int at = text.startsWith(heading) ? 0 : text.indexOf("\n" + heading);
    if (at < 0) {
      throw new AssertionError("no line in " + path + " starts with: " + heading);
    }
    int fence = text.indexOf("\n" + FENCE, at + 1);
    return text.indexOf('\n', fence + 1) + 1;
  }

  private int end(int start) {
    return text.indexOf(FENCE, start);
  }
}
