package io.cotangent.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** The annotated method itself, called by reflection. */
record Primal(Method method) {

  /** The method of {@code owner} called {@code name} whose parameters fit {@code arguments}. */
  static Primal find(Class<?> owner, String name, Object[] arguments) {
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
        method.setAccessible(true);
        return new Primal(method);
      }
    }
    throw new AssertionError(
        "no method " + owner.getName() + "." + name + " for " + Arrays.deepToString(arguments));
  }

  /** Calls the method; what it throws comes through unwrapped. */
  Object call(Object... arguments) throws Throwable {
    return invoke(method, null, arguments);
  }

  /** Whether the result is one {@code double} or {@code float}. */
  boolean scalar() {
    return method.getReturnType() == double.class || method.getReturnType() == float.class;
  }

  /** Whether there is no result. */
  boolean isVoid() {
    return method.getReturnType() == void.class;
  }

  /** Whether any parameter or the result is of type {@code float}. */
  boolean floating() {
    return method.toString().contains("float");
  }

  /** Invokes a method; what it throws comes through unwrapped. */
  static Object invoke(Method method, Object receiver, Object... arguments) throws Throwable {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static boolean fits(Class<?>[] types, Object[] arguments) {
    boolean result = types.length == arguments.length;
    for (int i = 0; result && i < types.length; i++) {
      Object argument = arguments[i];
      Class<?> type = types[i];
      result = argument == null ? !type.isPrimitive() : boxed(type).isInstance(argument);
    }
    return result;
  }

  private static Class<?> boxed(Class<?> type) {
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
  }
}
