package io.cotangent.models;

import java.util.*;
import java.util.function.*;

/**
 * A stream that is taken apart: item by item, each of them asked for once and in order, which is
 * when its effects happen. An item may be absent.
 */
interface Ints {
  /** One item. */
  record IntItem(boolean present, int value) {}

  /** Gives the items. */
  interface IntAt {
    IntItem at(int i);
  }

  /** There are at most so many items. */
  int bound();

  IntAt items();

  /** Whether no more items are wanted. */
  BooleanSupplier done();

  Use use();

  /** A stream of other items, absent where these are. */
  Ints with(IntAt items, Use next);

  Ints limit(long n);

  long count();

  default Ints filter(IntPredicate p) {
    Objects.requireNonNull(p);
    Use next = use().next();
    IntAt from = items();
    return new SparseInts(
        bound(),
        i -> {
          IntItem x = from.at(i);
          return new IntItem(x.present() && p.test(x.value()), x.value());
        },
        done(),
        next);
  }

  default Ints peek(IntConsumer action) {
    Objects.requireNonNull(action);
    Use next = use().next();
    IntAt from = items();
    return with(
        i -> {
          IntItem x = from.at(i);
          if (x.present()) {
            action.accept(x.value());
          }
          return x;
        },
        next);
  }

  default Ints skip(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
    Use next = use().next();
    IntAt from = items();
    long[] left = {n};
    return new SparseInts(
        bound(),
        i -> {
          IntItem x = from.at(i);
          boolean skipped = x.present() && left[0] > 0;
          if (skipped) {
            left[0]--;
          }
          return new IntItem(x.present() && !skipped, x.value());
        },
        done(),
        next);
  }

  default Ints takeWhile(IntPredicate p) {
    Objects.requireNonNull(p);
    Use next = use().next();
    IntAt from = items();
    BooleanSupplier before = done();
    boolean[] ended = {false};
    return new SparseInts(
        bound(),
        i -> {
          IntItem x = from.at(i);
          if (x.present() && !ended[0]) {
            ended[0] = !p.test(x.value());
          }
          return new IntItem(x.present() && !ended[0], x.value());
        },
        () -> ended[0] || before.getAsBoolean(),
        next);
  }

  default Ints dropWhile(IntPredicate p) {
    Objects.requireNonNull(p);
    Use next = use().next();
    IntAt from = items();
    boolean[] dropping = {true};
    return new SparseInts(
        bound(),
        i -> {
          IntItem x = from.at(i);
          if (x.present() && dropping[0]) {
            dropping[0] = p.test(x.value());
          }
          return new IntItem(x.present() && !dropping[0], x.value());
        },
        done(),
        next);
  }

  default void forEach(IntConsumer action) {
    Objects.requireNonNull(action);
    use().begin();
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        action.accept(x.value());
      }
    }
    use().end();
  }

  default void forEachOrdered(IntConsumer action) {
    forEach(action);
  }

  default int reduce(int identity, IntBinaryOperator op) {
    Objects.requireNonNull(op);
    use().begin();
    int result = identity;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        result = op.applyAsInt(result, x.value());
      }
    }
    use().end();
    return result;
  }

  default MaybeInt reduce(IntBinaryOperator op) {
    Objects.requireNonNull(op);
    use().begin();
    boolean any = false;
    int result = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        result = any ? op.applyAsInt(result, x.value()) : x.value();
        any = true;
      }
    }
    use().end();
    return new MaybeInt(any, result);
  }

  default MaybeInt findFirst() {
    use().begin();
    boolean any = false;
    int result = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean() && !any; i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        result = x.value();
        any = true;
      }
    }
    use().end();
    return new MaybeInt(any, result);
  }

  default MaybeInt findAny() {
    return findFirst();
  }

  default boolean anyMatch(IntPredicate p) {
    Objects.requireNonNull(p);
    use().begin();
    boolean found = false;
    for (int i = 0; i < bound() && !done().getAsBoolean() && !found; i++) {
      IntItem x = items().at(i);
      found = x.present() && p.test(x.value());
    }
    use().end();
    return found;
  }

  default boolean allMatch(IntPredicate p) {
    Objects.requireNonNull(p);
    use().begin();
    boolean all = true;
    for (int i = 0; i < bound() && !done().getAsBoolean() && all; i++) {
      IntItem x = items().at(i);
      all = !x.present() || p.test(x.value());
    }
    use().end();
    return all;
  }

  default boolean noneMatch(IntPredicate p) {
    return !anyMatch(p);
  }

  default Ints sequential() {
    return this;
  }

  default Ints unordered() {
    return with(items(), use().next());
  }

  default void close() {
    use().close();
  }

  default Ints map(IntUnaryOperator f) {
    Objects.requireNonNull(f);
    Use next = use().next();
    IntAt from = items();
    return with(
        i -> {
          IntItem x = from.at(i);
          return x.present() ? new IntItem(true, f.applyAsInt(x.value())) : x;
        },
        next);
  }

  default int sum() {
    return reduce(0, (a, b) -> a + b);
  }

  default MaybeDouble average() {
    use().begin();
    long sum = 0;
    long n = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        n++;
        sum += x.value();
      }
    }
    use().end();
    return new MaybeDouble(n > 0, n > 0 ? (double) sum / n : 0);
  }

  default MaybeInt max() {
    return reduce((a, b) -> Math.max(a, b));
  }

  default MaybeInt min() {
    return reduce((a, b) -> Math.min(a, b));
  }

  default int[] toArray() {
    use().begin();
    int[] all = new int[0];
    int n = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        if (n == all.length) {
          int[] longer = new int[2 * n + 8];
          for (int k = 0; k < n; k++) {
            longer[k] = all[k];
          }
          all = longer;
        }
        all[n] = x.value();
        n++;
      }
    }
    use().end();
    int[] result = new int[n];
    for (int k = 0; k < n; k++) {
      result[k] = all[k];
    }
    return result;
  }

  Doubles mapToDouble(IntToDoubleFunction f);

  Doubles asDoubleStream();

  <U> Many<U> mapToObj(IntFunction<? extends U> f);

  Many<Integer> boxed();
}

/** A stream none of whose items is absent. */
record DenseInts(int bound, IntAt items, Use use) implements Ints {
  DenseInts(int bound, IntAt items) {
    this(bound, items, new Use());
  }

  @Override
  public BooleanSupplier done() {
    return () -> false;
  }

  @Override
  public Ints with(IntAt others, Use next) {
    return new DenseInts(bound, others, next);
  }

  @Override
  public Ints limit(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
    Use next = use.next();
    return new DenseInts((int) Math.min(bound, n), items, next);
  }

  @Override
  public long count() {
    use.begin();
    use.end();
    return bound;
  }

  @Override
  public Doubles mapToDouble(IntToDoubleFunction f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    IntAt from = items;
    return new DenseDoubles(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Doubles.DoubleItem(true, f.applyAsDouble(x.value()))
              : new Doubles.DoubleItem(false, 0);
        },
        next);
  }

  @Override
  public Doubles asDoubleStream() {
    Use next = use.next();
    IntAt from = items;
    return new DenseDoubles(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Doubles.DoubleItem(true, x.value())
              : new Doubles.DoubleItem(false, 0);
        },
        next);
  }

  @Override
  public <U> Many<U> mapToObj(IntFunction<? extends U> f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    IntAt from = items;
    return new DenseMany<>(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, f.apply(x.value()))
              : new Many.Item<>(false, Library.nothing());
        },
        next);
  }

  @Override
  public Many<Integer> boxed() {
    Use next = use.next();
    IntAt from = items;
    return new DenseMany<>(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, x.value())
              : new Many.Item<>(false, 0);
        },
        next);
  }
}

/** A stream some of whose items may be absent, or that may end early. */
record SparseInts(int bound, IntAt items, BooleanSupplier done, Use use) implements Ints {
  SparseInts(int bound, IntAt items, BooleanSupplier done) {
    this(bound, items, done, new Use());
  }

  @Override
  public Ints with(IntAt others, Use next) {
    return new SparseInts(bound, others, done, next);
  }

  @Override
  public Ints limit(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
    Use next = use.next();
    IntAt from = items;
    BooleanSupplier before = done;
    long[] left = {n};
    return new SparseInts(
        bound,
        i -> {
          IntItem x = from.at(i);
          boolean taken = x.present() && left[0] > 0;
          if (taken) {
            left[0]--;
          }
          return new IntItem(taken, x.value());
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
  public Doubles mapToDouble(IntToDoubleFunction f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    IntAt from = items;
    return new SparseDoubles(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Doubles.DoubleItem(true, f.applyAsDouble(x.value()))
              : new Doubles.DoubleItem(false, 0);
        },
        done,
        next);
  }

  @Override
  public Doubles asDoubleStream() {
    Use next = use.next();
    IntAt from = items;
    return new SparseDoubles(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Doubles.DoubleItem(true, x.value())
              : new Doubles.DoubleItem(false, 0);
        },
        done,
        next);
  }

  @Override
  public <U> Many<U> mapToObj(IntFunction<? extends U> f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    IntAt from = items;
    return new SparseMany<>(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, f.apply(x.value()))
              : new Many.Item<>(false, Library.nothing());
        },
        done,
        next);
  }

  @Override
  public Many<Integer> boxed() {
    Use next = use.next();
    IntAt from = items;
    return new SparseMany<>(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, x.value())
              : new Many.Item<>(false, 0);
        },
        done,
        next);
  }
}
