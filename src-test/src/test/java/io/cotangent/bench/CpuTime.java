package io.cotangent.bench;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time of an operation in the measuring thread: unlike the time on the clock it does
 * not grow when other programs share the machine.
 */
public final class CpuTime implements InternalProfiler {
  /** The name of the result. */
  static final String LABEL = "cpu.time.norm";

  private static volatile long start;
  private static volatile long total;

  /** Called by the measuring thread before an iteration. */
  static void begin() {
    start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Called by the measuring thread after an iteration. */
  static void end() {
    total = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }

  @Override
  public String getDescription() {
    return "Processor time of an operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    total = 0;
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double operations = result.getMetadata().getAllOps();
    return List.of(new ScalarResult(LABEL, total / operations, "ns/op", AggregationPolicy.AVG));
  }
}
