package io.cotangent.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What is timed of a kernel, verified first. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {
  /** A name of {@link Kernels}. */
  @Param("dot n10000")
  public String name;

  private Kernel kernel;

  /** Makes the kernel; a wrong one is not worth timing. */
  @Setup
  public void verify() {
    Verification.check(name, Kernels.of(name));
    kernel = Kernels.of(name);
  }

  /** Starts counting processor time. */
  @Setup(Level.Iteration)
  public void begin() {
    CpuTime.begin();
  }

  /** Stops counting processor time. */
  @TearDown(Level.Iteration)
  public void end() {
    CpuTime.end();
  }

  /** The program itself. */
  @Benchmark
  public double primal() {
    return kernel.primal();
  }

  /** Its generated derivative. */
  @Benchmark
  public double gradient() {
    return kernel.gradient();
  }

  /** Its derivative written by hand. */
  @Benchmark
  public double hand() {
    return kernel.hand();
  }

  /** Its gradient by Hipparchus. */
  @Benchmark
  public double hipparchus() {
    return ((Peer) kernel).hipparchus();
  }
}
