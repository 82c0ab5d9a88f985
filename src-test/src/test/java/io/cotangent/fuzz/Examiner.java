package io.cotangent.fuzz;

import io.cotangent.fuzz.generate.Sample;
import io.cotangent.fuzz.program.JavaPrinter;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/** Compiles programs with the processor, many at once, and checks their derivatives. */
final class Examiner {
  /** How long a program may compute; how long it waits for a processor is not its fault. */
  private static final int SECONDS = 20;

  private final Compiler compiler;
  private final int order;

  Examiner(Supplier<Processor> processor) {
    this(processor, 1);
  }

  /**
   * An examiner.
   *
   * @param order of the derivatives that are asked for and checked: 1 or 2
   */
  Examiner(Supplier<Processor> processor, int order) {
    this(processor, order, List.of());
  }

  /** An examiner that compiles with options. */
  Examiner(Supplier<Processor> processor, int order, List<String> options) {
    this.compiler = Compiler.with(processor, options);
    this.order = order;
  }

  /** The failure of one program. */
  Optional<Failure> examine(Sample sample) {
    return Optional.ofNullable(examine(List.of(sample)).get(sample));
  }

  /** The programs that fail. */
  Map<Sample, Failure> examine(List<Sample> samples) {
    Map<String, Sample> left = new TreeMap<>();
    samples.forEach(s -> left.put(name(s), s));
    Map<Sample, Failure> failures = new LinkedHashMap<>();
    Compilation compilation = compile(left);
    while (!compilation.errors().isEmpty()) {
      int before = left.size();
      for (String name : List.copyOf(left.keySet())) {
        compilation.failure(name).ifPresent(f -> failures.put(left.remove(name), f));
      }
      if (left.size() == before) {
        examineAlone(left, failures, compilation);
        return failures;
      }
      if (left.isEmpty()) {
        return failures;
      }
      compilation = compile(left);
    }
    ClassLoader loader = compilation.loader();
    left.forEach((name, s) -> check(name, s, loader).ifPresent(f -> failures.put(s, f)));
    return failures;
  }

  /** Where an error belongs to no program in particular. */
  private void examineAlone(
      Map<String, Sample> left, Map<Sample, Failure> failures, Compilation compilation) {
    if (left.size() == 1) {
      String message = compilation.errors().get(0).toString();
      left.values().forEach(s -> failures.put(s, new Failure(Failure.Kind.UNCOMPILABLE, message)));
      return;
    }
    left.values().forEach(s -> failures.putAll(examine(List.of(s))));
  }

  private Compilation compile(Map<String, Sample> samples) {
    Map<String, String> sources = new TreeMap<>();
    samples.forEach((name, s) -> sources.put(name, JavaPrinter.print(name, s.program(), order)));
    return compiler.compile(sources);
  }

  static String name(Sample sample) {
    return "P" + Long.toHexString(sample.seed());
  }

  /** In a thread of its own, because a wrong program may go on for ever. */
  private Optional<Failure> check(String name, Sample sample, ClassLoader loader) {
    FutureTask<Optional<Failure>> task = new FutureTask<>(() -> run(name, sample, loader));
    Thread thread = new Thread(null, task, name, 1 << 20);
    thread.setDaemon(true);
    thread.start();
    try {
      return await(task, thread);
    } catch (ExecutionException | InterruptedException e) {
      return Optional.of(new Failure(Failure.Kind.WRONG, e.toString()));
    }
  }

  private static Optional<Failure> await(FutureTask<Optional<Failure>> task, Thread thread)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return task.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        long computed = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
        if (computed > TimeUnit.SECONDS.toNanos(SECONDS)) {
          return Optional.of(new Failure(Failure.Kind.WRONG, "does not end"));
        }
      }
    }
  }

  private Optional<Failure> run(String name, Sample sample, ClassLoader loader)
      throws ClassNotFoundException {
    Members program = Members.of(loader.loadClass("fuzz." + name));
    try {
      Members generated = Members.of(loader.loadClass("fuzz." + name + "Adjoint$Run"));
      for (Object[] point : sample.points()) {
        if (order == 1) {
          new DerivativeCheck(sample, program, generated, point).run();
        } else {
          new SecondOrderCheck(sample, generated, point).run();
        }
      }
      return Optional.empty();
    } catch (Wrong e) {
      return Optional.of(new Failure(Failure.Kind.WRONG, e.getMessage()));
    } catch (ClassNotFoundException e) {
      return Optional.of(new Failure(Failure.Kind.WRONG, "nothing was generated"));
    } catch (LinkageError e) {
      return Optional.of(new Failure(Failure.Kind.UNCOMPILABLE, e.toString()));
    }
  }
}
