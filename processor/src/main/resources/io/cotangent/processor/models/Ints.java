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

  /** A stream of other items, absent where these are. */
  Ints with(IntAt items);

  Ints limit(long n);

  long count();

  default Ints filter(IntPredicate p) {
    Objects.requireNonNull(p);
    IntAt from = items();
    return new SparseInts(
        bound(),
        i -> {
          IntItem x = from.at(i);
          return new IntItem(x.present() && p.test(x.value()), x.value());
        },
        done());
  }

  default Ints peek(IntConsumer action) {
    Objects.requireNonNull(action);
    IntAt from = items();
    return with(
        i -> {
          IntItem x = from.at(i);
          if (x.present()) {
            action.accept(x.value());
          }
          return x;
        });
  }

  default Ints skip(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
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
        done());
  }

  default Ints takeWhile(IntPredicate p) {
    Objects.requireNonNull(p);
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
        () -> ended[0] || before.getAsBoolean());
  }

  default Ints dropWhile(IntPredicate p) {
    Objects.requireNonNull(p);
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
        done());
  }

  default void forEach(IntConsumer action) {
    Objects.requireNonNull(action);
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        action.accept(x.value());
      }
    }
  }

  default void forEachOrdered(IntConsumer action) {
    forEach(action);
  }

  default int reduce(int identity, IntBinaryOperator op) {
    Objects.requireNonNull(op);
    int result = identity;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        result = op.applyAsInt(result, x.value());
      }
    }
    return result;
  }

  default MaybeInt reduce(IntBinaryOperator op) {
    Objects.requireNonNull(op);
    boolean any = false;
    int result = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        result = any ? op.applyAsInt(result, x.value()) : x.value();
        any = true;
      }
    }
    return new MaybeInt(any, result);
  }

  default MaybeInt findFirst() {
    boolean any = false;
    int result = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean() && !any; i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        result = x.value();
        any = true;
      }
    }
    return new MaybeInt(any, result);
  }

  default MaybeInt findAny() {
    return findFirst();
  }

  default boolean anyMatch(IntPredicate p) {
    Objects.requireNonNull(p);
    boolean found = false;
    for (int i = 0; i < bound() && !done().getAsBoolean() && !found; i++) {
      IntItem x = items().at(i);
      found = x.present() && p.test(x.value());
    }
    return found;
  }

  default boolean allMatch(IntPredicate p) {
    Objects.requireNonNull(p);
    boolean all = true;
    for (int i = 0; i < bound() && !done().getAsBoolean() && all; i++) {
      IntItem x = items().at(i);
      all = !x.present() || p.test(x.value());
    }
    return all;
  }

  default boolean noneMatch(IntPredicate p) {
    return !anyMatch(p);
  }

  default Ints sequential() {
    return this;
  }

  default Ints unordered() {
    return this;
  }

  default void close() {}

  default Ints map(IntUnaryOperator f) {
    Objects.requireNonNull(f);
    IntAt from = items();
    return with(
        i -> {
          IntItem x = from.at(i);
          return x.present() ? new IntItem(true, f.applyAsInt(x.value())) : x;
        });
  }

  default int sum() {
    return reduce(0, (a, b) -> a + b);
  }

  default MaybeDouble average() {
    long sum = 0;
    long n = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      IntItem x = items().at(i);
      if (x.present()) {
        n++;
        sum += x.value();
      }
    }
    return new MaybeDouble(n > 0, n > 0 ? (double) sum / n : 0);
  }

  default MaybeInt max() {
    return reduce((a, b) -> Math.max(a, b));
  }

  default MaybeInt min() {
    return reduce((a, b) -> Math.min(a, b));
  }

  default int[] toArray() {
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
record DenseInts(int bound, IntAt items) implements Ints {
  @Override
  public BooleanSupplier done() {
    return () -> false;
  }

  @Override
  public Ints with(IntAt others) {
    return new DenseInts(bound, others);
  }

  @Override
  public Ints limit(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
    return new DenseInts((int) Math.min(bound, n), items);
  }

  @Override
  public long count() {
    return bound;
  }

  @Override
  public Doubles mapToDouble(IntToDoubleFunction f) {
    Objects.requireNonNull(f);
    IntAt from = items;
    return new DenseDoubles(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Doubles.DoubleItem(true, f.applyAsDouble(x.value()))
              : new Doubles.DoubleItem(false, 0);
        });
  }

  @Override
  public Doubles asDoubleStream() {
    IntAt from = items;
    return new DenseDoubles(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Doubles.DoubleItem(true, x.value())
              : new Doubles.DoubleItem(false, 0);
        });
  }

  @Override
  public <U> Many<U> mapToObj(IntFunction<? extends U> f) {
    Objects.requireNonNull(f);
    IntAt from = items;
    return new DenseMany<>(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, f.apply(x.value()))
              : new Many.Item<>(false, Library.nothing());
        });
  }

  @Override
  public Many<Integer> boxed() {
    IntAt from = items;
    return new DenseMany<>(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, x.value())
              : new Many.Item<>(false, 0);
        });
  }
}

/** A stream some of whose items may be absent, or that may end early. */
record SparseInts(int bound, IntAt items, BooleanSupplier done) implements Ints {
  @Override
  public Ints with(IntAt others) {
    return new SparseInts(bound, others, done);
  }

  @Override
  public Ints limit(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
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
        () -> left[0] == 0 || before.getAsBoolean());
  }

  @Override
  public long count() {
    long n = 0;
    for (int i = 0; i < bound && !done.getAsBoolean(); i++) {
      if (items.at(i).present()) {
        n++;
      }
    }
    return n;
  }

  @Override
  public Doubles mapToDouble(IntToDoubleFunction f) {
    Objects.requireNonNull(f);
    IntAt from = items;
    return new SparseDoubles(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Doubles.DoubleItem(true, f.applyAsDouble(x.value()))
              : new Doubles.DoubleItem(false, 0);
        }, done);
  }

  @Override
  public Doubles asDoubleStream() {
    IntAt from = items;
    return new SparseDoubles(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Doubles.DoubleItem(true, x.value())
              : new Doubles.DoubleItem(false, 0);
        }, done);
  }

  @Override
  public <U> Many<U> mapToObj(IntFunction<? extends U> f) {
    Objects.requireNonNull(f);
    IntAt from = items;
    return new SparseMany<>(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, f.apply(x.value()))
              : new Many.Item<>(false, Library.nothing());
        }, done);
  }

  @Override
  public Many<Integer> boxed() {
    IntAt from = items;
    return new SparseMany<>(
        bound,
        i -> {
          IntItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, x.value())
              : new Many.Item<>(false, 0);
        }, done);
  }
}
