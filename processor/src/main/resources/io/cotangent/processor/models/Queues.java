package io.cotangent.models;

import java.util.*;
import java.util.function.*;

/** A queue with two ends in an array that is used round and round; nulls as {@code LinkedList}. */
class Chain<T> implements Sequence<T> {
  private T[] elements;
  private int head;
  private int size;
  private int changes;

  Chain() {
    elements = Library.newLike(elements, 16);
  }

  Chain(Sequence<? extends T> others) {
    elements = Library.newLike(elements, others.size() + 1);
    addAll(others);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int changes() {
    return changes;
  }

  private int place(int index) {
    int place = head + index;
    return place < elements.length ? place : place - elements.length;
  }

  @Override
  public T get(int index) {
    check(index);
    return elements[place(index)];
  }

  private void grow() {
    if (size == elements.length) {
      T[] longer = Library.newLike(elements, 2 * size + 2);
      for (int i = 0; i < size; i++) {
        longer[i] = elements[place(i)];
      }
      elements = longer;
      head = 0;
    }
  }

  void addFirst(T element) {
    grow();
    head = head == 0 ? elements.length - 1 : head - 1;
    elements[head] = element;
    size++;
    changes++;
  }

  void addLast(T element) {
    grow();
    elements[place(size)] = element;
    size++;
    changes++;
  }

  private void requireElement() {
    if (size == 0) {
      throw new NoSuchElementException();
    }
  }

  T getFirst() {
    requireElement();
    return elements[head];
  }

  T getLast() {
    requireElement();
    return elements[place(size - 1)];
  }

  T removeFirst() {
    requireElement();
    T removed = elements[head];
    head = place(1);
    size--;
    changes++;
    return removed;
  }

  T removeLast() {
    requireElement();
    size--;
    changes++;
    return elements[place(size)];
  }

  boolean add(T element) {
    addLast(element);
    return true;
  }

  boolean addAll(Sequence<? extends T> others) {
    int n = others.size();
    for (int i = 0; i < n; i++) {
      addLast(others.get(i));
    }
    return n > 0;
  }

  boolean offer(T element) {
    return add(element);
  }

  boolean offerFirst(T element) {
    addFirst(element);
    return true;
  }

  boolean offerLast(T element) {
    return add(element);
  }

  void push(T element) {
    addFirst(element);
  }

  T pop() {
    return removeFirst();
  }

  T remove() {
    return removeFirst();
  }

  T element() {
    return getFirst();
  }

  T poll() {
    return pollFirst();
  }

  T pollFirst() {
    return size == 0 ? null : removeFirst();
  }

  T pollLast() {
    return size == 0 ? null : removeLast();
  }

  T peek() {
    return peekFirst();
  }

  T peekFirst() {
    return size == 0 ? null : getFirst();
  }

  T peekLast() {
    return size == 0 ? null : getLast();
  }

  void clear() {
    head = 0;
    size = 0;
    changes++;
  }

  T set(int index, T element) {
    T before = get(index);
    elements[place(index)] = element;
    return before;
  }

  void add(int index, T element) {
    if (index < 0 || index > size) {
      throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
    }
    addLast(element);
    for (int i = size - 1; i > index; i--) {
      set(i, get(i - 1));
    }
    set(index, element);
  }

  T remove(int index) {
    T removed = get(index);
    for (int i = index; i < size - 1; i++) {
      set(i, get(i + 1));
    }
    size--;
    changes++;
    return removed;
  }

  void replaceAll(UnaryOperator<T> f) {
    Objects.requireNonNull(f);
    for (int i = 0; i < size; i++) {
      set(i, f.apply(get(i)));
    }
  }
}

/** The queue that takes no nulls. */
final class Deck<T> extends Chain<T> {
  Deck() {}

  Deck(int capacity) {}

  Deck(Sequence<? extends T> others) {
    super(others);
  }

  @Override
  void addFirst(T element) {
    Objects.requireNonNull(element);
    super.addFirst(element);
  }

  @Override
  void addLast(T element) {
    Objects.requireNonNull(element);
    super.addLast(element);
  }
}

/** A stack: a list with another name for its end. */
final class Pile<T> extends Growing<T> {
  T push(T element) {
    add(element);
    return element;
  }

  T pop() {
    T top = peek();
    removeLast();
    return top;
  }

  T peek() {
    if (isEmpty()) {
      throw new EmptyStackException();
    }
    return getLast();
  }

  boolean empty() {
    return isEmpty();
  }
}

/** A queue whose first is the least: a binary heap. */
final class Heap<T> implements Sequence<T> {
  private final Comparator<? super T> order;
  private T[] elements;
  private int size;
  private int changes;

  Heap() {
    this(Sorting.natural());
  }

  Heap(int capacity) {
    this(Sorting.natural());
  }

  Heap(Comparator<? super T> order) {
    this.order = order;
    elements = Library.newLike(elements, 11);
  }

  Heap(int capacity, Comparator<? super T> order) {
    this(order);
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
    return elements[index];
  }

  boolean add(T element) {
    Objects.requireNonNull(element);
    if (size == elements.length) {
      T[] longer = Library.newLike(elements, 2 * size + 2);
      for (int i = 0; i < size; i++) {
        longer[i] = elements[i];
      }
      elements = longer;
    }
    size++;
    changes++;
    rise(size - 1, element);
    return true;
  }

  boolean offer(T element) {
    return add(element);
  }

  boolean addAll(Sequence<? extends T> others) {
    int n = others.size();
    for (int i = 0; i < n; i++) {
      add(others.get(i));
    }
    return n > 0;
  }

  /** Puts an element where no element above it is greater. */
  private void rise(int from, T element) {
    int at = from;
    while (at > 0 && order.compare(element, elements[(at - 1) >> 1]) < 0) {
      elements[at] = elements[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    elements[at] = element;
  }

  /** Puts an element, from the top down, where no element below it is less. */
  private void sink(T element) {
    int at = 0;
    int child = lesserChild(at);
    while (child < size && order.compare(element, elements[child]) > 0) {
      elements[at] = elements[child];
      at = child;
      child = lesserChild(at);
    }
    elements[at] = element;
  }

  private int lesserChild(int at) {
    int left = 2 * at + 1;
    int right = left + 1;
    return right < size && order.compare(elements[left], elements[right]) > 0 ? right : left;
  }

  T peek() {
    return size == 0 ? null : elements[0];
  }

  T element() {
    if (size == 0) {
      throw new NoSuchElementException();
    }
    return elements[0];
  }

  T poll() {
    return size == 0 ? null : remove();
  }

  T remove() {
    T first = element();
    size--;
    changes++;
    if (size > 0) {
      sink(elements[size]);
    }
    return first;
  }

  void clear() {
    size = 0;
    changes++;
  }
}

/** Orders and sorting. */
final class Sorting {
  private Sorting() {}

  static <T> Comparator<T> natural() {
    return (a, b) -> ((Comparable<T>) a).compareTo(b);
  }

  static <T> Comparator<? super T> orNatural(Comparator<? super T> order) {
    return order == null ? natural() : order;
  }

  /** Sorts the first elements; equal ones stay in their order. Runs of one, two, four are merged. */
  static <T> void sort(T[] elements, int size, Comparator<? super T> order) {
    T[] merged = Library.newLike(elements, size);
    for (int run = 1; run < size; run *= 2) {
      for (int from = 0; from < size; from += 2 * run) {
        merge(elements, merged, from, Math.min(from + run, size), Math.min(from + 2 * run, size), order);
      }
      for (int i = 0; i < size; i++) {
        elements[i] = merged[i];
      }
    }
  }

  private static <T> void merge(
      T[] elements, T[] merged, int from, int middle, int to, Comparator<? super T> order) {
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takesLeft =
          left < middle
              && (right >= to || order.compare(elements[left], elements[right]) <= 0);
      merged[i] = elements[takesLeft ? left : right];
      if (takesLeft) {
        left++;
      } else {
        right++;
      }
    }
  }
}
