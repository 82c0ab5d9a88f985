package io.cotangent.models;

import java.util.*;
import java.util.function.*;

/** A list that is taken apart: what all lists can do. */
interface Sequence<T> {
  int size();

  T get(int index);

  default boolean isEmpty() {
    return size() == 0;
  }

  default void check(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(
          "Index " + index + " out of bounds for length " + size());
    }
  }

  /** How often elements were added or removed. */
  int changes();

  default Position<T> iterator() {
    return new Position<>(this);
  }

  default void forEach(Consumer<? super T> action) {
    Objects.requireNonNull(action);
    int size = size();
    int before = changes();
    for (int i = 0; i < size && changes() == before; i++) {
      action.accept(get(i));
    }
    if (changes() != before) {
      throw new ConcurrentModificationException();
    }
  }

  default Many<T> stream() {
    return new DenseMany<>(
        size(), i -> new Many.Item<>(true, get(i)), new Use(() -> changes()));
  }
}

/** A place in a list. */
final class Position<T> {
  private final Sequence<T> list;
  private final int changes;
  private int next;

  Position(Sequence<T> list) {
    this.list = list;
    this.changes = list.changes();
  }

  boolean hasNext() {
    return next != list.size();
  }

  T next() {
    if (changes != list.changes()) {
      throw new ConcurrentModificationException();
    }
    if (next >= list.size()) {
      throw new NoSuchElementException();
    }
    T element = list.get(next);
    next++;
    return element;
  }
}

/** A list that cannot grow. */
final class Listed<T> implements Sequence<T> {
  private final T[] elements;

  Listed(T[] elements) {
    this.elements = elements;
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public int changes() {
    return 0;
  }

  @Override
  public T get(int index) {
    return elements[index];
  }

  T getFirst() {
    return elements[0];
  }

  T getLast() {
    return elements[elements.length - 1];
  }
}

/** A list that grows. */
class Growing<T> implements Sequence<T> {
  private T[] elements;
  private int size;
  private int changes;

  Growing() {
    elements = Library.newLike(elements, 10);
  }

  Growing(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("Illegal Capacity: " + capacity);
    }
    elements = Library.newLike(elements, capacity);
  }

  Growing(Sequence<? extends T> others) {
    elements = Library.newLike(elements, others.size());
    for (int i = 0; i < elements.length; i++) {
      elements[i] = others.get(i);
    }
    size = elements.length;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int changes() {
    return changes;
  }

  @Override
  public T get(int index) {
    check(index);
    return elements[index];
  }

  T getFirst() {
    if (size == 0) {
      throw new NoSuchElementException();
    }
    return elements[0];
  }

  T getLast() {
    if (size == 0) {
      throw new NoSuchElementException();
    }
    return elements[size - 1];
  }

  T set(int index, T element) {
    check(index);
    T before = elements[index];
    elements[index] = element;
    return before;
  }

  boolean add(T element) {
    grow();
    elements[size] = element;
    size++;
    changes++;
    return true;
  }

  void add(int index, T element) {
    if (index < 0 || index > size) {
      throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
    }
    grow();
    for (int i = size; i > index; i--) {
      elements[i] = elements[i - 1];
    }
    elements[index] = element;
    size++;
    changes++;
  }

  private void grow() {
    if (size == elements.length) {
      T[] longer = Library.newLike(elements, 2 * size + 10);
      for (int i = 0; i < size; i++) {
        longer[i] = elements[i];
      }
      elements = longer;
    }
  }

  boolean addAll(Sequence<? extends T> others) {
    int n = others.size();
    changes++;
    for (int i = 0; i < n; i++) {
      add(others.get(i));
    }
    return n > 0;
  }

  T remove(int index) {
    check(index);
    T removed = elements[index];
    for (int i = index; i < size - 1; i++) {
      elements[i] = elements[i + 1];
    }
    size--;
    changes++;
    return removed;
  }

  T removeLast() {
    if (size == 0) {
      throw new NoSuchElementException();
    }
    size--;
    changes++;
    return elements[size];
  }

  void clear() {
    size = 0;
    changes++;
  }

  boolean removeIf(Predicate<? super T> p) {
    Objects.requireNonNull(p);
    int n = size;
    int before = changes;
    boolean[] goes = new boolean[n];
    for (int i = 0; i < n; i++) {
      goes[i] = p.test(elements[i]);
    }
    if (changes != before) {
      throw new ConcurrentModificationException();
    }
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (!goes[i]) {
        elements[kept] = elements[i];
        kept++;
      }
    }
    if (kept < n) {
      size = kept;
      changes++;
    }
    return kept < n;
  }

  void replaceAll(UnaryOperator<T> f) {
    Objects.requireNonNull(f);
    int n = size;
    int before = changes;
    for (int i = 0; i < n && changes == before; i++) {
      elements[i] = f.apply(elements[i]);
    }
    if (changes != before) {
      throw new ConcurrentModificationException();
    }
    changes++;
  }

  void sort(Comparator<? super T> order) {
    Sorting.sort(elements, size, Sorting.orNatural(order));
    changes++;
  }
}
