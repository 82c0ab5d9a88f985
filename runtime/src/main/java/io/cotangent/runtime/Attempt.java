package io.cotangent.runtime;

/**
 * What became of code that may throw: its value or its exception. Generated code handles exceptions
 * as values where the method it is generated for catches them.
 *
 * @param <T> type of the value
 */
public final class Attempt<T> {
  private final @Nullable T value;
  private final @Nullable Throwable failure;

  private Attempt(@Nullable T value, @Nullable Throwable failure) {
    this.value = value;
    this.failure = failure;
  }

  /** What the code gave back; null if it failed. */
  public @Nullable T value() {
    return value;
  }

  /** What the code threw; null if it did not fail. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** The exception as one that can be thrown anywhere. It is thrown as it is. */
  public static RuntimeException unchecked(Throwable exception) {
    Attempt.<RuntimeException>raise(exception);
    throw new IllegalStateException(exception); // not reached
  }

  @SuppressWarnings("unchecked") // erased: nothing is cast at run time
  private static <X extends Throwable> void raise(Throwable exception) throws X {
    throw (X) exception;
  }

  /**
   * Closes what a {@code try} has opened.
   *
   * @param resource null if there is nothing to close
   * @param failure what the body threw; null if it did not
   * @return what the statement throws; null if it does not
   */
  public static @Nullable Throwable close(
      @Nullable AutoCloseable resource, @Nullable Throwable failure) {
    if (resource == null) {
      return failure;
    }
    try {
      resource.close();
    } catch (Throwable second) {
      if (failure == null) {
        return second;
      }
      failure.addSuppressed(second);
    }
    return failure;
  }

  /** Code without arguments. */
  public interface Code0<T> {
    /** Runs it. */
    @Nullable
    T run() throws Throwable;
  }

  /** Code with 1 argument. */
  public interface Code1<A, T> {
    /** Runs it. */
    @Nullable
    T run(A a) throws Throwable;
  }

  /** Code with 2 arguments. */
  public interface Code2<A, B, T> {
    /** Runs it. */
    @Nullable
    T run(A a, B b) throws Throwable;
  }

  /** Code with 3 arguments. */
  public interface Code3<A, B, C, T> {
    /** Runs it. */
    @Nullable
    T run(A a, B b, C c) throws Throwable;
  }

  /** Code with 4 arguments. */
  public interface Code4<A, B, C, D, T> {
    /** Runs it. */
    @Nullable
    T run(A a, B b, C c, D d) throws Throwable;
  }

  /** Code with 5 arguments. */
  public interface Code5<A, B, C, D, E, T> {
    /** Runs it. */
    @Nullable
    T run(A a, B b, C c, D d, E e) throws Throwable;
  }

  /** Code with 6 arguments. */
  public interface Code6<A, B, C, D, E, F, T> {
    /** Runs it. */
    @Nullable
    T run(A a, B b, C c, D d, E e, F f) throws Throwable;
  }

  /** Code with any number of arguments. */
  public interface CodeOfMany<T> {
    /** Runs it. */
    @Nullable
    T run(Object[] arguments) throws Throwable;
  }

  /** Runs code. */
  public static <T> Attempt<T> of(Code0<T> code) {
    try {
      return new Attempt<>(code.run(), null);
    } catch (Throwable failure) {
      return new Attempt<>(null, failure);
    }
  }

  /** Runs code. */
  public static <A, T> Attempt<T> of(A a, Code1<A, T> code) {
    return of(() -> code.run(a));
  }

  /** Runs code. */
  public static <A, B, T> Attempt<T> of(A a, B b, Code2<A, B, T> code) {
    return of(() -> code.run(a, b));
  }

  /** Runs code. */
  public static <A, B, C, T> Attempt<T> of(A a, B b, C c, Code3<A, B, C, T> code) {
    return of(() -> code.run(a, b, c));
  }

  /** Runs code. */
  public static <A, B, C, D, T> Attempt<T> of(A a, B b, C c, D d, Code4<A, B, C, D, T> code) {
    return of(() -> code.run(a, b, c, d));
  }

  /** Runs code. */
  public static <A, B, C, D, E, T> Attempt<T> of(
      A a, B b, C c, D d, E e, Code5<A, B, C, D, E, T> code) {
    return of(() -> code.run(a, b, c, d, e));
  }

  /** Runs code. */
  public static <A, B, C, D, E, F, T> Attempt<T> of(
      A a, B b, C c, D d, E e, F f, Code6<A, B, C, D, E, F, T> code) {
    return of(() -> code.run(a, b, c, d, e, f));
  }

  /** Runs code. */
  public static <T> Attempt<T> ofMany(Object[] arguments, CodeOfMany<T> code) {
    return of(() -> code.run(arguments));
  }
}
