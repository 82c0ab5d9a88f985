package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tapes that come and go between threads. */
final class TapePoolTest {
  @Test
  void reusesAClosedTapeEmptied() {
    Tape tape = Tape.acquire();
    tape.enter();
    tape.pushDouble(1);
    tape.seal();
    tape.close();
    try (Tape next = Tape.acquire()) {
      assertSame(tape, next);
      assertThrows(ArrayIndexOutOfBoundsException.class, next::popDouble);
      next.rewind();
      assertThrows(ArrayIndexOutOfBoundsException.class, next::popDouble);
    }
  }

  @Test
  void neverHoldsATapeTwice() {
    // A full pool would take nothing, and prove nothing.
    for (int i = 0; i < 100; i++) {
      Tape.acquire();
    }
    Tape tape = Tape.acquire();
    tape.close();
    tape.close();
    try (Tape first = Tape.acquire();
        Tape second = Tape.acquire()) {
      assertNotSame(first, second);
    }
  }

  @Test
  void doesNotTakeTheCallersOwn() {
    Tape own = new Tape();
    own.close();
    try (Tape acquired = Tape.acquire()) {
      assertNotSame(own, acquired);
    }
  }

  @Test
  void isBounded() {
    Set<Tape> before = acquireAndClose(300);
    Set<Tape> after = acquireAndClose(300);
    after.retainAll(before);
    assertFalse(after.isEmpty());
    assertTrue(after.size() < 100, "tapes kept: " + after.size());
  }

  private static Set<Tape> acquireAndClose(int count) {
    Set<Tape> tapes = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < count; i++) {
      tapes.add(Tape.acquire());
    }
    assertEquals(count, tapes.size());
    tapes.forEach(Tape::close);
    return tapes;
  }

  @Test
  void allocatesNothingInTheSteadyState() {
    Allocation.assertNone(
        () -> {
          try (Tape outer = Tape.acquire();
              Tape inner = Tape.acquire()) {
            outer.pushDouble(1);
            inner.pushRef(outer);
          }
        });
  }

  /** Each thread finds on its tapes what it put there and nothing else, and all come back. */
  @Test
  void sharesNoTapeBetweenThreads() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Set<Tape>>> runs = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        Callable<Set<Tape>> run =
            () -> {
              start.await();
              return useMany(thread);
            };
        runs.add(executor.submit(run));
      }
      Set<Tape> all = new HashSet<>();
      for (Future<Set<Tape>> run : runs) {
        all.addAll(run.get());
      }
      assertTrue(all.size() <= 100 + 2 * threads, "tapes made: " + all.size());
    } finally {
      executor.shutdownNow();
    }
  }

  private static Set<Tape> useMany(int thread) {
    SplittableRandom random = new SplittableRandom(thread);
    Set<Tape> used = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      try (Tape outer = Tape.acquire();
          Tape inner = Tape.acquire()) {
        used.add(outer);
        used.add(inner);
        int size = random.nextInt(40);
        fill(outer, size, thread);
        fill(inner, size, -thread - 1);
        check(outer, size, thread);
        check(inner, size, -thread - 1);
      }
    }
    return used;
  }

  private static void fill(Tape tape, int size, int owner) {
    for (int j = 0; j < size; j++) {
      tape.pushInt(owner);
      tape.pushDouble(owner + 100.0 * j);
    }
  }

  private static void check(Tape tape, int size, int owner) {
    for (int j = size - 1; j >= 0; j--) {
      assertEquals(owner, tape.popInt());
      assertEquals(owner + 100.0 * j, tape.popDouble());
    }
    assertThrows(ArrayIndexOutOfBoundsException.class, tape::popInt);
  }
}
