package io.cotangent.edge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * An annotated method with arguments it is checked at.
 *
 * @param arguments makes new ones in each call; the receiver of an instance method is the first
 * @param wrt the positions of the differentiated ones
 * @param written the positions of those whose final contents are results
 * @param closed the Jacobian by hand, one row for each leaf of the result; null for none
 */
record EdgeCase(
    Class<?> owner,
    String method,
    String nested,
    Supplier<Object[]> arguments,
    int[] wrt,
    int[] written,
    Function<Object[], double[][]> closed) {

  static EdgeCase of(Class<?> owner, String method, Supplier<Object[]> arguments) {
    String nested = Character.toUpperCase(method.charAt(0)) + method.substring(1);
    Object[] some = arguments.get();
    int[] wrt =
        IntStream.range(0, some.length).filter(i -> ObjectLeaves.of(some[i]).length > 0).toArray();
    return new EdgeCase(owner, method, nested, arguments, wrt, new int[0], null);
  }

  EdgeCase named(String other) {
    return new EdgeCase(owner, method, other, arguments, wrt, written, closed);
  }

  EdgeCase wrt(int... positions) {
    return new EdgeCase(owner, method, nested, arguments, positions, written, closed);
  }

  EdgeCase writes(int... positions) {
    return new EdgeCase(owner, method, nested, arguments, wrt, positions, closed);
  }

  EdgeCase gradient(Function<Object[], double[]> byHand) {
    return jacobian(all -> new double[][] {byHand.apply(all)});
  }

  EdgeCase jacobian(Function<Object[], double[][]> byHand) {
    return new EdgeCase(owner, method, nested, arguments, wrt, written, byHand);
  }

  /** The differentiated ones of some arguments. */
  Object[] differentiated(Object[] all) {
    return Arrays.stream(wrt).mapToObj(i -> all[i]).toArray();
  }

  /** Whether differences are as coarse as floats are. */
  boolean hasFloat() {
    return ObjectLeaves.hasFloat(arguments.get());
  }

  /** Calls the annotated method itself. */
  Object call(Object[] all) throws Throwable {
    Method primal = primal(all);
    primal.setAccessible(true);
    boolean isStatic = Modifier.isStatic(primal.getModifiers());
    try {
      return isStatic
          ? primal.invoke(null, all)
          : primal.invoke(all[0], Arrays.copyOfRange(all, 1, all.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Method primal(Object[] all) {
    for (Class<?> at = owner; at != null; at = at.getSuperclass()) {
      for (Method candidate : at.getDeclaredMethods()) {
        int receiver = Modifier.isStatic(candidate.getModifiers()) ? 0 : 1;
        if (candidate.getName().equals(method)
            && !candidate.isBridge()
            && fits(candidate.getParameterTypes(), all, receiver)) {
          return candidate;
        }
      }
    }
    throw new AssertionError("no method " + owner + "." + method);
  }

  private static boolean fits(Class<?>[] types, Object[] all, int receiver) {
    if (types.length != all.length - receiver) {
      return false;
    }
    return IntStream.range(0, types.length)
        .allMatch(i -> types[i].isPrimitive() || types[i].isInstance(all[i + receiver]));
  }

  /** The class with the derivatives. */
  Class<?> generated() {
    String name = owner.getName().replace('$', '_') + "Adjoint$" + nested;
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("not generated: " + name, e);
    }
  }

  /** A generated member by name and number of parameters; null if there is none. */
  static Method member(Class<?> type, String name, int parameters) {
    for (Method candidate : type.getDeclaredMethods()) {
      if (candidate.getName().equals(name)
          && candidate.getParameterCount() == parameters
          && Modifier.isPublic(candidate.getModifiers())) {
        candidate.setAccessible(true);
        return candidate;
      }
    }
    return null;
  }

  /** Calls a generated member with the concatenation of lists of arguments. */
  static Object call(Method member, Object receiver, List<Object> arguments) throws Throwable {
    try {
      return member.invoke(receiver, arguments.toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
