package io.cotangent.corpus;

import java.lang.reflect.Array;
import java.util.IdentityHashMap;
import java.util.Map;

/** Copies of argument lists: aliases inside a list stay aliases, or are separated on request. */
final class DeepCopy {

  private final Map<Object, Object> seen;

  private DeepCopy(Map<Object, Object> seen) {
    this.seen = seen;
  }

  /** A copy in which one array object that occurs twice is again one array object. */
  static Object[] keepingAliases(Object[] arguments) {
    return (Object[]) new DeepCopy(new IdentityHashMap<>()).copy(arguments);
  }

  /** A copy in which every position has its own array; {@code float} becomes {@code double}. */
  static Object[] widened(Object[] arguments) {
    Object[] result = new Object[arguments.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = widen(arguments[i]);
    }
    return result;
  }

  /** A copy in which every position has its own array. */
  static Object[] separated(Object[] arguments) {
    Object[] result = new Object[arguments.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = new DeepCopy(null).copy(arguments[i]);
    }
    return result;
  }

  private Object copy(Object original) {
    if (original instanceof StringBuilder builder) {
      return new StringBuilder(builder);
    }
    if (original == null || !original.getClass().isArray()) {
      return original;
    }
    if (seen != null && seen.containsKey(original)) {
      return seen.get(original);
    }
    int length = Array.getLength(original);
    Object result = Array.newInstance(original.getClass().getComponentType(), length);
    if (seen != null) {
      seen.put(original, result);
    }
    for (int i = 0; i < length; i++) {
      Array.set(result, i, copy(Array.get(original, i)));
    }
    return result;
  }

  private static Object widen(Object original) {
    if (original instanceof Float value) {
      return (double) value;
    }
    if (original instanceof float[] values) {
      double[] result = new double[values.length];
      for (int i = 0; i < result.length; i++) {
        result[i] = values[i];
      }
      return result;
    }
    if (original instanceof float[][] rows) {
      double[][] result = new double[rows.length][];
      for (int i = 0; i < result.length; i++) {
        result[i] = (double[]) widen(rows[i]);
      }
      return result;
    }
    return new DeepCopy(null).copy(original);
  }
}
