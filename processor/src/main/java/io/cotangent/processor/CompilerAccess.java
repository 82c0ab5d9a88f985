package io.cotangent.processor;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** Gets at javac's trees, also where a build tool has wrapped the environment. */
final class CompilerAccess {
  private CompilerAccess() {}

  /** The trees; empty if the compiler is not javac. */
  static Optional<Trees> trees(ProcessingEnvironment environment) {
    ProcessingEnvironment at = environment;
    while (at != null) {
      try {
        return Optional.of(Trees.instance(at));
      } catch (IllegalArgumentException wrapped) {
        at = unwrap(at);
      }
    }
    return Optional.empty();
  }

  /** What a wrapper delegates to, null if it is none we know how to open. */
  private static ProcessingEnvironment unwrap(ProcessingEnvironment wrapper) {
    Object holder = wrapper;
    if (Proxy.isProxyClass(wrapper.getClass())) {
      InvocationHandler handler = Proxy.getInvocationHandler(wrapper);
      holder = handler;
    }
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Object value = read(field, holder);
        if (value instanceof ProcessingEnvironment inner && inner != wrapper) {
          return inner;
        }
      }
    }
    return null;
  }

  private static Object read(Field field, Object holder) {
    try {
      field.setAccessible(true);
      return field.get(holder);
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return null; // not ours to open: the next field may be
    }
  }
}
