package io.cotangent;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;

/** The doubles and floats inside a value: a boxed number, an array of any rank or a record. */
final class Numbers {
  private Numbers() {}

  /** Whether a value of this kind has derivatives. */
  static boolean isDifferentiable(Object value) {
    if (value instanceof Record whole) {
      return parts(whole).stream().anyMatch(part -> part != null && isDifferentiable(part));
    }
    if (value == null) {
      return false;
    }
    Class<?> type = value.getClass();
    boolean isArray = type.isArray();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    return isArray
        ? type == double.class || type == float.class || type.isRecord()
        : value instanceof Double || value instanceof Float;
  }

  /** Whether there is a float among the numbers. */
  static boolean hasFloat(Object value) {
    if (value instanceof Record whole) {
      return parts(whole).stream().anyMatch(Numbers::hasFloat);
    }
    if (value instanceof Object[] rows) {
      return Arrays.stream(rows).anyMatch(Numbers::hasFloat);
    }
    return value instanceof Float || value instanceof float[];
  }

  /** How many there are. */
  static int count(Object value) {
    if (value instanceof Record whole) {
      return parts(whole).stream().mapToInt(Numbers::count).sum();
    }
    if (value instanceof Object[] rows && isDifferentiable(value)) {
      int count = 0;
      for (Object row : rows) {
        count += count(row);
      }
      return count;
    }
    if (value instanceof double[] || value instanceof float[]) {
      return Array.getLength(value);
    }
    return value instanceof Double || value instanceof Float ? 1 : 0;
  }

  /** All of several values, one after the other. */
  static double[] of(List<?> values) {
    double[] numbers = new double[values.stream().mapToInt(Numbers::count).sum()];
    DoubleBuffer buffer = DoubleBuffer.wrap(numbers);
    values.forEach(value -> read(value, buffer));
    return numbers;
  }

  private static void read(Object value, DoubleBuffer into) {
    if (value instanceof Record whole) {
      parts(whole).forEach(part -> read(part, into));
    } else if (value instanceof Object[] rows && isDifferentiable(value)) {
      for (Object row : rows) {
        read(row, into);
      }
    } else if (value instanceof double[] doubles) {
      into.put(doubles);
    } else if (value instanceof float[] floats) {
      for (float number : floats) {
        into.put(number);
      }
    } else if (value instanceof Double || value instanceof Float) {
      into.put(((Number) value).doubleValue());
    }
  }

  /** A copy of the value, arrays included, with the next numbers of the buffer in its places. */
  static Object with(Object value, DoubleBuffer from) {
    if (value instanceof Double) {
      return from.get();
    }
    if (value instanceof Float) {
      return (float) from.get();
    }
    if (value instanceof Record whole && isDifferentiable(whole)) {
      return rebuilt(whole, parts(whole).stream().map(part -> with(part, from)).toArray());
    }
    if (value instanceof double[] doubles) {
      double[] copy = new double[doubles.length];
      from.get(copy);
      return copy;
    }
    return value != null && value.getClass().isArray() ? arrayWith(value, from) : value;
  }

  private static Object arrayWith(Object array, DoubleBuffer from) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    boolean isPassive = !isDifferentiable(array);
    for (int i = 0; i < length; i++) {
      Object element = Array.get(array, i);
      boolean isKept = isPassive && (element == null || !element.getClass().isArray());
      Array.set(copy, i, isKept ? element : with(element, from));
    }
    return copy;
  }

  /** What messages call each number, in order. */
  static void name(Object value, String name, List<String> into) {
    if (value instanceof Record whole) {
      RecordComponent[] components = whole.getClass().getRecordComponents();
      List<Object> parts = parts(whole);
      for (int i = 0; i < components.length; i++) {
        name(parts.get(i), name + "." + components[i].getName(), into);
      }
    } else if (value != null && value.getClass().isArray() && isDifferentiable(value)) {
      for (int i = 0; i < Array.getLength(value); i++) {
        name(Array.get(value, i), name + "[" + i + "]", into);
      }
    } else if (isDifferentiable(value)) {
      into.add(name);
    }
  }

  /** The values of a record's components. */
  static List<Object> parts(Record whole) {
    RecordComponent[] components = whole.getClass().getRecordComponents();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        components[i].getAccessor().setAccessible(true);
        parts[i] = components[i].getAccessor().invoke(whole);
      } catch (ReflectiveOperationException | RuntimeException e) {
        throw unreadable(whole, e);
      }
    }
    return Arrays.asList(parts);
  }

  private static Object rebuilt(Record whole, Object[] parts) {
    RecordComponent[] components = whole.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      Constructor<?> constructor = whole.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(parts);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw unreadable(whole, e);
    }
  }

  private static IllegalArgumentException unreadable(Record whole, Exception cause) {
    return new IllegalArgumentException(
        whole.getClass().getName()
            + " cannot be read or made by reflection; in a named module, open its package to"
            + " io.cotangent.runtime",
        cause);
  }
}
