package io.cotangent.fuzz;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Arguments, results and buffers as vectors of their real numbers, in order. */
final class Leaves {
  private Leaves() {}

  /** The real numbers in a value of any type. */
  static double[] of(Object value) {
    List<Double> leaves = new ArrayList<>();
    collect(value, leaves);
    return leaves.stream().mapToDouble(x -> x).toArray();
  }

  private static void collect(Object value, List<Double> leaves) {
    if (value instanceof Double || value instanceof Float) {
      leaves.add(((Number) value).doubleValue());
    } else if (value instanceof Record) {
      Arrays.stream(components(value)).forEach(c -> collect(c, leaves));
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        collect(Array.get(value, i), leaves);
      }
    }
  }

  /** A value of the same type and shape with other real numbers; the rest as it is. */
  static Object like(Object value, DoubleSupplier numbers) {
    if (value instanceof Double) {
      return numbers.getAsDouble();
    }
    if (value instanceof Float) {
      return (float) numbers.getAsDouble();
    }
    if (value instanceof Record) {
      Object[] copies = components(value);
      Arrays.setAll(copies, i -> like(copies[i], numbers));
      return construct(value.getClass(), copies);
    }
    if (value != null && value.getClass().isArray()) {
      int length = Array.getLength(value);
      Object copy = Array.newInstance(value.getClass().componentType(), length);
      for (int i = 0; i < length; i++) {
        Array.set(copy, i, like(Array.get(value, i), numbers));
      }
      return copy;
    }
    return value;
  }

  /** A deep copy of arrays. */
  static Object[] copy(Object[] values) {
    return Arrays.stream(values).map(v -> like(v, from(of(v)))).toArray();
  }

  /** The numbers of a vector one after the other. */
  static DoubleSupplier from(double[] vector) {
    return Arrays.stream(vector).iterator()::nextDouble;
  }

  /** The components of a record. */
  static Object[] components(Object value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Object[] result = new Object[components.length];
    for (int i = 0; i < result.length; i++) {
      try {
        result[i] = components[i].getAccessor().invoke(value);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return result;
  }

  private static Object construct(Class<?> type, Object[] components) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether two values are equal bit for bit; records count as arrays of their components. */
  static boolean same(Object left, Object right) {
    return Arrays.deepEquals(new Object[] {open(left)}, new Object[] {open(right)});
  }

  private static Object open(Object value) {
    return value instanceof Record ? components(value) : value;
  }

  /** A readable form. */
  static String text(Object value) {
    String text = Arrays.deepToString(new Object[] {open(value)});
    return text.substring(1, text.length() - 1);
  }
}
