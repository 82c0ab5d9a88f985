package io.cotangent.models;

import java.util.*;
import java.util.function.*;

/** An optional value that is taken apart. */
record MaybeDouble(boolean present, double value) {
  boolean isPresent() {
    return present;
  }

  boolean isEmpty() {
    return !present;
  }

  double getAsDouble() {
    return orElseThrow();
  }

  double orElseThrow() {
    if (!present) {
      throw new NoSuchElementException("No value present");
    }
    return value;
  }

  <X extends Throwable> double orElseThrow(Supplier<? extends X> exception) throws X {
    if (!present) {
      throw exception.get();
    }
    return value;
  }

  double orElse(double other) {
    return present ? value : other;
  }

  double orElseGet(DoubleSupplier other) {
    return present ? value : other.getAsDouble();
  }

  void ifPresent(DoubleConsumer action) {
    if (present) {
      action.accept(value);
    }
  }

  void ifPresentOrElse(DoubleConsumer action, Runnable otherwise) {
    if (present) {
      action.accept(value);
    } else {
      otherwise.run();
    }
  }
}

/** An optional value that is taken apart. */
record MaybeInt(boolean present, int value) {
  boolean isPresent() {
    return present;
  }

  boolean isEmpty() {
    return !present;
  }

  int getAsInt() {
    return orElseThrow();
  }

  int orElseThrow() {
    if (!present) {
      throw new NoSuchElementException("No value present");
    }
    return value;
  }

  <X extends Throwable> int orElseThrow(Supplier<? extends X> exception) throws X {
    if (!present) {
      throw exception.get();
    }
    return value;
  }

  int orElse(int other) {
    return present ? value : other;
  }

  int orElseGet(IntSupplier other) {
    return present ? value : other.getAsInt();
  }

  void ifPresent(IntConsumer action) {
    if (present) {
      action.accept(value);
    }
  }

  void ifPresentOrElse(IntConsumer action, Runnable otherwise) {
    if (present) {
      action.accept(value);
    } else {
      otherwise.run();
    }
  }
}

/** An optional value that is taken apart. */
record Maybe<T>(boolean present, T value) {
  boolean isPresent() {
    return present;
  }

  boolean isEmpty() {
    return !present;
  }

  T get() {
    return orElseThrow();
  }

  T orElseThrow() {
    if (!present) {
      throw new NoSuchElementException("No value present");
    }
    return value;
  }

  <X extends Throwable> T orElseThrow(Supplier<? extends X> exception) throws X {
    if (!present) {
      throw exception.get();
    }
    return value;
  }

  T orElse(T other) {
    return present ? value : other;
  }

  T orElseGet(Supplier<? extends T> other) {
    return present ? value : other.get();
  }

  void ifPresent(Consumer<? super T> action) {
    if (present) {
      action.accept(value);
    }
  }

  void ifPresentOrElse(Consumer<? super T> action, Runnable otherwise) {
    if (present) {
      action.accept(value);
    } else {
      otherwise.run();
    }
  }

  <U> Maybe<U> map(Function<? super T, ? extends U> f) {
    Objects.requireNonNull(f);
    return present ? new Maybe<>(true, f.apply(value)) : new Maybe<>(false, Library.nothing());
  }

  Maybe<T> filter(Predicate<? super T> p) {
    Objects.requireNonNull(p);
    return new Maybe<>(present && p.test(value), value);
  }
}
