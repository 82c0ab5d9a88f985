package io.cotangent.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Times every kernel and prints one table. What is compared with each other runs one after the
 * other, each in a virtual machine of its own. Times are medians of the processor time of the
 * measuring thread, so that other programs on the machine disturb them little.
 *
 * <p>An argument is a regular expression for the names of kernels. Properties: {@code
 * cotangent.bench.millis} for an iteration, {@code cotangent.bench.iterations} of them.
 */
public final class BenchmarkTable {
  private final PrintStream out;

  private BenchmarkTable(PrintStream out) {
    this.out = out;
  }

  /** Prints the table. */
  public static void main(String... arguments) throws RunnerException, IOException {
    BenchmarkTable table = new BenchmarkTable(System.out);
    table.header();
    for (String name : Kernels.names()) {
      if (arguments.length == 0 || name.matches(arguments[0])) {
        table.row(name);
      }
    }
  }

  private void header() throws IOException {
    Path cpu = Path.of("/proc/cpuinfo");
    String model = System.getProperty("os.arch");
    if (Files.isReadable(cpu)) {
      model =
          Files.readAllLines(cpu).stream()
              .filter(line -> line.startsWith("model name"))
              .findFirst()
              .map(line -> line.substring(line.indexOf(':') + 2))
              .orElse(model);
    }
    out.printf(
        "%s, %d processors, Java %s, %s. Processor time in microseconds.%n%n",
        model, Runtime.getRuntime().availableProcessors(), Runtime.version(), LocalDate.now());
    out.println(
        "| kernel | primal | gradient | ratio | hand-written | its ratio | gradient / hand-written"
            + " | bytes per call | Hipparchus |");
    out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
  }

  private void row(String name) throws RunnerException {
    boolean hasPeer = Kernels.of(name) instanceof Peer;
    Map<String, RunResult> results = new HashMap<>();
    for (RunResult result : run(name, hasPeer)) {
      String method = result.getParams().getBenchmark();
      results.put(method.substring(method.lastIndexOf('.') + 1), result);
    }
    double primal = micros(results.get("primal"));
    double gradient = micros(results.get("gradient"));
    double hand = micros(results.get("hand"));
    out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %.2f | %s | %.2f | %.2f | %,d | %s |%n",
        name,
        time(primal),
        time(gradient),
        gradient / primal,
        time(hand),
        hand / primal,
        gradient / hand,
        Allocation.bytesPerCall(Kernels.of(name), 50),
        hasPeer ? time(micros(results.get("hipparchus"))) : "");
  }

  private static Collection<RunResult> run(String name, boolean hasPeer) throws RunnerException {
    TimeValue time = TimeValue.milliseconds(Integer.getInteger("cotangent.bench.millis", 1000));
    int iterations = Integer.getInteger("cotangent.bench.iterations", 5);
    String methods = hasPeer ? "(primal|gradient|hand|hipparchus)" : "(primal|gradient|hand)";
    return new Runner(
            new OptionsBuilder()
                .include("\\." + KernelBenchmark.class.getSimpleName() + "\\." + methods + "$")
                .param("name", name)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time)
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build())
        .run();
  }

  private static double micros(RunResult result) {
    return result.getSecondaryResults().get(CpuTime.LABEL).getStatistics().getPercentile(50) / 1000;
  }

  private static String time(double micros) {
    return String.format(Locale.ROOT, micros < 10 ? "%.2f" : "%,.0f", micros);
  }
}
