package io.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.IdentityHashMap;

/** The objects and arrays of objects a caller passes, where each may be found only once. */
public final class Seen {
  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();

  /** Nothing yet. */
  public Seen() {}

  /**
   * Fails if the object was met before; null and arrays without elements never were.
   *
   * @param name where it is, for the message
   * @throws IllegalArgumentException if it was
   */
  public void add(String name, @Nullable Object object) {
    if (object == null || (object.getClass().isArray() && Array.getLength(object) == 0)) {
      return;
    }
    String before = names.put(object, name);
    if (before != null) {
      String places =
          before.equals(name) ? "two places of " + name + " are" : before + " and " + name + " are";
      throw new IllegalArgumentException(
          places + " one object, and the method changes or compares objects");
    }
  }

  /**
   * Fails if an object that is not taken apart, or an element of such an array, was met before.
   *
   * @param name where it is, for the message
   * @throws IllegalArgumentException if it was
   */
  public void requireNone(String name, @Nullable Object object) {
    if (object == null) {
      return;
    }
    String before = names.get(object);
    if (before != null) {
      throw new IllegalArgumentException(
          before + " and " + name + " are one object, and the method changes or compares objects");
    }
    if (object instanceof Object[] elements) {
      for (Object element : elements) {
        requireNone(name + "[]", element);
      }
    }
  }
}
