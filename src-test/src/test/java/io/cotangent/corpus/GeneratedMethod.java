package io.cotangent.corpus;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** The generated nested class of one annotated method, found and called by reflection. */
record GeneratedMethod(Class<?> type) {

  /** The nested class {@code nested} of {@code <corpus>Adjoint}. */
  static GeneratedMethod find(Class<?> corpus, String nested) {
    String name = corpus.getName() + "Adjoint$" + nested;
    try {
      return new GeneratedMethod(Class.forName(name));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("not generated: " + name, e);
    }
  }

  /** Whether a member {@code name} with {@code count} parameters exists. */
  static boolean has(Class<?> owner, String name, int count) {
    return Arrays.stream(owner.getDeclaredMethods())
        .anyMatch(method -> method.getName().equals(name) && method.getParameterCount() == count);
  }

  /** Calls the static member {@code name}; what it throws comes through unwrapped. */
  Object call(String name, Object... arguments) throws Throwable {
    return call(type, null, name, arguments);
  }

  /** Calls the static member {@code name} with the concatenation of {@code parts}. */
  Object callWith(String name, List<Object[]> parts) throws Throwable {
    return call(name, parts.stream().flatMap(Arrays::stream).toArray());
  }

  /** Calls a member of an object such as a pullback. */
  static Object on(Object receiver, String name, Object... arguments) throws Throwable {
    return call(receiver.getClass(), receiver, name, arguments);
  }

  /** The values of all components of a generated record. */
  static Object[] components(Object generatedRecord) {
    return Arrays.stream(generatedRecord.getClass().getRecordComponents())
        .map(component -> LeafVector.read(component, generatedRecord))
        .toArray();
  }

  /** The names of all components of a generated record. */
  static List<String> componentNames(Object generatedRecord) {
    return Arrays.stream(generatedRecord.getClass().getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  private static Object call(Class<?> owner, Object receiver, String name, Object[] arguments)
      throws Throwable {
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        method.setAccessible(true);
        return Primal.invoke(method, receiver, coerced(method.getParameterTypes(), arguments));
      }
    }
    throw new AssertionError(
        owner.getName() + " has no " + name + " with " + arguments.length + " parameters");
  }

  private static Object[] coerced(Class<?>[] types, Object[] arguments) {
    Object[] result = arguments.clone();
    for (int i = 0; i < types.length; i++) {
      if (types[i] == float.class && result[i] instanceof Double wide) {
        result[i] = wide.floatValue();
      }
    }
    return result;
  }
}
