package io.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.IdentityHashMap;

/**
 * Takes the adjoints of the array a watched variable held last while a reverse sweep passes by. The
 * sweep tells it where elements were written, and where the array became the content of the
 * variable: for each element the place it comes to first is where it got its last value.
 */
public final class WatchedArray {
  private final IdentityHashMap<Object, Row> rows = new IdentityHashMap<>();
  private final @Nullable Object adjoints;

  private WatchedArray(@Nullable Object shadow) {
    this.adjoints = blank(shadow);
  }

  /**
   * Begins a reverse sweep.
   *
   * @param what names the seed in messages
   * @param shadow that of the array, all of which is seeded already; null if there is no array
   * @param seed what is added for the array itself; may be null
   * @throws IllegalArgumentException if the seed is of another shape, or the array has one row
   *     twice
   */
  public static WatchedArray of(String what, @Nullable Object shadow, @Nullable Object seed) {
    WatchedArray watched = new WatchedArray(shadow);
    if (seed != null) {
      Shapes.require(what, shadow, seed);
      if (shadow != null) {
        Shadows.add(shadow, seed);
      }
    }
    return watched;
  }

  /** An element of some array was written: if it is one of the watched, its adjoint is taken. */
  public void last(@Nullable Object shadow, int index) {
    Row row = rows.get(shadow);
    if (row != null) {
      row.take(index);
    }
  }

  /** The array became the content of the variable: what was not taken yet is taken. */
  public void rest() {
    rows.values().forEach(Row::takeAll);
    rows.clear();
  }

  /**
   * The adjoints, in an array of the array's shape; null if there is no array.
   *
   * @param <T> the array's type, which generated code knows
   */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  public <T> T adjoints() {
    return (T) adjoints;
  }

  private @Nullable Object blank(@Nullable Object shadow) {
    if (shadow == null) {
      return null;
    }
    int length = Array.getLength(shadow);
    Object copy = Array.newInstance(shadow.getClass().getComponentType(), length);
    if (shadow instanceof Object[] inner) {
      for (int i = 0; i < length; i++) {
        ((Object[]) copy)[i] = blank(inner[i]);
      }
    } else if (length > 0 && rows.put(shadow, new Row(shadow, copy)) != null) {
      throw new IllegalArgumentException("a watched array has one row twice");
    }
    return copy;
  }

  /** Numbers of the array in one piece. */
  private static final class Row {
    private final Object shadow;
    private final Object adjoints;
    private final boolean[] taken;

    Row(Object shadow, Object adjoints) {
      this.shadow = shadow;
      this.adjoints = adjoints;
      this.taken = new boolean[Array.getLength(shadow)];
    }

    void take(int index) {
      if (!taken[index]) {
        taken[index] = true;
        if (shadow instanceof double[] numbers) {
          ((double[]) adjoints)[index] = numbers[index];
        } else {
          ((float[]) adjoints)[index] = ((float[]) shadow)[index];
        }
      }
    }

    void takeAll() {
      for (int i = 0; i < taken.length; i++) {
        take(i);
      }
    }
  }
}
