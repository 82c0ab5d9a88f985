package io.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Checks of the arrays a caller passes, before anything is computed. */
public final class Shapes {
  private Shapes() {}

  /**
   * Fails unless the buffer has the shape of the array.
   *
   * @param parameter what the message calls it
   * @throws IllegalArgumentException if a length differs, at any depth
   */
  public static void require(String parameter, Object array, Object buffer) {
    if (!isSame(array, buffer)) {
      throw new IllegalArgumentException(
          parameter + ": shape " + shape(array) + " expected, got " + shape(buffer));
    }
  }

  /**
   * Fails unless the buffer of a scalar has one element.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static void requireScalar(String parameter, double[] buffer) {
    requireOne(parameter, buffer);
  }

  /**
   * Fails unless the buffer of a scalar has one element.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static void requireScalar(String parameter, float[] buffer) {
    requireOne(parameter, buffer);
  }

  private static void requireOne(String parameter, Object buffer) {
    if (buffer == null || Array.getLength(buffer) != 1) {
      throw new IllegalArgumentException(
          parameter + ": shape [1] expected for a scalar, got " + shape(buffer));
    }
  }

  /**
   * Fails if two arguments, one of which is written, share an array.
   *
   * @throws IllegalArgumentException if they do, at any depth
   */
  public static void requireDistinct(String name1, Object a, String name2, Object b) {
    if (share(a, b)) {
      throw new IllegalArgumentException(
          name1 + " and " + name2 + " share an array, and the method writes to one of them");
    }
  }

  /** Whether two arguments share an array, at any depth. */
  public static boolean share(Object a, Object b) {
    if (a == null || b == null) {
      return false;
    }
    Set<Object> arrays = identitySet();
    collect(a, arrays);
    return sharesOne(b, arrays);
  }

  /**
   * Fails if an array that is written holds one row in two places.
   *
   * @throws IllegalArgumentException if it does, at any depth
   */
  public static void requireDistinctRows(String name, Object array) {
    if (array != null && !collectOnce(array, identitySet())) {
      throw new IllegalArgumentException(
          name + " holds one row in two places, and the method writes to it");
    }
  }

  private static Set<Object> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Collects arrays; whether none was met before. */
  private static boolean collectOnce(Object array, Set<Object> arrays) {
    boolean isNew = arrays.add(array) || Array.getLength(array) == 0;
    if (isNew && array instanceof Object[] rows) {
      for (Object row : rows) {
        if (row != null && !collectOnce(row, arrays)) {
          return false;
        }
      }
    }
    return isNew;
  }

  /**
   * Fails unless buffers are one object exactly where the arguments are.
   *
   * @throws IllegalArgumentException if they are not
   */
  public static void requireSameAliasing(
      String name1, Object a, Object aBar, String name2, Object b, Object bBar) {
    if (a == null || b == null) {
      return;
    }
    IdentityHashMap<Object, Object> buffers = new IdentityHashMap<>();
    pair(a, aBar, buffers);
    if (!isPaired(b, bBar, buffers)) {
      throw new IllegalArgumentException(
          name1
              + " and "
              + name2
              + " share an array, and the method writes to one of them: their buffers must share"
              + " the same way");
    }
  }

  private static void collect(Object array, Set<Object> arrays) {
    arrays.add(array);
    if (array instanceof Object[] rows) {
      for (Object row : rows) {
        if (row != null) {
          collect(row, arrays);
        }
      }
    }
  }

  private static boolean sharesOne(Object array, Set<Object> arrays) {
    if (arrays.contains(array)) {
      return Array.getLength(array) > 0;
    }
    if (array instanceof Object[] rows) {
      for (Object row : rows) {
        if (row != null && sharesOne(row, arrays)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void pair(Object array, Object buffer, IdentityHashMap<Object, Object> buffers) {
    buffers.put(array, buffer);
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        if (rows[i] != null) {
          pair(rows[i], ((Object[]) buffer)[i], buffers);
        }
      }
    }
  }

  private static boolean isPaired(
      Object array, Object buffer, IdentityHashMap<Object, Object> buffers) {
    boolean isShared = buffers.containsKey(array);
    boolean isBuffer = buffers.containsValue(buffer);
    if (isShared ? buffers.get(array) != buffer : isBuffer) {
      return false;
    }
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        if (rows[i] != null && !isPaired(rows[i], ((Object[]) buffer)[i], buffers)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSame(Object array, Object buffer) {
    if (array == null || buffer == null) {
      return array == buffer;
    }
    if (Array.getLength(array) != Array.getLength(buffer)) {
      return false;
    }
    if (array instanceof Object[] rows && buffer instanceof Object[] bufferRows) {
      for (int i = 0; i < rows.length; i++) {
        if (!isSame(rows[i], bufferRows[i])) {
          return false;
        }
      }
    }
    return true;
  }

  /** The shape as a reader writes it: {@code [2][3]}, jagged rows one by one. */
  private static String shape(Object array) {
    if (array == null) {
      return "null";
    }
    String length = "[" + Array.getLength(array) + "]";
    if (!(array instanceof Object[] rows) || rows.length == 0) {
      return length;
    }
    List<String> inner = new ArrayList<>();
    for (Object row : rows) {
      String shape = shape(row);
      if (!inner.contains(shape)) {
        inner.add(shape);
      }
    }
    return length + (inner.size() == 1 ? inner.get(0) : inner);
  }
}
