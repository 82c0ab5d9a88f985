package io.cotangent.models;

import io.cotangent.Gradients;
import java.util.*;
import java.util.function.*;

/**
 * Methods of the JDK that move numbers, written out, so that they are differentiated like the
 * user's own. A model is called as the class and the method it stands for, joined by an underscore;
 * effects and exceptions are those of the original.
 */
final class Library {
  private Library() {}

  private static void checkRange(int length, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    }
    if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(from);
    }
    if (to > length) {
      throw new ArrayIndexOutOfBoundsException(to);
    }
  }

  private static void checkMove(
      String type, int fromLength, int from, int toLength, int to, int length) {
    if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(
          "arraycopy: source index " + from + " out of bounds for " + type + "[" + fromLength + "]");
    }
    if (to < 0) {
      throw new ArrayIndexOutOfBoundsException(
          "arraycopy: destination index " + to + " out of bounds for " + type + "[" + toLength + "]");
    }
    if (length < 0) {
      throw new ArrayIndexOutOfBoundsException("arraycopy: length " + length + " is negative");
    }
    if (length > fromLength - from) {
      throw new ArrayIndexOutOfBoundsException(
          "arraycopy: last source index "
              + ((long) from + length)
              + " out of bounds for "
              + type
              + "["
              + fromLength
              + "]");
    }
    if (length > toLength - to) {
      throw new ArrayIndexOutOfBoundsException(
          "arraycopy: last destination index "
              + ((long) to + length)
              + " out of bounds for "
              + type
              + "["
              + toLength
              + "]");
    }
  }

  static double Double_sum(double a, double b) {
    return a + b;
  }

  static double Double_max(double a, double b) {
    return Math.max(a, b);
  }

  static double Double_min(double a, double b) {
    return Math.min(a, b);
  }

  static float Float_sum(float a, float b) {
    return a + b;
  }

  static float Float_max(float a, float b) {
    return Math.max(a, b);
  }

  static float Float_min(float a, float b) {
    return Math.min(a, b);
  }

  static void Arrays_fill(double[] a, double value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  static void Arrays_fill(double[] a, int from, int to, double value) {
    checkRange(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  static double[] Arrays_copyOf(double[] a, int n) {
    double[] copy = new double[n];
    int copied = Math.min(n, a.length);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[i];
    }
    return copy;
  }

  static double[] Arrays_copyOfRange(double[] a, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    double[] copy = new double[to - from];
    int copied = Math.min(to - from, a.length - from);
    checkMove("double", a.length, from, copy.length, 0, copied);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[from + i];
    }
    return copy;
  }

  static void System_arraycopy(double[] a, int from, double[] b, int to, int length) {
    checkMove("double", a.length, from, b.length, to, length);
    if (a == b && from < to) {
      for (int i = length - 1; i >= 0; i--) {
        b[to + i] = a[from + i];
      }
    } else {
      for (int i = 0; i < length; i++) {
        b[to + i] = a[from + i];
      }
    }
  }

  static void Arrays_fill(float[] a, float value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  static void Arrays_fill(float[] a, int from, int to, float value) {
    checkRange(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  static float[] Arrays_copyOf(float[] a, int n) {
    float[] copy = new float[n];
    int copied = Math.min(n, a.length);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[i];
    }
    return copy;
  }

  static float[] Arrays_copyOfRange(float[] a, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    float[] copy = new float[to - from];
    int copied = Math.min(to - from, a.length - from);
    checkMove("float", a.length, from, copy.length, 0, copied);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[from + i];
    }
    return copy;
  }

  static void System_arraycopy(float[] a, int from, float[] b, int to, int length) {
    checkMove("float", a.length, from, b.length, to, length);
    if (a == b && from < to) {
      for (int i = length - 1; i >= 0; i--) {
        b[to + i] = a[from + i];
      }
    } else {
      for (int i = 0; i < length; i++) {
        b[to + i] = a[from + i];
      }
    }
  }

  static void Arrays_fill(double[][] a, double[] value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  static void Arrays_fill(double[][] a, int from, int to, double[] value) {
    checkRange(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  static double[][] Arrays_copyOf(double[][] a, int n) {
    double[][] copy = new double[n][];
    int copied = Math.min(n, a.length);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[i];
    }
    return copy;
  }

  static double[][] Arrays_copyOfRange(double[][] a, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    double[][] copy = new double[to - from][];
    int copied = Math.min(to - from, a.length - from);
    checkMove("object array", a.length, from, copy.length, 0, copied);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[from + i];
    }
    return copy;
  }

  static void System_arraycopy(double[][] a, int from, double[][] b, int to, int length) {
    checkMove("object array", a.length, from, b.length, to, length);
    if (a == b && from < to) {
      for (int i = length - 1; i >= 0; i--) {
        b[to + i] = a[from + i];
      }
    } else {
      for (int i = 0; i < length; i++) {
        b[to + i] = a[from + i];
      }
    }
  }

  static void Arrays_fill(float[][] a, float[] value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  static void Arrays_fill(float[][] a, int from, int to, float[] value) {
    checkRange(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  static float[][] Arrays_copyOf(float[][] a, int n) {
    float[][] copy = new float[n][];
    int copied = Math.min(n, a.length);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[i];
    }
    return copy;
  }

  static float[][] Arrays_copyOfRange(float[][] a, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    float[][] copy = new float[to - from][];
    int copied = Math.min(to - from, a.length - from);
    checkMove("object array", a.length, from, copy.length, 0, copied);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[from + i];
    }
    return copy;
  }

  static void System_arraycopy(float[][] a, int from, float[][] b, int to, int length) {
    checkMove("object array", a.length, from, b.length, to, length);
    if (a == b && from < to) {
      for (int i = length - 1; i >= 0; i--) {
        b[to + i] = a[from + i];
      }
    } else {
      for (int i = 0; i < length; i++) {
        b[to + i] = a[from + i];
      }
    }
  }

  static DoubleUnaryOperator DoubleUnaryOperator_andThen(DoubleUnaryOperator self, DoubleUnaryOperator after) {
    Objects.requireNonNull(after);
    return x -> after.applyAsDouble(self.applyAsDouble(x));
  }

  static DoubleUnaryOperator DoubleUnaryOperator_compose(DoubleUnaryOperator self, DoubleUnaryOperator before) {
    Objects.requireNonNull(before);
    return x -> self.applyAsDouble(before.applyAsDouble(x));
  }

  static DoubleUnaryOperator DoubleUnaryOperator_identity() {
    return x -> x;
  }

  static DoublePredicate DoublePredicate_and(DoublePredicate self, DoublePredicate other) {
    Objects.requireNonNull(other);
    return x -> self.test(x) && other.test(x);
  }

  static DoublePredicate DoublePredicate_or(DoublePredicate self, DoublePredicate other) {
    Objects.requireNonNull(other);
    return x -> self.test(x) || other.test(x);
  }

  static DoublePredicate DoublePredicate_negate(DoublePredicate self) {
    return x -> !self.test(x);
  }

  static DoubleConsumer DoubleConsumer_andThen(DoubleConsumer self, DoubleConsumer after) {
    Objects.requireNonNull(after);
    return x -> {
      self.accept(x);
      after.accept(x);
    };
  }

  static IntUnaryOperator IntUnaryOperator_andThen(IntUnaryOperator self, IntUnaryOperator after) {
    Objects.requireNonNull(after);
    return x -> after.applyAsInt(self.applyAsInt(x));
  }

  static IntUnaryOperator IntUnaryOperator_compose(IntUnaryOperator self, IntUnaryOperator before) {
    Objects.requireNonNull(before);
    return x -> self.applyAsInt(before.applyAsInt(x));
  }

  static IntUnaryOperator IntUnaryOperator_identity() {
    return x -> x;
  }

  static IntPredicate IntPredicate_and(IntPredicate self, IntPredicate other) {
    Objects.requireNonNull(other);
    return x -> self.test(x) && other.test(x);
  }

  static IntPredicate IntPredicate_or(IntPredicate self, IntPredicate other) {
    Objects.requireNonNull(other);
    return x -> self.test(x) || other.test(x);
  }

  static IntPredicate IntPredicate_negate(IntPredicate self) {
    return x -> !self.test(x);
  }

  static IntConsumer IntConsumer_andThen(IntConsumer self, IntConsumer after) {
    Objects.requireNonNull(after);
    return x -> {
      self.accept(x);
      after.accept(x);
    };
  }

  static LongUnaryOperator LongUnaryOperator_andThen(LongUnaryOperator self, LongUnaryOperator after) {
    Objects.requireNonNull(after);
    return x -> after.applyAsLong(self.applyAsLong(x));
  }

  static LongUnaryOperator LongUnaryOperator_compose(LongUnaryOperator self, LongUnaryOperator before) {
    Objects.requireNonNull(before);
    return x -> self.applyAsLong(before.applyAsLong(x));
  }

  static LongUnaryOperator LongUnaryOperator_identity() {
    return x -> x;
  }

  static LongPredicate LongPredicate_and(LongPredicate self, LongPredicate other) {
    Objects.requireNonNull(other);
    return x -> self.test(x) && other.test(x);
  }

  static LongPredicate LongPredicate_or(LongPredicate self, LongPredicate other) {
    Objects.requireNonNull(other);
    return x -> self.test(x) || other.test(x);
  }

  static LongPredicate LongPredicate_negate(LongPredicate self) {
    return x -> !self.test(x);
  }

  static LongConsumer LongConsumer_andThen(LongConsumer self, LongConsumer after) {
    Objects.requireNonNull(after);
    return x -> {
      self.accept(x);
      after.accept(x);
    };
  }

  static <A, B, C> Function<A, C> Function_andThen(Function<A, B> self, Function<B, C> after) {
    Objects.requireNonNull(after);
    return x -> after.apply(self.apply(x));
  }

  static <A, B, C> Function<A, C> Function_compose(Function<B, C> self, Function<A, B> before) {
    Objects.requireNonNull(before);
    return x -> self.apply(before.apply(x));
  }

  static <A> Function<A, A> Function_identity() {
    return x -> x;
  }

  static <A> UnaryOperator<A> UnaryOperator_identity() {
    return x -> x;
  }

  static <A, B, C, D> BiFunction<A, B, D> BiFunction_andThen(
      BiFunction<A, B, C> self, Function<C, D> after) {
    Objects.requireNonNull(after);
    return (a, b) -> after.apply(self.apply(a, b));
  }

  static <A> Predicate<A> Predicate_and(Predicate<A> self, Predicate<A> other) {
    Objects.requireNonNull(other);
    return x -> self.test(x) && other.test(x);
  }

  static <A> Predicate<A> Predicate_or(Predicate<A> self, Predicate<A> other) {
    Objects.requireNonNull(other);
    return x -> self.test(x) || other.test(x);
  }

  static <A> Predicate<A> Predicate_negate(Predicate<A> self) {
    return x -> !self.test(x);
  }

  static <A> Predicate<A> Predicate_not(Predicate<A> target) {
    Objects.requireNonNull(target);
    return x -> !target.test(x);
  }

  static <A, B> BiPredicate<A, B> BiPredicate_and(
      BiPredicate<A, B> self, BiPredicate<A, B> other) {
    Objects.requireNonNull(other);
    return (a, b) -> self.test(a, b) && other.test(a, b);
  }

  static <A, B> BiPredicate<A, B> BiPredicate_or(
      BiPredicate<A, B> self, BiPredicate<A, B> other) {
    Objects.requireNonNull(other);
    return (a, b) -> self.test(a, b) || other.test(a, b);
  }

  static <A, B> BiPredicate<A, B> BiPredicate_negate(BiPredicate<A, B> self) {
    return (a, b) -> !self.test(a, b);
  }

  static <A> Consumer<A> Consumer_andThen(Consumer<A> self, Consumer<A> after) {
    Objects.requireNonNull(after);
    return x -> {
      self.accept(x);
      after.accept(x);
    };
  }

  static <A, B> BiConsumer<A, B> BiConsumer_andThen(
      BiConsumer<A, B> self, BiConsumer<A, B> after) {
    Objects.requireNonNull(after);
    return (a, b) -> {
      self.accept(a, b);
      after.accept(a, b);
    };
  }

  /** The first value, with the derivative of the second. The lowering knows this method. */
  static double derivedAs(double value, double derivative) {
    throw new UnsupportedOperationException();
  }

  /** A value nobody looks at. The lowering knows this method. */
  static <T> T nothing() {
    throw new UnsupportedOperationException();
  }

  /** A new array of what the elements of another are. The lowering knows this method. */
  static <T> T[] newLike(T[] array, int length) {
    throw new UnsupportedOperationException();
  }

  static Doubles Arrays_stream(double[] a) {
    return new DenseDoubles(a.length, i -> new Doubles.DoubleItem(true, a[i]));
  }

  static Doubles Arrays_stream(double[] a, int from, int to) {
    checkStream(a.length, from, to);
    return new DenseDoubles(to - from, i -> new Doubles.DoubleItem(true, a[from + i]));
  }

  static Ints Arrays_stream(int[] a) {
    return new DenseInts(a.length, i -> new Ints.IntItem(true, a[i]));
  }

  static Ints Arrays_stream(int[] a, int from, int to) {
    checkStream(a.length, from, to);
    return new DenseInts(to - from, i -> new Ints.IntItem(true, a[from + i]));
  }

  static <T> Many<T> Arrays_stream(T[] a) {
    return new DenseMany<>(a.length, i -> new Many.Item<>(true, a[i]));
  }

  static <T> Many<T> Stream_of(T... a) {
    return Arrays_stream(a);
  }

  private static void checkStream(int length, int from, int to) {
    if (from > to) {
      throw new ArrayIndexOutOfBoundsException("origin(" + from + ") > fence(" + to + ")");
    }
    if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(from);
    }
    if (to > length) {
      throw new ArrayIndexOutOfBoundsException(to);
    }
  }

  static Doubles DoubleStream_of(double... a) {
    return Arrays_stream(a);
  }

  static Doubles DoubleStream_empty() {
    return new DenseDoubles(0, i -> new Doubles.DoubleItem(false, 0));
  }

  static Doubles DoubleStream_generate(DoubleSupplier s) {
    Objects.requireNonNull(s);
    return new DenseDoubles(
        Integer.MAX_VALUE, i -> new Doubles.DoubleItem(true, s.getAsDouble()));
  }

  static Doubles DoubleStream_iterate(double seed, DoubleUnaryOperator f) {
    Objects.requireNonNull(f);
    double[] last = {seed};
    return new DenseDoubles(
        Integer.MAX_VALUE,
        i -> {
          if (i > 0) {
            last[0] = f.applyAsDouble(last[0]);
          }
          return new Doubles.DoubleItem(true, last[0]);
        });
  }

  static Doubles DoubleStream_iterate(
      double seed, DoublePredicate hasNext, DoubleUnaryOperator next) {
    Objects.requireNonNull(next);
    Objects.requireNonNull(hasNext);
    double[] last = {seed};
    boolean[] ended = {false};
    return new SparseDoubles(
        Integer.MAX_VALUE,
        i -> {
          if (i > 0) {
            last[0] = next.applyAsDouble(last[0]);
          }
          ended[0] = !hasNext.test(last[0]);
          return new Doubles.DoubleItem(!ended[0], last[0]);
        },
        () -> ended[0]);
  }

  static Doubles DoubleStream_concat(Doubles a, Doubles b) {
    Doubles.DoubleAt first = a.items();
    Doubles.DoubleAt second = b.items();
    BooleanSupplier firstDone = a.done();
    BooleanSupplier secondDone = b.done();
    int bound = a.bound();
    Use next = a.use().with(b.use());
    boolean[] isSecond = {false};
    return new SparseDoubles(
        (int) Math.min(Integer.MAX_VALUE, (long) bound + b.bound()),
        i -> {
          isSecond[0] = i >= bound;
          return isSecond[0]
              ? secondDone.getAsBoolean() ? new Doubles.DoubleItem(false, 0) : second.at(i - bound)
              : firstDone.getAsBoolean() ? new Doubles.DoubleItem(false, 0) : first.at(i);
        },
        () -> false,
        next);
  }

  static Ints IntStream_of(int... a) {
    return Arrays_stream(a);
  }

  static Ints IntStream_range(int from, int to) {
    long size = Math.max(0L, (long) to - from);
    if (size > Integer.MAX_VALUE) {
      throw new UnsupportedOperationException("a range of " + size + " numbers");
    }
    return new DenseInts((int) size, i -> new Ints.IntItem(true, from + i));
  }

  static Ints IntStream_rangeClosed(int from, int to) {
    long size = Math.max(0L, (long) to - from + 1);
    if (size > Integer.MAX_VALUE) {
      throw new UnsupportedOperationException("a range of " + size + " numbers");
    }
    return new DenseInts((int) size, i -> new Ints.IntItem(true, from + i));
  }

  static Ints IntStream_iterate(int seed, IntUnaryOperator f) {
    Objects.requireNonNull(f);
    int[] last = {seed};
    return new DenseInts(
        Integer.MAX_VALUE,
        i -> {
          if (i > 0) {
            last[0] = f.applyAsInt(last[0]);
          }
          return new Ints.IntItem(true, last[0]);
        });
  }

  static Ints IntStream_iterate(int seed, IntPredicate hasNext, IntUnaryOperator next) {
    Objects.requireNonNull(next);
    Objects.requireNonNull(hasNext);
    int[] last = {seed};
    boolean[] ended = {false};
    return new SparseInts(
        Integer.MAX_VALUE,
        i -> {
          if (i > 0) {
            last[0] = next.applyAsInt(last[0]);
          }
          ended[0] = !hasNext.test(last[0]);
          return new Ints.IntItem(!ended[0], last[0]);
        },
        () -> ended[0]);
  }

  static MaybeDouble OptionalDouble_of(double value) {
    return new MaybeDouble(true, value);
  }

  static MaybeDouble OptionalDouble_empty() {
    return new MaybeDouble(false, 0);
  }

  static <T> Maybe<T> Optional_of(T value) {
    return new Maybe<>(true, Objects.requireNonNull(value));
  }

  static <T> Maybe<T> Optional_empty() {
    return new Maybe<>(false, nothing());
  }

  static void Arrays_setAll(double[] a, IntToDoubleFunction f) {
    Objects.requireNonNull(f);
    for (int i = 0; i < a.length; i++) {
      a[i] = f.applyAsDouble(i);
    }
  }

  static void Arrays_sort(double[] a) {
    sort(a, 0, a.length);
  }

  static void Arrays_sort(double[] a, int from, int to) {
    checkRange(a.length, from, to);
    sort(a, from, to);
  }

  /** Where the elements come from is computed first, so that derivatives only follow. */
  private static void sort(double[] a, int from, int to) {
    int n = to - from;
    int[] order = new int[n];
    int[] next = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = from + i;
    }
    for (int width = 1; width < n; width *= 2) {
      for (int low = 0; low < n; low += 2 * width) {
        int middle = Math.min(low + width, n);
        int high = Math.min(low + 2 * width, n);
        int left = low;
        int right = middle;
        for (int k = low; k < high; k++) {
          boolean fromLeft =
              left < middle
                  && (right >= high || Double.compare(a[order[left]], a[order[right]]) <= 0);
          next[k] = fromLeft ? order[left++] : order[right++];
        }
      }
      for (int k = 0; k < n; k++) {
        order[k] = next[k];
      }
    }
    double[] before = a.clone();
    for (int i = 0; i < n; i++) {
      a[from + i] = before[order[i]];
    }
  }

  static <T> void Arrays_sort(T[] a, Comparator<? super T> order) {
    Sorting.sort(a, a.length, Sorting.orNatural(order));
  }

  static int Arrays_binarySearch(double[] a, double key) {
    return search(a, 0, a.length, key);
  }

  static int Arrays_binarySearch(double[] a, int from, int to, double key) {
    checkRange(a.length, from, to);
    return search(a, from, to, key);
  }

  private static int search(double[] a, int from, int to, double key) {
    int low = from;
    int high = to - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Double.compare(a[middle], key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  static <T> Comparator<T> Comparator_comparingDouble(ToDoubleFunction<? super T> f) {
    Objects.requireNonNull(f);
    return (a, b) -> Double.compare(f.applyAsDouble(a), f.applyAsDouble(b));
  }

  static <T> Comparator<T> Comparator_comparingInt(ToIntFunction<? super T> f) {
    Objects.requireNonNull(f);
    return (a, b) -> Integer.compare(f.applyAsInt(a), f.applyAsInt(b));
  }

  static <T> Comparator<T> Comparator_reversed(Comparator<T> self) {
    return (a, b) -> self.compare(b, a);
  }

  static <T, U> Comparator<T> Comparator_comparing(Function<? super T, ? extends U> f) {
    Comparator<U> natural = Sorting.natural();
    return Comparator_comparing(f, natural);
  }

  static <T, U> Comparator<T> Comparator_comparing(
      Function<? super T, ? extends U> f, Comparator<? super U> order) {
    Objects.requireNonNull(f);
    Objects.requireNonNull(order);
    return (a, b) -> order.compare(f.apply(a), f.apply(b));
  }

  static <T> Comparator<T> Comparator_thenComparing(
      Comparator<T> self, Comparator<? super T> other) {
    Objects.requireNonNull(other);
    return (a, b) -> {
      int first = self.compare(a, b);
      return first != 0 ? first : other.compare(a, b);
    };
  }

  static <T, U> Comparator<T> Comparator_thenComparing(
      Comparator<T> self, Function<? super T, ? extends U> f) {
    Comparator<T> other = Comparator_comparing(f);
    return Comparator_thenComparing(self, other);
  }

  static <T> Comparator<T> Comparator_thenComparingDouble(
      Comparator<T> self, ToDoubleFunction<? super T> f) {
    Comparator<T> other = Comparator_comparingDouble(f);
    return Comparator_thenComparing(self, other);
  }

  static <T> Comparator<T> Comparator_thenComparingInt(
      Comparator<T> self, ToIntFunction<? super T> f) {
    Comparator<T> other = Comparator_comparingInt(f);
    return Comparator_thenComparing(self, other);
  }

  static <T> Comparator<T> Comparator_naturalOrder() {
    return Sorting.natural();
  }

  static <T> Comparator<T> Comparator_reverseOrder() {
    Comparator<T> natural = Sorting.natural();
    return (a, b) -> natural.compare(b, a);
  }

  static <T> Comparator<T> Collections_reverseOrder() {
    return Comparator_reverseOrder();
  }

  static <T> void Collections_sort(Growing<T> list) {
    list.sort(null);
  }

  static <T> void Collections_sort(Growing<T> list, Comparator<? super T> order) {
    list.sort(order);
  }

  static <T> void Collections_swap(Growing<T> list, int i, int j) {
    list.set(i, list.set(j, list.get(i)));
  }

  static <T> void Collections_reverse(Growing<T> list) {
    for (int i = 0, j = list.size() - 1; i < j; i++, j--) {
      Collections_swap(list, i, j);
    }
  }

  static <T> T Collections_max(Sequence<T> all) {
    Comparator<T> natural = Sorting.natural();
    return Collections_max(all, natural);
  }

  static <T> T Collections_max(Sequence<T> all, Comparator<? super T> order) {
    Position<T> position = all.iterator();
    T greatest = position.next();
    while (position.hasNext()) {
      T next = position.next();
      if (order.compare(next, greatest) > 0) {
        greatest = next;
      }
    }
    return greatest;
  }

  static <T> T Collections_min(Sequence<T> all) {
    Comparator<T> natural = Sorting.natural();
    return Collections_min(all, natural);
  }

  static <T> T Collections_min(Sequence<T> all, Comparator<? super T> order) {
    return Collections_max(all, (a, b) -> order.compare(b, a));
  }

  static <T> Listed<T> List_of(T... elements) {
    for (int i = 0; i < elements.length; i++) {
      Objects.requireNonNull(elements[i]);
    }
    return new Listed<>(elements);
  }

  static <T> Listed<T> Arrays_asList(T... elements) {
    return new Listed<>(elements);
  }

  static double[] Gradients_stop(double[] x) {
    double[] copy = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      copy[i] = Gradients.stop(x[i]);
    }
    return copy;
  }

  static double[][] Gradients_stop(double[][] x) {
    double[][] copy = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      if (x[i] != null) {
        copy[i] = Gradients_stop(x[i]);
      }
    }
    return copy;
  }

  static float[] Gradients_stop(float[] x) {
    float[] copy = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      copy[i] = Gradients.stop(x[i]);
    }
    return copy;
  }

  static float[][] Gradients_stop(float[][] x) {
    float[][] copy = new float[x.length][];
    for (int i = 0; i < x.length; i++) {
      if (x[i] != null) {
        copy[i] = Gradients_stop(x[i]);
      }
    }
    return copy;
  }
}
