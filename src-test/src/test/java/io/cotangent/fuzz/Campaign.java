package io.cotangent.fuzz;

import io.cotangent.fuzz.generate.Generator;
import io.cotangent.fuzz.generate.Sample;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.annotation.processing.Processor;

/** Many random programs, in batches that share a run of the compiler, on all cores. */
final class Campaign {
  private static final int BATCH = 100;

  private final Supplier<Examiner> examiner;
  private final Predicate<Sample> wanted;
  private final long seed;

  Campaign(Supplier<Processor> processor, long seed) {
    this(() -> new Examiner(processor), s -> true, seed);
  }

  /**
   * A campaign.
   *
   * @param wanted the programs that are tried
   */
  Campaign(Supplier<Examiner> examiner, Predicate<Sample> wanted, long seed) {
    this.examiner = examiner;
    this.wanted = wanted;
    this.seed = seed;
  }

  /** Runs so many programs of those that are wanted. */
  Tally run(int count) throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    ThreadLocal<Examiner> examiners = ThreadLocal.withInitial(examiner);
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    Map<Sample, Failure> failures = new LinkedHashMap<>();
    try {
      List<Future<Map<Sample, Failure>>> batches = new ArrayList<>();
      Iterator<Integer> indices =
          IntStream.iterate(0, i -> i + 1).filter(this::isWanted).iterator();
      for (int from = 0; from < count; from += BATCH) {
        List<Integer> batch = new ArrayList<>();
        for (int i = from; i < Math.min(count, from + BATCH); i++) {
          batch.add(indices.next());
        }
        batches.add(pool.submit(() -> examiners.get().examine(samples(batch))));
      }
      for (Future<Map<Sample, Failure>> batch : batches) {
        failures.putAll(batch.get());
      }
    } finally {
      pool.shutdownNow();
    }
    return new Tally(count, failures, (System.nanoTime() - start) / 1e9);
  }

  private boolean isWanted(int index) {
    return wanted.test(sample(index));
  }

  private List<Sample> samples(List<Integer> indices) {
    return indices.stream().map(this::sample).toList();
  }

  private Sample sample(int index) {
    return Generator.generate(programSeed(seed, index));
  }

  /** The seed of one program: neighbours have nothing in common. */
  static long programSeed(long seed, int index) {
    long mixed = (seed + index) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    return mixed ^ mixed >>> 32;
  }
}
