package io.cotangent.use;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Jars, as builds hand them on. */
final class Archive {
  private Archive() {}

  /** Writes what is in a folder, save for the sources of classes; a jar is copied. */
  static Path write(Path content, Path jar) {
    try {
      Files.createDirectories(jar.getParent());
      return Files.isDirectory(content) ? pack(content, jar) : Files.copy(content, jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path pack(Path folder, Path jar) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(folder)) {
      List<Path> content = files.filter(f -> Files.isRegularFile(f) && !isSource(f)).toList();
      for (Path file : content) {
        out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  /** Whether a file is the source of a class beside it. */
  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java")
        && Files.exists(file.resolveSibling(name.replace(".java", ".class")));
  }

  /** Where a class was loaded from: a folder or a jar. */
  static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
