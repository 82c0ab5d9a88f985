package io.cotangent.models;

import java.util.*;
import java.util.function.*;

/**
 * A stream that is taken apart: item by item, each of them asked for once and in order, which is
 * when its effects happen. An item may be absent.
 */
interface Many<T> {
  /** One item. */
  record Item<T>(boolean present, T value) {}

  /** Gives the items. */
  interface At<T> {
    Item<T> at(int i);
  }

  /** There are at most so many items. */
  int bound();

  At<T> items();

  /** Whether no more items are wanted. */
  BooleanSupplier done();

  Use use();

  /** A stream of other items, absent where these are. */
  Many<T> with(At<T> items, Use next);

  Many<T> limit(long n);

  long count();

  default Many<T> filter(Predicate<? super T> p) {
    Objects.requireNonNull(p);
    Use next = use().next();
    At<T> from = items();
    return new SparseMany<>(
        bound(),
        i -> {
          Item<T> x = from.at(i);
          return new Item<>(x.present() && p.test(x.value()), x.value());
        },
        done(),
        next);
  }

  default Many<T> peek(Consumer<? super T> action) {
    Objects.requireNonNull(action);
    Use next = use().next();
    At<T> from = items();
    return with(
        i -> {
          Item<T> x = from.at(i);
          if (x.present()) {
            action.accept(x.value());
          }
          return x;
        },
        next);
  }

  default Many<T> skip(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
    Use next = use().next();
    At<T> from = items();
    long[] left = {n};
    return new SparseMany<>(
        bound(),
        i -> {
          Item<T> x = from.at(i);
          boolean skipped = x.present() && left[0] > 0;
          if (skipped) {
            left[0]--;
          }
          return new Item<>(x.present() && !skipped, x.value());
        },
        done(),
        next);
  }

  default Many<T> takeWhile(Predicate<? super T> p) {
    Objects.requireNonNull(p);
    Use next = use().next();
    At<T> from = items();
    BooleanSupplier before = done();
    boolean[] ended = {false};
    return new SparseMany<>(
        bound(),
        i -> {
          Item<T> x = from.at(i);
          if (x.present() && !ended[0]) {
            ended[0] = !p.test(x.value());
          }
          return new Item<>(x.present() && !ended[0], x.value());
        },
        () -> ended[0] || before.getAsBoolean(),
        next);
  }

  default Many<T> dropWhile(Predicate<? super T> p) {
    Objects.requireNonNull(p);
    Use next = use().next();
    At<T> from = items();
    boolean[] dropping = {true};
    return new SparseMany<>(
        bound(),
        i -> {
          Item<T> x = from.at(i);
          if (x.present() && dropping[0]) {
            dropping[0] = p.test(x.value());
          }
          return new Item<>(x.present() && !dropping[0], x.value());
        },
        done(),
        next);
  }

  default void forEach(Consumer<? super T> action) {
    Objects.requireNonNull(action);
    use().begin();
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      Item<T> x = items().at(i);
      if (x.present()) {
        action.accept(x.value());
      }
    }
    use().end();
  }

  default void forEachOrdered(Consumer<? super T> action) {
    forEach(action);
  }

  default T reduce(T identity, BinaryOperator<T> op) {
    Objects.requireNonNull(op);
    use().begin();
    T result = identity;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      Item<T> x = items().at(i);
      if (x.present()) {
        result = op.apply(result, x.value());
      }
    }
    use().end();
    return result;
  }

  default Maybe<T> reduce(BinaryOperator<T> op) {
    Objects.requireNonNull(op);
    use().begin();
    boolean any = false;
    T result = Library.nothing();
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      Item<T> x = items().at(i);
      if (x.present()) {
        result = any ? op.apply(result, x.value()) : x.value();
        any = true;
      }
    }
    use().end();
    return new Maybe<>(any, result);
  }

  default Maybe<T> findFirst() {
    use().begin();
    boolean any = false;
    T result = Library.nothing();
    for (int i = 0; i < bound() && !done().getAsBoolean() && !any; i++) {
      Item<T> x = items().at(i);
      if (x.present()) {
        result = x.value();
        any = true;
      }
    }
    use().end();
    return new Maybe<>(any, result);
  }

  default Maybe<T> findAny() {
    return findFirst();
  }

  default boolean anyMatch(Predicate<? super T> p) {
    Objects.requireNonNull(p);
    use().begin();
    boolean found = false;
    for (int i = 0; i < bound() && !done().getAsBoolean() && !found; i++) {
      Item<T> x = items().at(i);
      found = x.present() && p.test(x.value());
    }
    use().end();
    return found;
  }

  default boolean allMatch(Predicate<? super T> p) {
    Objects.requireNonNull(p);
    use().begin();
    boolean all = true;
    for (int i = 0; i < bound() && !done().getAsBoolean() && all; i++) {
      Item<T> x = items().at(i);
      all = !x.present() || p.test(x.value());
    }
    use().end();
    return all;
  }

  default boolean noneMatch(Predicate<? super T> p) {
    return !anyMatch(p);
  }

  default Many<T> sequential() {
    return this;
  }

  default Many<T> unordered() {
    return with(items(), use().next());
  }

  default void close() {
    use().close();
  }

  default <U> U reduce(U identity, BiFunction<U, ? super T, U> op, BinaryOperator<U> combiner) {
    Objects.requireNonNull(op);
    use().begin();
    U result = identity;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      Item<T> x = items().at(i);
      if (x.present()) {
        result = op.apply(result, x.value());
      }
    }
    use().end();
    return result;
  }

  default Maybe<T> max(Comparator<? super T> order) {
    return reduce((a, b) -> order.compare(a, b) >= 0 ? a : b);
  }

  default Maybe<T> min(Comparator<? super T> order) {
    return reduce((a, b) -> order.compare(a, b) <= 0 ? a : b);
  }

  Doubles mapToDouble(ToDoubleFunction<? super T> f);

  Ints mapToInt(ToIntFunction<? super T> f);

  <U> Many<U> map(Function<? super T, ? extends U> f);
}

/** A stream none of whose items is absent. */
record DenseMany<T>(int bound, At<T> items, Use use) implements Many<T> {
  DenseMany(int bound, At<T> items) {
    this(bound, items, new Use());
  }

  @Override
  public BooleanSupplier done() {
    return () -> false;
  }

  @Override
  public Many<T> with(At<T> others, Use next) {
    return new DenseMany<>(bound, others, next);
  }

  @Override
  public Many<T> limit(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
    Use next = use.next();
    return new DenseMany<>((int) Math.min(bound, n), items, next);
  }

  @Override
  public long count() {
    use.begin();
    use.end();
    return bound;
  }

  @Override
  public Doubles mapToDouble(ToDoubleFunction<? super T> f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    At<T> from = items;
    return new DenseDoubles(
        bound,
        i -> {
          Item<T> x = from.at(i);
          return x.present()
              ? new Doubles.DoubleItem(true, f.applyAsDouble(x.value()))
              : new Doubles.DoubleItem(false, 0);
        },
        next);
  }

  @Override
  public Ints mapToInt(ToIntFunction<? super T> f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    At<T> from = items;
    return new DenseInts(
        bound,
        i -> {
          Item<T> x = from.at(i);
          return x.present()
              ? new Ints.IntItem(true, f.applyAsInt(x.value()))
              : new Ints.IntItem(false, 0);
        },
        next);
  }

  @Override
  public <U> Many<U> map(Function<? super T, ? extends U> f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    At<T> from = items;
    return new DenseMany<>(
        bound,
        i -> {
          Item<T> x = from.at(i);
          return x.present()
              ? new Item<>(true, f.apply(x.value()))
              : new Item<>(false, Library.nothing());
        },
        next);
  }
}

/** A stream some of whose items may be absent, or that may end early. */
record SparseMany<T>(int bound, At<T> items, BooleanSupplier done, Use use) implements Many<T> {
  SparseMany(int bound, At<T> items, BooleanSupplier done) {
    this(bound, items, done, new Use());
  }

  @Override
  public Many<T> with(At<T> others, Use next) {
    return new SparseMany<>(bound, others, done, next);
  }

  @Override
  public Many<T> limit(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
    Use next = use.next();
    At<T> from = items;
    BooleanSupplier before = done;
    long[] left = {n};
    return new SparseMany<>(
        bound,
        i -> {
          Item<T> x = from.at(i);
          boolean taken = x.present() && left[0] > 0;
          if (taken) {
            left[0]--;
          }
          return new Item<>(taken, x.value());
        },
        () -> left[0] == 0 || before.getAsBoolean(),
        next);
  }

  @Override
  public long count() {
    use.begin();
    long n = 0;
    for (int i = 0; i < bound && !done.getAsBoolean(); i++) {
      if (items.at(i).present()) {
        n++;
      }
    }
    use.end();
    return n;
  }

  @Override
  public Doubles mapToDouble(ToDoubleFunction<? super T> f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    At<T> from = items;
    return new SparseDoubles(
        bound,
        i -> {
          Item<T> x = from.at(i);
          return x.present()
              ? new Doubles.DoubleItem(true, f.applyAsDouble(x.value()))
              : new Doubles.DoubleItem(false, 0);
        },
        done,
        next);
  }

  @Override
  public Ints mapToInt(ToIntFunction<? super T> f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    At<T> from = items;
    return new SparseInts(
        bound,
        i -> {
          Item<T> x = from.at(i);
          return x.present()
              ? new Ints.IntItem(true, f.applyAsInt(x.value()))
              : new Ints.IntItem(false, 0);
        },
        done,
        next);
  }

  @Override
  public <U> Many<U> map(Function<? super T, ? extends U> f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    At<T> from = items;
    return new SparseMany<>(
        bound,
        i -> {
          Item<T> x = from.at(i);
          return x.present()
              ? new Item<>(true, f.apply(x.value()))
              : new Item<>(false, Library.nothing());
        },
        done,
        next);
  }
}
