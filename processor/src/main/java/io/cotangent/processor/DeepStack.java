package io.cotangent.processor;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs the passes where they may recurse deeply: as deep as regions and expressions nest, which in
 * generated sources is deeper than the stack of a compiler's thread allows.
 */
final class DeepStack {
  /** Address space, not memory: what is not reached is never touched. */
  private static final long BYTES = 512L << 20;

  private DeepStack() {}

  /** Runs a task to its end, in a thread of its own; what it throws is thrown here. */
  static void run(Runnable task) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, task, "cotangent", BYTES);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.setUncaughtExceptionHandler((t, failure) -> thrown.set(failure));
    thread.start();
    await(thread);
    if (thrown.get() instanceof Error error) {
      throw error;
    }
    if (thrown.get() instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** The compiler must not go on before the end: nothing of it is made for two threads at once. */
  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
