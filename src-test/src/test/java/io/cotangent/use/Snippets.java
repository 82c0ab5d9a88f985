package io.cotangent.use;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Small sources to be compiled, as lists of resources have them. */
final class Snippets {
  private Snippets() {}

  /** The entries of a resource beside this class, each from behind its {@code ===} on. */
  static List<String> entries(String resource) {
    try (InputStream in = Snippets.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String[] parts = text.replace("\r\n", "\n").split("(?m)^=== ");
      return Arrays.stream(parts).filter(part -> !part.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The source of a class of package {@code user} with these members, which begin in line 7. */
  static String file(String name, String members) {
    return "package user;\n\nimport io.cotangent.*;\nimport java.util.function.*;\n\nclass "
        + name
        + " {\n"
        + members
        + "}\n";
  }
}
