package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.CotangentProcessor;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Measures the processor from inside: when a file is written, all that the writing thread has
 * allocated was for it, since the processor works in a thread of its own.
 */
final class WorkMeter extends ForwardingJavaFileManager<JavaFileManager> {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private long bytes;
  private long nanos;

  private WorkMeter(JavaFileManager files) {
    super(files);
  }

  /** The bytes that are allocated to write the derivatives of a class {@code user.Long}. */
  static long measure(String source) {
    return measure(List.of(new CountedSource("user/Long", source)));
  }

  static long measure(List<CountedSource> sources) {
    return compile(sources).bytes;
  }

  /** The milliseconds of processor time until the derivatives are written. */
  static double millis(String source) {
    return compile(List.of(new CountedSource("user/Long", source))).nanos / 1e6;
  }

  private static WorkMeter compile(List<CountedSource> sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    WorkMeter meter = new WorkMeter(compiler.getStandardFileManager(null, null, null));
    StringWriter said = new StringWriter();
    List<String> options = List.of("-proc:only", "-cp", Build.runtime().toString());
    var task = compiler.getTask(said, meter, null, options, null, sources);
    task.setProcessors(List.of(new CotangentProcessor()));
    assertTrue(task.call(), said.toString());
    return meter;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    return new Written(className);
  }

  /** A file that is written and forgotten. */
  private final class Written extends SimpleJavaFileObject {
    private final StringWriter text =
        new StringWriter() {
          @Override
          public void close() {
            nanos = THREADS.getCurrentThreadCpuTime();
          }
        };

    Written(String className) {
      super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
    }

    @Override
    public Writer openWriter() {
      bytes = Math.max(bytes, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()));
      return text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text.toString();
    }
  }
}
