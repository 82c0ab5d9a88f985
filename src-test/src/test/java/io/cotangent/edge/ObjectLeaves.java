package io.cotangent.edge;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The numbers in values of any kind, found by reflection alone. */
final class ObjectLeaves {
  private ObjectLeaves() {}

  /** All doubles and floats of the values, in order; fields of a superclass come first. */
  static double[] of(Object... values) {
    List<Double> found = new ArrayList<>();
    for (Object value : values) {
      collect(value, found);
    }
    return found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(Object value, List<Double> found) {
    if (value instanceof Double || value instanceof Float) {
      found.add(((Number) value).doubleValue());
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        collect(Array.get(value, i), found);
      }
    } else if (isUsers(value)) {
      fields(value.getClass()).forEach(field -> collect(get(field, value), found));
    }
  }

  /** Whether one of the numbers is a float. */
  static boolean hasFloat(Object value) {
    if (value != null && value.getClass().isArray()) {
      return value instanceof float[]
          || value instanceof Object[] all && Arrays.stream(all).anyMatch(ObjectLeaves::hasFloat);
    }
    return value instanceof Float
        || isUsers(value)
            && fields(value.getClass()).stream().anyMatch(f -> hasFloat(get(f, value)));
  }

  private static boolean isUsers(Object value) {
    return value != null
        && value.getClass().getName().startsWith("io.cotangent.")
        && !value.getClass().isEnum();
  }

  /** The value with other numbers: a new one, but an object of a class is changed itself. */
  static Object with(Object value, DoubleSupplier numbers) {
    if (value instanceof Double) {
      return numbers.getAsDouble();
    }
    if (value instanceof Float) {
      return (float) numbers.getAsDouble();
    }
    if (value != null && value.getClass().isArray()) {
      Object copy = Array.newInstance(value.getClass().getComponentType(), Array.getLength(value));
      for (int i = 0; i < Array.getLength(value); i++) {
        Array.set(copy, i, with(Array.get(value, i), numbers));
      }
      return copy;
    }
    return isUsers(value) ? changed(value, numbers) : value;
  }

  private static Object changed(Object value, DoubleSupplier numbers) {
    List<Object> parts = new ArrayList<>();
    fields(value.getClass()).forEach(field -> parts.add(with(get(field, value), numbers)));
    if (value instanceof Record) {
      return create(value.getClass(), parts);
    }
    List<Field> fields = fields(value.getClass());
    for (int i = 0; i < fields.size(); i++) {
      set(fields.get(i), value, parts.get(i));
    }
    return value;
  }

  /** A tangent, adjoint or seed of a value, in the type that generated code uses for it. */
  static Object dual(Object value, Class<?> type, DoubleSupplier numbers) {
    if (value != null && type.isArray()) {
      Object dual = Array.newInstance(type.getComponentType(), Array.getLength(value));
      for (int i = 0; i < Array.getLength(value); i++) {
        Array.set(dual, i, dual(Array.get(value, i), type.getComponentType(), numbers));
      }
      return dual;
    }
    if (value == null && (type == Record.class || type.isRecord())) {
      return null;
    }
    if (type == Record.class || type.isInterface() && isUsers(value)) {
      return dual(value, dualOf(value.getClass()), numbers);
    }
    if (!type.isRecord() || type.isInstance(value)) {
      return type.isRecord() || !isUsers(value) ? with(value, numbers) : value;
    }
    List<Object> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Object part = get(field(value.getClass(), component.getName()), value);
      parts.add(dual(part, component.getType(), numbers));
    }
    return create(type, parts);
  }

  /** The class of the tangents of objects that are of one of several classes. */
  private static Class<?> dualOf(Class<?> type) {
    try {
      return type.isRecord() ? type : Class.forName(type.getName().replace('$', '_') + "Tangent");
    } catch (ClassNotFoundException e) {
      throw new LinkageError("no tangents of " + type, e);
    }
  }

  /** The fields of objects of a class, inherited ones first. */
  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    if (type.getSuperclass() != null && type.getSuperclass().getName().startsWith("io.cotangent")) {
      fields.addAll(fields(type.getSuperclass()));
    }
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static Field field(Class<?> type, String name) {
    return fields(type).stream()
        .filter(f -> f.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + name + " in " + type));
  }

  private static Object get(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(field.toString(), e);
    }
  }

  private static void set(Field field, Object owner, Object value) {
    try {
      field.setAccessible(true);
      field.set(owner, value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(field.toString(), e);
    }
  }

  private static Object create(Class<?> type, List<Object> parts) {
    Class<?>[] types = new Class<?>[parts.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = type.getRecordComponents()[i].getType();
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(parts.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.toString(), e);
    }
  }
}
