package io.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Deep operations on arrays of doubles and floats of any rank: shadows, copies, sums. Null in place
 * of an array or a row stays null.
 */
public final class Shadows {
  private Shadows() {}

  /** An array of zeros of the same length. */
  public static double @Nullable [] zerosLike(double @Nullable [] array) {
    return array == null ? null : new double[array.length];
  }

  /** An array of zeros of the same shape. */
  public static double @Nullable [][] zerosLike(double @Nullable [][] array) {
    if (array == null) {
      return null;
    }
    double[][] zeros = new double[array.length][];
    for (int i = 0; i < array.length; i++) {
      zeros[i] = zerosLike(array[i]);
    }
    return zeros;
  }

  /** An array of zeros of the same length. */
  public static float @Nullable [] zerosLike(float @Nullable [] array) {
    return array == null ? null : new float[array.length];
  }

  /**
   * An array of zeros of the same shape.
   *
   * @param <T> an array type of any rank
   */
  @SuppressWarnings("unchecked")
  public static <T> @Nullable T zerosLike(@Nullable T array) {
    return (T) copyObject(array, true);
  }

  /** A copy. */
  public static double @Nullable [] copy(double @Nullable [] array) {
    return array == null ? null : array.clone();
  }

  /** A copy of the array and its rows. */
  public static double @Nullable [][] copy(double @Nullable [][] array) {
    if (array == null) {
      return null;
    }
    double[][] copy = new double[array.length][];
    for (int i = 0; i < array.length; i++) {
      copy[i] = copy(array[i]);
    }
    return copy;
  }

  /**
   * A copy of an array and everything below that is an array.
   *
   * @param <T> an array type of any rank and element type
   */
  @SuppressWarnings("unchecked")
  public static <T> @Nullable T copy(@Nullable T array) {
    return (T) copyObject(array, false);
  }

  private static @Nullable Object copyObject(@Nullable Object array, boolean zeros) {
    if (array == null) {
      return null;
    }
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    if (array instanceof Object[] rows && array.getClass().getComponentType().isArray()) {
      Object[] copies = (Object[]) copy;
      for (int i = 0; i < length; i++) {
        copies[i] = copyObject(rows[i], zeros);
      }
    } else if (!zeros) {
      System.arraycopy(array, 0, copy, 0, length);
    }
    return copy;
  }

  /**
   * A copy of the arrays that hold rows; the innermost arrays are shared.
   *
   * @param <T> an array type of any rank
   */
  @SuppressWarnings("unchecked")
  public static <T> @Nullable T spine(@Nullable T array) {
    return (T) spineObject(array);
  }

  private static @Nullable Object spineObject(@Nullable Object array) {
    if (!(array instanceof Object[] rows)) {
      return array;
    }
    Object[] copy = rows.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = spineObject(copy[i]);
    }
    return copy;
  }

  /** Fills with zeros. */
  public static void clear(double @Nullable [] array) {
    if (array != null) {
      Arrays.fill(array, 0.0);
    }
  }

  /** Fills with zeros at any depth. */
  public static void clear(@Nullable Object array) {
    if (array instanceof double[] doubles) {
      Arrays.fill(doubles, 0.0);
    } else if (array instanceof float[] floats) {
      Arrays.fill(floats, 0f);
    } else if (array instanceof Object[] rows) {
      for (Object row : rows) {
        clear(row);
      }
    }
  }

  /** {@code target += source}; the target is at least as long. */
  public static void add(double[] target, double @Nullable [] source) {
    for (int i = 0; source != null && i < source.length; i++) {
      target[i] += source[i];
    }
  }

  /** {@code target += factor * source}; nothing for a factor of zero. */
  public static void addScaled(double[] target, double @Nullable [] source, double factor) {
    for (int i = 0; source != null && factor != 0 && i < source.length; i++) {
      target[i] += factor * source[i];
    }
  }

  /** {@code target += factor * source} at any depth; nothing for a factor of zero. */
  public static void addScaled(Object target, @Nullable Object source, double factor) {
    if (source instanceof double[] doubles) {
      addScaled((double[]) target, doubles, factor);
    } else if (source instanceof float[] floats) {
      float[] sums = (float[]) target;
      for (int i = 0; factor != 0 && i < floats.length; i++) {
        sums[i] += (float) (factor * floats[i]);
      }
    } else if (source instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        if (rows[i] != null) {
          addScaled(((Object[]) target)[i], rows[i], factor);
        }
      }
    }
  }

  /** {@code target += source}, element by element at any depth. */
  public static void add(Object target, @Nullable Object source) {
    if (source instanceof double[] doubles) {
      add((double[]) target, doubles);
    } else if (source instanceof float[] floats) {
      float[] sums = (float[]) target;
      for (int i = 0; i < floats.length; i++) {
        sums[i] += floats[i];
      }
    } else if (source instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        add(((Object[]) target)[i], rows[i]);
      }
    }
  }

  /**
   * Moves seeds into the shadow of an array whose rows the program may have replaced: {@code target
   * += source; source = 0}.
   *
   * @throws IllegalArgumentException if there is a seed for an element that does not exist any more
   */
  public static void move(@Nullable Object target, @Nullable Object source) {
    if (source instanceof Object[] rows) {
      Object[] targets = target instanceof Object[] present ? present : new Object[0];
      for (int i = 0; i < rows.length; i++) {
        move(i < targets.length ? targets[i] : null, rows[i]);
      }
    } else if (source != null) {
      moveNumbers(target, source);
    }
  }

  private static void moveNumbers(@Nullable Object target, Object source) {
    int length = Array.getLength(source);
    int room = target == null ? 0 : Array.getLength(target);
    for (int i = 0; i < length; i++) {
      double seed = Array.getDouble(source, i);
      if (target != null && i < room) {
        set(target, i, Array.getDouble(target, i) + seed);
        set(source, i, 0);
      } else if (seed != 0) {
        throw new IllegalArgumentException(
            "a seed for element " + i + " of a row that was replaced by one of length " + room);
      }
    }
  }

  private static void set(Object array, int index, double value) {
    if (array instanceof double[] doubles) {
      doubles[index] = value;
    } else {
      ((float[]) array)[index] = (float) value;
    }
  }
}
