package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many threads go through methods that record, each with inputs of its own. */
final class ThreadSafetyTest {

  private static final int THREADS = 12;
  private static final int CALLS = 400;

  @Test
  void threadsShareNoState() throws Exception {
    List<List<String>> expected = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      expected.add(new Work(thread, new CyclicBarrier(1)).call());
    }
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<String>>> results = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        results.add(pool.submit(new Work(thread, start)));
      }
      for (int thread = 0; thread < THREADS; thread++) {
        assertEquals(expected.get(thread), results.get(thread).get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** The calls of one thread; the inputs depend on the thread's number alone. */
  private record Work(int thread, CyclicBarrier start) implements Callable<List<String>> {

    @Override
    public List<String> call() throws Exception {
      start.await();
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        texts.add(one(i));
      }
      return texts;
    }

    private String one(int i) throws Exception {
      GeneratedMethod logistic = GeneratedMethod.find(LoopCorpus.class, "LogisticMap");
      GeneratedMethod products = GeneratedMethod.find(ArrayCorpus.class, "PrefixProducts");
      int n = 5 + (thread * 31 + i) % 40;
      double x = 0.1 + 0.8 * thread / THREADS;
      double[] v = new double[n];
      Arrays.setAll(v, j -> 1 + 0.01 * (j + thread));
      try {
        Object first = logistic.call("gradient", x, 2.5, n);
        Object pullback = products.call("pullback", v);
        Object second = logistic.call("gradient", x, 3.5, n / 2);
        Object third = GeneratedMethod.on(pullback, "apply", 1.0 + thread);
        GeneratedMethod.on(pullback, "close");
        return Compare.text(first) + Compare.text(second) + Compare.text(third);
      } catch (Throwable e) {
        throw new IllegalStateException("thread " + thread + ", call " + i, e);
      }
    }
  }
}
