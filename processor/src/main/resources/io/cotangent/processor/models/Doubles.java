package io.cotangent.models;

import java.util.*;
import java.util.function.*;

/**
 * A stream that is taken apart: item by item, each of them asked for once and in order, which is
 * when its effects happen. An item may be absent.
 */
interface Doubles {
  /** One item. */
  record DoubleItem(boolean present, double value) {}

  /** Gives the items. */
  interface DoubleAt {
    DoubleItem at(int i);
  }

  /** There are at most so many items. */
  int bound();

  DoubleAt items();

  /** Whether no more items are wanted. */
  BooleanSupplier done();

  Use use();

  /** A stream of other items, absent where these are. */
  Doubles with(DoubleAt items, Use next);

  Doubles limit(long n);

  long count();

  default Doubles filter(DoublePredicate p) {
    Objects.requireNonNull(p);
    Use next = use().next();
    DoubleAt from = items();
    return new SparseDoubles(
        bound(),
        i -> {
          DoubleItem x = from.at(i);
          return new DoubleItem(x.present() && p.test(x.value()), x.value());
        },
        done(),
        next);
  }

  default Doubles peek(DoubleConsumer action) {
    Objects.requireNonNull(action);
    Use next = use().next();
    DoubleAt from = items();
    return with(
        i -> {
          DoubleItem x = from.at(i);
          if (x.present()) {
            action.accept(x.value());
          }
          return x;
        },
        next);
  }

  default Doubles skip(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
    Use next = use().next();
    DoubleAt from = items();
    long[] left = {n};
    return new SparseDoubles(
        bound(),
        i -> {
          DoubleItem x = from.at(i);
          boolean skipped = x.present() && left[0] > 0;
          if (skipped) {
            left[0]--;
          }
          return new DoubleItem(x.present() && !skipped, x.value());
        },
        done(),
        next);
  }

  default Doubles takeWhile(DoublePredicate p) {
    Objects.requireNonNull(p);
    Use next = use().next();
    DoubleAt from = items();
    BooleanSupplier before = done();
    boolean[] ended = {false};
    return new SparseDoubles(
        bound(),
        i -> {
          DoubleItem x = from.at(i);
          if (x.present() && !ended[0]) {
            ended[0] = !p.test(x.value());
          }
          return new DoubleItem(x.present() && !ended[0], x.value());
        },
        () -> ended[0] || before.getAsBoolean(),
        next);
  }

  default Doubles dropWhile(DoublePredicate p) {
    Objects.requireNonNull(p);
    Use next = use().next();
    DoubleAt from = items();
    boolean[] dropping = {true};
    return new SparseDoubles(
        bound(),
        i -> {
          DoubleItem x = from.at(i);
          if (x.present() && dropping[0]) {
            dropping[0] = p.test(x.value());
          }
          return new DoubleItem(x.present() && !dropping[0], x.value());
        },
        done(),
        next);
  }

  default void forEach(DoubleConsumer action) {
    Objects.requireNonNull(action);
    use().begin();
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      DoubleItem x = items().at(i);
      if (x.present()) {
        action.accept(x.value());
      }
    }
    use().end();
  }

  default void forEachOrdered(DoubleConsumer action) {
    forEach(action);
  }

  default double reduce(double identity, DoubleBinaryOperator op) {
    Objects.requireNonNull(op);
    use().begin();
    double result = identity;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      DoubleItem x = items().at(i);
      if (x.present()) {
        result = op.applyAsDouble(result, x.value());
      }
    }
    use().end();
    return result;
  }

  default MaybeDouble reduce(DoubleBinaryOperator op) {
    Objects.requireNonNull(op);
    use().begin();
    boolean any = false;
    double result = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      DoubleItem x = items().at(i);
      if (x.present()) {
        result = any ? op.applyAsDouble(result, x.value()) : x.value();
        any = true;
      }
    }
    use().end();
    return new MaybeDouble(any, result);
  }

  default MaybeDouble findFirst() {
    use().begin();
    boolean any = false;
    double result = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean() && !any; i++) {
      DoubleItem x = items().at(i);
      if (x.present()) {
        result = x.value();
        any = true;
      }
    }
    use().end();
    return new MaybeDouble(any, result);
  }

  default MaybeDouble findAny() {
    return findFirst();
  }

  default boolean anyMatch(DoublePredicate p) {
    Objects.requireNonNull(p);
    use().begin();
    boolean found = false;
    for (int i = 0; i < bound() && !done().getAsBoolean() && !found; i++) {
      DoubleItem x = items().at(i);
      found = x.present() && p.test(x.value());
    }
    use().end();
    return found;
  }

  default boolean allMatch(DoublePredicate p) {
    Objects.requireNonNull(p);
    use().begin();
    boolean all = true;
    for (int i = 0; i < bound() && !done().getAsBoolean() && all; i++) {
      DoubleItem x = items().at(i);
      all = !x.present() || p.test(x.value());
    }
    use().end();
    return all;
  }

  default boolean noneMatch(DoublePredicate p) {
    return !anyMatch(p);
  }

  default Doubles sequential() {
    return this;
  }

  default Doubles unordered() {
    return with(items(), use().next());
  }

  default void close() {
    use().close();
  }

  default Doubles map(DoubleUnaryOperator f) {
    Objects.requireNonNull(f);
    Use next = use().next();
    DoubleAt from = items();
    return with(
        i -> {
          DoubleItem x = from.at(i);
          return x.present() ? new DoubleItem(true, f.applyAsDouble(x.value())) : x;
        },
        next);
  }

  /** The sum as the JDK computes it, with compensation; its derivative is that of the plain sum. */
  default double sum() {
    use().begin();
    double high = 0;
    double low = 0;
    double plain = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      DoubleItem x = items().at(i);
      if (x.present()) {
        double step = x.value() - low;
        double next = high + step;
        low = (next - high) - step;
        high = next;
        plain += x.value();
      }
    }
    use().end();
    double total = high - low;
    boolean isInfinite = Double.isNaN(total) && Double.isInfinite(plain);
    return Library.derivedAs(isInfinite ? plain : total, plain);
  }

  default MaybeDouble average() {
    use().begin();
    double high = 0;
    double low = 0;
    double plain = 0;
    long n = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      DoubleItem x = items().at(i);
      if (x.present()) {
        n++;
        double step = x.value() - low;
        double next = high + step;
        low = (next - high) - step;
        high = next;
        plain += x.value();
      }
    }
    use().end();
    double total = high - low;
    boolean isInfinite = Double.isNaN(total) && Double.isInfinite(plain);
    double sum = Library.derivedAs(isInfinite ? plain : total, plain);
    return new MaybeDouble(n > 0, n > 0 ? sum / n : 0);
  }

  default MaybeDouble max() {
    return reduce((a, b) -> Math.max(a, b));
  }

  default MaybeDouble min() {
    return reduce((a, b) -> Math.min(a, b));
  }

  default double[] toArray() {
    use().begin();
    double[] all = new double[0];
    int n = 0;
    for (int i = 0; i < bound() && !done().getAsBoolean(); i++) {
      DoubleItem x = items().at(i);
      if (x.present()) {
        if (n == all.length) {
          double[] longer = new double[2 * n + 8];
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
    double[] result = new double[n];
    for (int k = 0; k < n; k++) {
      result[k] = all[k];
    }
    return result;
  }

  default Doubles sorted() {
    Use next = use().next();
    DoubleAt from = items();
    BooleanSupplier before = done();
    int bound = bound();
    double[][] all = new double[1][];
    int[] left = {-1};
    return new SparseDoubles(
        bound,
        i -> {
          if (i == 0) {
            all[0] = new SparseDoubles(bound, from, before).toArray();
            Library.Arrays_sort(all[0]);
            left[0] = all[0].length;
          }
          boolean present = left[0] > 0;
          left[0]--;
          return new DoubleItem(present, present ? all[0][i] : 0);
        },
        () -> left[0] == 0,
        next);
  }

  Ints mapToInt(DoubleToIntFunction f);

  <U> Many<U> mapToObj(DoubleFunction<? extends U> f);

  Many<Double> boxed();
}

/** A stream none of whose items is absent. */
record DenseDoubles(int bound, DoubleAt items, Use use) implements Doubles {
  DenseDoubles(int bound, DoubleAt items) {
    this(bound, items, new Use());
  }

  @Override
  public BooleanSupplier done() {
    return () -> false;
  }

  @Override
  public Doubles with(DoubleAt others, Use next) {
    return new DenseDoubles(bound, others, next);
  }

  @Override
  public Doubles limit(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
    Use next = use.next();
    return new DenseDoubles((int) Math.min(bound, n), items, next);
  }

  @Override
  public long count() {
    use.begin();
    use.end();
    return bound;
  }

  @Override
  public Ints mapToInt(DoubleToIntFunction f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    DoubleAt from = items;
    return new DenseInts(
        bound,
        i -> {
          DoubleItem x = from.at(i);
          return x.present()
              ? new Ints.IntItem(true, f.applyAsInt(x.value()))
              : new Ints.IntItem(false, 0);
        },
        next);
  }

  @Override
  public <U> Many<U> mapToObj(DoubleFunction<? extends U> f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    DoubleAt from = items;
    return new DenseMany<>(
        bound,
        i -> {
          DoubleItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, f.apply(x.value()))
              : new Many.Item<>(false, Library.nothing());
        },
        next);
  }

  @Override
  public Many<Double> boxed() {
    Use next = use.next();
    DoubleAt from = items;
    return new DenseMany<>(
        bound,
        i -> {
          DoubleItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, x.value())
              : new Many.Item<>(false, 0.0);
        },
        next);
  }
}

/** A stream some of whose items may be absent, or that may end early. */
record SparseDoubles(int bound, DoubleAt items, BooleanSupplier done, Use use) implements Doubles {
  SparseDoubles(int bound, DoubleAt items, BooleanSupplier done) {
    this(bound, items, done, new Use());
  }

  @Override
  public Doubles with(DoubleAt others, Use next) {
    return new SparseDoubles(bound, others, done, next);
  }

  @Override
  public Doubles limit(long n) {
    if (n < 0) {
      throw new IllegalArgumentException(Long.toString(n));
    }
    Use next = use.next();
    DoubleAt from = items;
    BooleanSupplier before = done;
    long[] left = {n};
    return new SparseDoubles(
        bound,
        i -> {
          DoubleItem x = from.at(i);
          boolean taken = x.present() && left[0] > 0;
          if (taken) {
            left[0]--;
          }
          return new DoubleItem(taken, x.value());
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
  public Ints mapToInt(DoubleToIntFunction f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    DoubleAt from = items;
    return new SparseInts(
        bound,
        i -> {
          DoubleItem x = from.at(i);
          return x.present()
              ? new Ints.IntItem(true, f.applyAsInt(x.value()))
              : new Ints.IntItem(false, 0);
        },
        done,
        next);
  }

  @Override
  public <U> Many<U> mapToObj(DoubleFunction<? extends U> f) {
    Objects.requireNonNull(f);
    Use next = use.next();
    DoubleAt from = items;
    return new SparseMany<>(
        bound,
        i -> {
          DoubleItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, f.apply(x.value()))
              : new Many.Item<>(false, Library.nothing());
        },
        done,
        next);
  }

  @Override
  public Many<Double> boxed() {
    Use next = use.next();
    DoubleAt from = items;
    return new SparseMany<>(
        bound,
        i -> {
          DoubleItem x = from.at(i);
          return x.present()
              ? new Many.Item<>(true, x.value())
              : new Many.Item<>(false, 0.0);
        },
        done,
        next);
  }
}
