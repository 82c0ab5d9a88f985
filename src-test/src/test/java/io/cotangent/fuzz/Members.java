package io.cotangent.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** Members of a class, called by name and number of arguments. */
record Members(Class<?> type, Object receiver) {
  static Members of(Class<?> type) {
    return new Members(type, null);
  }

  static Members of(Object receiver) {
    return new Members(receiver.getClass(), receiver);
  }

  /** All methods of a name, those with more parameters first. */
  List<Method> all(String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> m.getName().equals(name) && !m.isSynthetic())
        .sorted((a, b) -> b.getParameterCount() - a.getParameterCount())
        .toList();
  }

  /** Calls a method; what it throws fails the program. */
  Object call(String name, Object... args) {
    for (Method method : all(name)) {
      if (method.getParameterCount() == args.length) {
        return invoke(method, args);
      }
    }
    throw new Wrong("there is no " + name + " with " + args.length + " parameters");
  }

  private Object invoke(Method method, Object[] args) {
    try {
      return method.invoke(receiver, args);
    } catch (InvocationTargetException e) {
      StackTraceElement[] trace = e.getCause().getStackTrace();
      String at = trace.length > 0 ? " at " + trace[0] : "";
      throw new Wrong(method.getName() + " throws " + e.getCause() + at);
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new Wrong(method.getName() + " cannot be called: " + e);
    }
  }
}
