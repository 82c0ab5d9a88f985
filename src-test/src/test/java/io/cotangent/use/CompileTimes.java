package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/**
 * Milliseconds the processor takes for methods of some length, in Java virtual machines of their
 * own.
 */
final class CompileTimes {
  private CompileTimes() {}

  /**
   * Milliseconds of processor time.
   *
   * @param cold of the first compilation
   * @param warm of later ones
   */
  record Times(double cold, double warm) {}

  /** What the methods are made of. */
  enum Kind {
    STATEMENTS(LongMethods::straight),
    LOOPS(lines -> LongMethods.loops(lines / 4));

    private final IntFunction<String> source;

    Kind(IntFunction<String> source) {
      this.source = source;
    }
  }

  /** The times in the median of some new machines, each of which compiles so many times more. */
  static Times measure(Kind kind, int lines, int machines, int more)
      throws IOException, InterruptedException {
    List<Times> all = new ArrayList<>();
    for (int i = 0; i < machines; i++) {
      all.add(inNewMachine(kind, lines, more));
    }
    return new Times(
        median(all.stream().mapToDouble(Times::cold)),
        median(all.stream().mapToDouble(Times::warm)));
  }

  private static Times inNewMachine(Kind kind, int lines, int more)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CompileTimes.class.getName(),
                kind.name(),
                "" + lines,
                "" + more)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    String[] times = said.strip().split(" ");
    return new Times(Double.parseDouble(times[0]), Double.parseDouble(times[1]));
  }

  private static double median(DoubleStream numbers) {
    double[] sorted = numbers.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Compiles and prints the times: the first, and the median of the last half of the others. */
  public static void main(String[] arguments) {
    Kind kind = Kind.valueOf(arguments[0]);
    String source = kind.source.apply(Integer.parseInt(arguments[1]));
    int more = Integer.parseInt(arguments[2]);
    double cold = WorkMeter.millis(source);
    double[] warm = new double[more];
    for (int i = 0; i < more; i++) {
      warm[i] = WorkMeter.millis(source);
    }
    System.out.println(cold + " " + median(DoubleStream.of(warm).skip(more / 2)));
  }
}
