package io.cotangent.runtime;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Where a forward sweep leaves what the reverse sweep takes back, last in, first out. One stack for
 * each kind of value; they grow as needed and keep their size, so that in the steady state nothing
 * is allocated.
 *
 * <p>A tape belongs to one thread at a time. Callers who own one pass it to the {@code vjp} they
 * call over and over; everybody else gets one from a pool.
 */
public final class Tape implements AutoCloseable {
  private static final int POOLED = 64;

  /** Stands for null, so that a null slot is one nothing was ever pushed to. */
  private static final Object NULL = new Object();

  /**
   * Soft, since a tape keeps its size: what a large recording left is freed before memory runs out.
   */
  private static final ArrayDeque<SoftReference<Tape>> POOL = new ArrayDeque<>(POOLED);

  private double[] doubles = new double[64];
  private long[] longs = new long[16];
  private int[] ints = new int[64];
  private @Nullable Object[] refs = new Object[16];
  private int doubleTop;
  private int longTop;
  private int intTop;
  private int refTop;
  private final Loans loans = new Loans();
  private int[] marks = new int[24];
  private int markTop;
  private final ArrayList<AutoCloseable> owned = new ArrayList<>();
  private int sealedDoubles;
  private int sealedLongs;
  private int sealedInts;
  private int sealedRefs;
  private @Nullable Tape scratch;
  private @Nullable SoftReference<Tape> place;
  private boolean isPooled;

  /** A tape for the caller to keep. */
  public Tape() {}

  /** A tape from the pool; {@link #close} gives it back, and then it is somebody else's. */
  public static Tape acquire() {
    Tape tape = pooled();
    if (tape == null) {
      tape = new Tape();
    }
    tape.isPooled = true;
    return tape;
  }

  private static @Nullable Tape pooled() {
    synchronized (POOL) {
      Tape tape = null;
      while (tape == null && !POOL.isEmpty()) {
        tape = POOL.pop().get();
      }
      return tape;
    }
  }

  /** Pushes a double. */
  public void pushDouble(double value) {
    if (doubleTop == doubles.length) {
      doubles = Arrays.copyOf(doubles, grown(doubleTop));
    }
    doubles[doubleTop++] = value;
  }

  /** Takes the double pushed last. */
  public double popDouble() {
    double value = doubles[doubleTop - 1];
    doubleTop--;
    return value;
  }

  /** Pushes a float. */
  public void pushFloat(float value) {
    pushDouble(value);
  }

  /** Takes the float pushed last. */
  public float popFloat() {
    return (float) popDouble();
  }

  /** Pushes a long. */
  public void pushLong(long value) {
    if (longTop == longs.length) {
      longs = Arrays.copyOf(longs, grown(longTop));
    }
    longs[longTop++] = value;
  }

  /** Takes the long pushed last. */
  public long popLong() {
    long value = longs[longTop - 1];
    longTop--;
    return value;
  }

  /** Pushes an int, or any smaller whole number. */
  public void pushInt(int value) {
    if (intTop == ints.length) {
      ints = Arrays.copyOf(ints, grown(intTop));
    }
    ints[intTop++] = value;
  }

  /** Takes the int pushed last. */
  public int popInt() {
    int value = ints[intTop - 1];
    intTop--;
    return value;
  }

  /** Pushes a boolean. */
  public void pushBoolean(boolean value) {
    pushInt(value ? 1 : 0);
  }

  /** Takes the boolean pushed last. */
  public boolean popBoolean() {
    return popInt() != 0;
  }

  /** Pushes a reference, which may be null. */
  public void pushRef(@Nullable Object value) {
    if (refTop == refs.length) {
      refs = Arrays.copyOf(refs, grown(refTop));
    }
    refs[refTop++] = value == null ? NULL : value;
  }

  /**
   * Takes the reference pushed last.
   *
   * @param <T> its type, which generated code knows
   */
  // Only the caller knows what it pushed.
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  public <T> T popRef() {
    Object value = refs[refTop - 1];
    refTop--;
    return (T) (value == NULL ? null : value);
  }

  private static int grown(int size) {
    if (size > Integer.MAX_VALUE - 8 - size / 2) {
      throw new OutOfMemoryError("a tape of more than 2^31 values");
    }
    return size + Math.max(size / 2, 16);
  }

  /** Remembers how full the tape is, for the matching {@link #exit}. */
  public void enter() {
    if (markTop + 6 > marks.length) {
      marks = Arrays.copyOf(marks, 2 * marks.length);
    }
    marks[markTop++] = doubleTop;
    marks[markTop++] = longTop;
    marks[markTop++] = intTop;
    marks[markTop++] = refTop;
    marks[markTop++] = loans.mark();
    marks[markTop++] = owned.size();
  }

  /** Drops everything pushed since the matching {@link #enter}, whatever has happened since. */
  public void exit() {
    closeOwned(marks[--markTop]);
    loans.release(marks[--markTop]);
    refTop = marks[--markTop];
    intTop = marks[--markTop];
    longTop = marks[--markTop];
    doubleTop = marks[--markTop];
    dropRefs(refTop);
    if (markTop == 0 && scratch != null) {
      scratch.clear();
    }
  }

  /**
   * Takes over what is to be closed when the tape drops what is pushed from now on.
   *
   * @return the same
   */
  public <T extends AutoCloseable> T own(T resource) {
    owned.add(resource);
    return resource;
  }

  private void closeOwned(int from) {
    for (int i = owned.size() - 1; i >= from; i--) {
      try {
        owned.remove(i).close();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  /** An array of zeros, the caller's until the matching {@link #release} or {@link #exit}. */
  public double[] doubles(int length) {
    return loans.doubles(length);
  }

  /**
   * An array with any numbers in it, lent as the others, for callers who set each element first.
   */
  public double[] unset(int length) {
    return loans.unset(length);
  }

  /** A matrix of zeros, the caller's until the matching {@link #release} or {@link #exit}. */
  public double[][] doubles(int rows, int columns) {
    return loans.doubles(rows, columns);
  }

  /** An array of zeros, the caller's until the matching {@link #release} or {@link #exit}. */
  public float[] floats(int length) {
    return loans.floats(length);
  }

  /** An array of zeros, the caller's until the matching {@link #release} or {@link #exit}. */
  public int[] ints(int length) {
    return loans.ints(length);
  }

  /** A shelf with anything on it, the caller's until the matching {@link #exit}. */
  public Shelf shelf() {
    return loans.shelf();
  }

  /** A copy, the caller's until the matching {@link #release} or {@link #exit}. */
  public double[] copyOf(double[] array) {
    double[] copy = loans.doubles(array.length);
    System.arraycopy(array, 0, copy, 0, array.length);
    return copy;
  }

  /** A copy, the caller's until the matching {@link #release} or {@link #exit}. */
  public float[] copyOf(float[] array) {
    float[] copy = loans.floats(array.length);
    System.arraycopy(array, 0, copy, 0, array.length);
    return copy;
  }

  /** A copy, the caller's until the matching {@link #release} or {@link #exit}. */
  public int[] copyOf(int[] array) {
    int[] copy = loans.ints(array.length);
    System.arraycopy(array, 0, copy, 0, array.length);
    return copy;
  }

  /** An array of zeros of the same length, lent as the others; null for null. */
  public double @Nullable [] zerosLike(double @Nullable [] array) {
    return array == null ? null : loans.doubles(array.length);
  }

  /** An array of zeros of the same length, lent as the others; null for null. */
  public float @Nullable [] zerosLike(float @Nullable [] array) {
    return array == null ? null : loans.floats(array.length);
  }

  /** How many arrays are lent, for the matching {@link #release}. */
  public int mark() {
    return loans.mark();
  }

  /** Takes back the arrays lent since the mark: they will be lent again. */
  public void release(int mark) {
    loans.release(mark);
  }

  /** Remembers the end of a recording. */
  public void seal() {
    sealedDoubles = doubleTop;
    sealedLongs = longTop;
    sealedInts = intTop;
    sealedRefs = refTop;
  }

  /** Goes back to the end of the recording, so that it can be taken back once more. */
  public void rewind() {
    doubleTop = sealedDoubles;
    longTop = sealedLongs;
    intTop = sealedInts;
    refTop = sealedRefs;
    if (scratch != null) {
      scratch.clear();
    }
  }

  /** A second tape, for what must not overwrite this one; the same object every time. */
  public Tape scratch() {
    if (scratch == null) {
      scratch = new Tape();
    }
    return scratch;
  }

  /** Empties the tape and, if it came from the pool, gives it back. Closing twice is harmless. */
  @Override
  public void close() {
    clear();
    if (isPooled) {
      isPooled = false;
      giveBack();
    }
  }

  private void giveBack() {
    if (place == null) {
      // Once in a tape's life, so that coming and going allocates nothing.
      place = new SoftReference<>(this);
    }
    synchronized (POOL) {
      if (POOL.size() < POOLED) {
        POOL.push(place);
      }
    }
  }

  private void clear() {
    closeOwned(0);
    doubleTop = 0;
    longTop = 0;
    intTop = 0;
    refTop = 0;
    markTop = 0;
    loans.release(0);
    seal();
    dropRefs(0);
    if (scratch != null) {
      scratch.clear();
    }
  }

  /** Lets go of references that were taken back but are still in the array. */
  private void dropRefs(int from) {
    int end = from;
    while (end < refs.length && refs[end] != null) {
      end++;
    }
    Arrays.fill(refs, from, end, null);
  }
}
