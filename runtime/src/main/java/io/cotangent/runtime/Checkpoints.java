package io.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The states a checkpointed loop keeps, and when it keeps them. The forward sweep calls {@link
 * #isDue} in front of each iteration and saves the state if it is; the reverse sweep goes through
 * the iterations last first, and for each calls {@link #back}, loads the latest state before it,
 * and runs the iterations in between once more, asking {@link #isDue} again.
 *
 * <p>Where states are kept is binomial: with {@code s} states a loop of {@code (s + r)! / (s! r!)}
 * iterations is reversed with no iteration run again more than {@code r} times.
 */
public final class Checkpoints {
  private final int[] positions;
  private final State[] states;
  private final State end = new State();
  private @Nullable IdentityHashMap<Object, Object> copies;
  private State current = end;
  private int used;
  private int due;
  private int target;

  /**
   * Checkpoints of one loop.
   *
   * @param steps how many iterations it has
   * @param snapshots how many states are kept at a time, at least 1
   */
  public Checkpoints(int steps, int snapshots) {
    if (snapshots < 1) {
      throw new IllegalArgumentException("snapshots: " + snapshots);
    }
    this.target = steps - 1;
    int slots = Math.max(1, Math.min(snapshots, steps));
    this.positions = new int[slots];
    this.states = new State[slots];
  }

  /** How many iterations the loop has. */
  public static int steps(long lower, long end, int step) {
    long distance = step > 0 ? end - lower : lower - end;
    long size = Math.abs((long) step);
    return distance <= 0 ? 0 : Math.toIntExact((distance - 1) / size + 1);
  }

  /**
   * A copy of an array that nobody else holds, for iterations to be run again on, as often as the
   * loop is reversed. Before the loop; where arrays are one object, at any depth, so are the
   * copies.
   *
   * @param <T> the array's type
   */
  // The copy is of the class of the array.
  @SuppressWarnings({"unchecked", "NullAway"})
  public <T> T own(T array) {
    if (copies == null) {
      copies = new IdentityHashMap<>();
    }
    return (T) copy(array, copies);
  }

  /** Whether the state in front of an iteration is to be saved now, value by value. */
  public boolean isDue(int step) {
    if (step != due) {
      return false;
    }
    positions[used] = step;
    if (states[used] == null) {
      states[used] = new State();
    }
    current = states[used++];
    current.rewind();
    plan();
    return true;
  }

  /** Decides where the next state is kept on the way to the target. */
  private void plan() {
    copies = null;
    int free = positions.length - used;
    int from = positions[used - 1];
    due = free == 0 || target <= from ? -1 : from + advance(target + 1 - from, free);
  }

  /**
   * How far to go from a state that is kept to the next one.
   *
   * @param length iterations to be reversed from that state on, at least 2
   * @param free states that can still be kept
   */
  static int advance(int length, int free) {
    if (length - 2 <= free) {
      return 1; // a state in front of each, and nothing is repeated
    }
    int repetitions = 2;
    while (reach(free + 1, repetitions) < length) {
      repetitions++;
    }
    // What is in front of the next state is reversed with one repetition less, what is behind it
    // with one state less; neither needs fewer repetitions than that.
    long most = reach(free + 1, repetitions - 1);
    long balanced = length - reach(free, repetitions - 1);
    return (int) Math.max(1, Math.min(length - 1, Math.min(most, balanced)));
  }

  /** {@code (snapshots + repetitions)! / (snapshots! repetitions!)}, bounded. */
  static long reach(int snapshots, int repetitions) {
    if (repetitions < 0) {
      return 0;
    }
    long reach = 1;
    for (int i = 1; i <= repetitions; i++) {
      reach = reach * (snapshots + i) / i;
      if (reach > Integer.MAX_VALUE) {
        return Integer.MAX_VALUE;
      }
    }
    return reach;
  }

  /** Goes back to the latest state at or before an iteration; returns that state's iteration. */
  public int back(int step) {
    while (positions[used - 1] > step) {
      used--;
    }
    target = step;
    current = states[used - 1];
    current.rewind();
    plan();
    return positions[used - 1];
  }

  /** Saves or loads the arrays as they are behind the loop from now on. */
  public void atEnd() {
    current = end;
    current.rewind();
  }

  /** Saves a number. */
  public void put(double value) {
    current.put(value);
  }

  /** Saves a whole number, which may be a long. */
  public void put(long value) {
    current.put(value);
  }

  /** Saves a truth value. */
  public void put(boolean value) {
    current.put(value ? 1L : 0L);
  }

  /** Saves the contents of an array. */
  public void put(@Nullable Object array) {
    current.put(array);
  }

  /** Loads the number that was saved in this place. */
  public double getDouble() {
    return current.getDouble();
  }

  /** Loads a whole number. */
  public long getLong() {
    return current.getLong();
  }

  /** Loads a truth value. */
  public boolean getBoolean() {
    return current.getLong() != 0;
  }

  /** Loads the contents of an array into it. */
  public void get(@Nullable Object array) {
    current.get(array);
  }

  /** One state: its numbers, and copies of its arrays, both in the order they were saved in. */
  private static final class State {
    private double[] numbers = new double[4];
    private @Nullable Object[] arrays = new Object[1];
    private long[] wholes = new long[1];
    private int number;
    private int whole;
    private int array;

    void rewind() {
      number = 0;
      whole = 0;
      array = 0;
    }

    void put(double value) {
      if (number == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * number);
      }
      numbers[number++] = value;
    }

    double getDouble() {
      return numbers[number++];
    }

    void put(long value) {
      if (whole == wholes.length) {
        wholes = Arrays.copyOf(wholes, 2 * whole);
      }
      wholes[whole++] = value;
    }

    long getLong() {
      return wholes[whole++];
    }

    void put(@Nullable Object contents) {
      if (array == arrays.length) {
        arrays = Arrays.copyOf(arrays, 2 * array);
      }
      if (arrays[array] == null || !transfer(contents, arrays[array])) {
        arrays[array] = copy(contents);
      }
      array++;
    }

    void get(@Nullable Object target) {
      transfer(arrays[array++], target);
    }
  }

  /** Copies the elements, where the shapes are the same; says whether they are. */
  private static boolean transfer(@Nullable Object from, @Nullable Object to) {
    if (from == null || to == null) {
      return from == to;
    }
    int length = Array.getLength(from);
    if (from.getClass() != to.getClass() || Array.getLength(to) != length) {
      return false;
    }
    if (from instanceof Object[] rows && from.getClass().getComponentType().isArray()) {
      boolean same = true;
      for (int i = 0; i < length; i++) {
        same &= transfer(rows[i], ((Object[]) to)[i]);
      }
      return same;
    }
    // Numbers and other elements alike: this is the one copy that works for all of them.
    System.arraycopy(from, 0, to, 0, length);
    return true;
  }

  private static @Nullable Object copy(@Nullable Object array) {
    return copy(array, new IdentityHashMap<>());
  }

  private static @Nullable Object copy(@Nullable Object array, Map<Object, Object> copies) {
    if (array == null || copies.containsKey(array)) {
      return array == null ? null : copies.get(array);
    }
    int length = Array.getLength(array);
    Class<?> element = array.getClass().getComponentType();
    Object copy = Array.newInstance(element, length);
    copies.put(array, copy);
    if (array instanceof Object[] rows && element.isArray()) {
      for (int i = 0; i < length; i++) {
        ((Object[]) copy)[i] = copy(rows[i], copies);
      }
    } else {
      System.arraycopy(array, 0, copy, 0, length);
    }
    return copy;
  }
}
