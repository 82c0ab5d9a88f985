package io.cotangent.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps what the compiler writes in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
  private final Map<String, StringWriter> sources = new TreeMap<>();

  MemoryFiles(JavaFileManager files) {
    super(files);
  }

  /** Byte code by binary name. */
  Map<String, byte[]> classes() {
    return classes.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toByteArray()));
  }

  /** Generated sources by class name. */
  Map<String, String> sources() {
    return sources.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
  }

  /** A source file that exists already. */
  static JavaFileObject source(String className, String text) {
    return new Source(className, name -> text, null);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    if (kind == JavaFileObject.Kind.SOURCE) {
      StringWriter writer = sources.computeIfAbsent(className, n -> new StringWriter());
      return new Source(className, name -> writer.toString(), writer);
    }
    return new ClassFile(
        className, classes.computeIfAbsent(className, n -> new ByteArrayOutputStream()));
  }

  /** The compiler is reused, the files are not closed with it. */
  @Override
  public void close() {}

  private static URI uri(String className, JavaFileObject.Kind kind) {
    return URI.create("memory:///" + className.replace('.', '/') + kind.extension);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String className;
    private final Function<String, String> text;
    private final StringWriter writer;

    Source(String className, Function<String, String> text, StringWriter writer) {
      super(uri(className, Kind.SOURCE), Kind.SOURCE);
      this.className = className;
      this.text = text;
      this.writer = writer;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text.apply(className);
    }

    @Override
    public Writer openWriter() {
      return writer;
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes;

    ClassFile(String className, ByteArrayOutputStream bytes) {
      super(uri(className, Kind.CLASS), Kind.CLASS);
      this.bytes = bytes;
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }
}
