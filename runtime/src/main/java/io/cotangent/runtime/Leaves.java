package io.cotangent.runtime;

import java.lang.reflect.Array;

/** The numbers of an array of any rank in row-major order. */
public final class Leaves {
  private Leaves() {}

  /** How many doubles or floats the array holds; 0 for null. */
  public static int count(@Nullable Object array) {
    if (array instanceof double[] doubles) {
      return doubles.length;
    }
    if (array instanceof float[] floats) {
      return floats.length;
    }
    int count = 0;
    if (array instanceof Object[] rows) {
      for (Object row : rows) {
        count += count(row);
      }
    }
    return count;
  }

  /** How many elements the array has; 0 for null. */
  public static int length(@Nullable Object array) {
    return array == null ? 0 : Array.getLength(array);
  }

  /** Copies the numbers into a row from index {@code at}; returns the index behind them. */
  public static int fill(@Nullable Object array, double[] row, int at) {
    int next = at;
    if (array instanceof double[] doubles) {
      System.arraycopy(doubles, 0, row, at, doubles.length);
      next += doubles.length;
    } else if (array instanceof float[] floats) {
      for (float value : floats) {
        row[next++] = value;
      }
    } else if (array instanceof Object[] rows) {
      for (Object inner : rows) {
        next = fill(inner, row, next);
      }
    }
    return next;
  }

  /**
   * Sets one number.
   *
   * @param leaf its place in row-major order; if it lies outside the array nothing is set
   */
  public static void set(@Nullable Object array, int leaf, double value) {
    if (array instanceof double[] doubles) {
      if (leaf >= 0 && leaf < doubles.length) {
        doubles[leaf] = value;
      }
    } else if (array instanceof float[] floats) {
      if (leaf >= 0 && leaf < floats.length) {
        floats[leaf] = (float) value;
      }
    } else if (array instanceof Object[] rows) {
      int before = 0;
      for (Object row : rows) {
        set(row, leaf - before, value);
        before += count(row);
      }
    }
  }

  /** Sets the numbers to {@code first}, {@code first + 1} and so on, in row-major order. */
  public static void number(@Nullable Object array, int first) {
    if (array instanceof double[] doubles) {
      for (int i = 0; i < doubles.length; i++) {
        doubles[i] = first + i;
      }
    } else if (array instanceof float[] floats) {
      for (int i = 0; i < floats.length; i++) {
        floats[i] = first + i;
      }
    } else if (array instanceof Object[] rows) {
      int next = first;
      for (Object row : rows) {
        number(row, next);
        next += count(row);
      }
    }
  }

  /** Gives an array back the elements it had when it was copied, at every depth. */
  public static void restore(@Nullable Object array, @Nullable Object copy) {
    if (array == null || copy == null) {
      return;
    }
    if (array instanceof Object[] rows && array.getClass().getComponentType().isArray()) {
      for (int i = 0; i < rows.length; i++) {
        restore(rows[i], ((Object[]) copy)[i]);
      }
    } else {
      System.arraycopy(copy, 0, array, 0, Array.getLength(array));
    }
  }
}
