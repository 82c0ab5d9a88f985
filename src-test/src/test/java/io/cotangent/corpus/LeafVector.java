package io.cotangent.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The {@code double} and {@code float} numbers of a value in a fixed order (arrays row-major,
 * records component by component), and the way back. Written without the runtime's own flattening,
 * which the corpus also tests.
 */
final class LeafVector {

  private LeafVector() {}

  /** The leaves of all values, one after the other. */
  static double[] of(Object... values) {
    List<Double> leaves = new ArrayList<>();
    for (Object value : values) {
      collect(value, leaves);
    }
    return leaves.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The leaves of one value, also when that value is an array of arrays. */
  static double[] ofOne(Object value) {
    List<Double> leaves = new ArrayList<>();
    collect(value, leaves);
    return leaves.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A new value with the shape of {@code like} whose leaves come from {@code leaves}. */
  static Object shaped(Object like, DoubleSupplier leaves) {
    if (like instanceof Double) {
      return leaves.getAsDouble();
    }
    if (like instanceof Float) {
      return (float) leaves.getAsDouble();
    }
    if (like instanceof Record) {
      return shapedRecord(like, leaves);
    }
    if (like == null || !like.getClass().isArray()) {
      return like;
    }
    int length = Array.getLength(like);
    Object result = Array.newInstance(like.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(result, i, shaped(Array.get(like, i), leaves));
    }
    return result;
  }

  /** Like {@link #shaped}, but a scalar becomes an array of length one, as {@code vjp} wants it. */
  static Object buffer(Object like, DoubleSupplier leaves) {
    if (like instanceof Double) {
      return new double[] {leaves.getAsDouble()};
    }
    if (like instanceof Float) {
      return new float[] {(float) leaves.getAsDouble()};
    }
    return shaped(like, leaves);
  }

  /** Reads {@code leaves} from the first to the last. */
  static DoubleSupplier from(double[] leaves) {
    return Arrays.stream(leaves).iterator()::nextDouble;
  }

  private static void collect(Object value, List<Double> leaves) {
    if (value instanceof Double || value instanceof Float) {
      leaves.add(((Number) value).doubleValue());
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        collect(read(component, value), leaves);
      }
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        collect(Array.get(value, i), leaves);
      }
    }
  }

  private static Object shapedRecord(Object like, DoubleSupplier leaves) {
    RecordComponent[] components = like.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = shaped(read(components[i], like), leaves);
    }
    try {
      Constructor<?> constructor = like.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(like.getClass().getName(), e);
    }
  }

  /** The value of one component of {@code owner}, which may be package-private. */
  static Object read(RecordComponent component, Object owner) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.toString(), e);
    }
  }
}
