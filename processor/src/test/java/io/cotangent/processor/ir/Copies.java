package io.cotangent.processor.ir;

import java.lang.reflect.Array;

/** Copies of Java arrays as {@link Op.CopyArray} makes them. */
final class Copies {
  private Copies() {}

  static Object of(Object array, Op.CopyArray.Kind kind) {
    if (array == null && kind != Op.CopyArray.Kind.CLONE) {
      return null;
    }
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      boolean hasRows = array.getClass().getComponentType().isArray();
      if (kind == Op.CopyArray.Kind.CLONE || kind == Op.CopyArray.Kind.DEEP && !hasRows) {
        Array.set(copy, i, Array.get(array, i));
      } else if (hasRows) {
        Array.set(copy, i, of(Array.get(array, i), kind));
      }
    }
    return copy;
  }
}
