package io.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Checks of the arrays a caller passes, before anything is computed. */
public final class Shapes {
  private Shapes() {}

  /**
   * Fails unless the buffer has the shape of the array.
   *
   * @param parameter what the message calls it
   * @throws IllegalArgumentException if a length differs, at any depth
   */
  public static void require(String parameter, @Nullable Object array, @Nullable Object buffer) {
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
  public static void requireScalar(String parameter, double @Nullable [] buffer) {
    requireNumber(parameter, buffer);
  }

  /**
   * Fails unless the buffer of a scalar has one element.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static void requireScalar(String parameter, float @Nullable [] buffer) {
    requireNumber(parameter, buffer);
  }

  /**
   * Fails unless the buffer of an object has one element.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static void requireOne(String parameter, @Nullable Object @Nullable [] buffer) {
    if (buffer == null || buffer.length != 1) {
      throw new IllegalArgumentException(
          parameter
              + ": shape [1] expected for an object, got "
              + (buffer == null ? "null" : "[" + buffer.length + "]"));
    }
  }

  /**
   * Fails unless an array of objects has the length of the arrays of their parts.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static void requireLength(String name, Object array, @Nullable Object @Nullable [] all) {
    int length = Array.getLength(array);
    if (all == null || all.length != length) {
      throw new IllegalArgumentException(
          name
              + ": shape ["
              + length
              + "] expected, got "
              + (all == null ? "null" : "[" + all.length + "]"));
    }
  }

  /**
   * Fails unless an object is of exactly one class.
   *
   * @throws IllegalArgumentException if it is of a subclass
   */
  public static void requireClass(String name, Object object, Class<?> type) {
    if (object.getClass() != type) {
      throw new IllegalArgumentException(
          name
              + ": differentiated for objects of "
              + type.getName()
              + " itself, got a "
              + object.getClass().getName());
    }
  }

  /**
   * Fails unless a tangent or a seed is of the class that belongs to that of its object.
   *
   * @param type that class; null for null
   * @throws IllegalArgumentException if it is of another
   */
  public static void requireDual(String name, @Nullable Object dual, @Nullable Class<?> type) {
    Class<?> given = dual == null ? null : dual.getClass();
    if (given != type) {
      throw new IllegalArgumentException(
          name
              + ": tangents and adjoints of this object are "
              + (type == null ? "null" : type.getName())
              + ", got "
              + (given == null ? "null" : given.getName()));
    }
  }

  /** The same for an adjoint, where null stands for zeros. */
  public static void requireDualIfAny(String name, @Nullable Object dual, @Nullable Class<?> type) {
    if (dual != null) {
      requireDual(name, dual, type);
    }
  }

  /**
   * Fails if two objects, which may be changed or compared, are one.
   *
   * @throws IllegalArgumentException if they are
   */
  public static void requireOther(String name1, Object object1, String name2, Object object2) {
    if (object1 != null && object1 == object2) {
      throw new IllegalArgumentException(
          name1
              + " and "
              + name2
              + " are one object, and the method changes fields or compares objects");
    }
  }

  /**
   * Fails if the buffers of two objects are one.
   *
   * @throws IllegalArgumentException if they are
   */
  public static void requireTwo(
      String name1, @Nullable Object buffer1, String name2, @Nullable Object buffer2) {
    if (buffer1 == buffer2) {
      throw new IllegalArgumentException(name1 + " and " + name2 + " have one buffer");
    }
  }

  private static void requireNumber(String parameter, @Nullable Object buffer) {
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
  public static void requireDistinct(
      String name1, @Nullable Object a, String name2, @Nullable Object b) {
    if (share(a, b)) {
      throw new IllegalArgumentException(
          name1 + " and " + name2 + " share an array, and the method writes to one of them");
    }
  }

  /** Whether two arguments share an array, at any depth. */
  public static boolean share(@Nullable Object a, @Nullable Object b) {
    return Sharing.any(a, b);
  }

  /**
   * Fails if an array that is written holds one row in two places.
   *
   * @throws IllegalArgumentException if it does, at any depth
   */
  public static void requireDistinctRows(String name, @Nullable Object array) {
    if (Sharing.within(array)) {
      throw new IllegalArgumentException(
          name + " holds one row in two places, and the method writes to it");
    }
  }

  /**
   * Fails unless buffers, which have the arguments' shapes, are one object exactly where the
   * arguments are.
   *
   * @throws IllegalArgumentException if they are not
   */
  public static void requireSameAliasing(
      String name1,
      @Nullable Object a,
      @Nullable Object aBar,
      String name2,
      @Nullable Object b,
      @Nullable Object bBar) {
    if (a == null || aBar == null || b == null || bBar == null) {
      return;
    }
    if (!Sharing.isSame(a, aBar, b, bBar)) {
      throw new IllegalArgumentException(differentlyAliased(name1, name2, a, b));
    }
  }

  private static String differentlyAliased(String name1, String name2, Object a, Object b) {
    String written = ", and the method writes to ";
    if (name1.equals(name2)) {
      return name1 + " and its buffer hold one row in different places" + written + "it";
    }
    String names = name1 + " and " + name2;
    return share(a, b)
        ? names + " share an array" + written + "one: their buffers must share the same way"
        : names + " share no array, but their buffers do" + written + "one";
  }

  private static boolean isSame(@Nullable Object array, @Nullable Object buffer) {
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
  private static String shape(@Nullable Object array) {
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
