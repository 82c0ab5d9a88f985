package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * What must hold for every generated member. The oracle is the method itself: differences of the
 * leaves of its result, and of what it leaves in its differentiated arguments.
 */
final class EdgeChecks {
  private static final double TOLERANCE = 2e-7;

  private final EdgeCase edge;
  private final Class<?> generated;
  private final Object result;
  private final double[] results;
  private final double[] finals;
  private final double[][] jacobian;

  EdgeChecks(EdgeCase edge) throws Throwable {
    this.edge = edge;
    this.generated = edge.generated();
    Object[] all = edge.arguments().get();
    this.result = edge.call(all);
    this.results = ObjectLeaves.of(result);
    this.finals = ObjectLeaves.of(edge.differentiated(all));
    this.jacobian = new EdgeDifferences(edge, results.length).jacobian();
  }

  /** Everything. */
  void run() throws Throwable {
    closedForm();
    gradient();
    vjp();
    pullback();
    jvp();
    jacobian();
    hessian();
  }

  private void closedForm() {
    if (edge.closed() != null) {
      double[][] byHand = edge.closed().apply(edge.arguments().get());
      for (int i = 0; i < byHand.length; i++) {
        close("differences, row " + i, byHand[i], jacobian[i]);
      }
    }
  }

  private boolean isScalar() {
    return result instanceof Double || result instanceof Float;
  }

  private void close(String what, double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length, what + ": number of leaves");
    double scale = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    double tolerance = edge.hasFloat() ? 2e-4 : TOLERANCE;
    assertArrayEquals(expected, actual, tolerance * scale, what);
  }

  private void sameEffects(String what, Object[] all) {
    assertArrayEquals(finals, ObjectLeaves.of(edge.differentiated(all)), what + ": effects");
  }

  private static List<Object> parts(Object generatedRecord) throws Throwable {
    List<Object> parts = new ArrayList<>();
    for (RecordComponent component : generatedRecord.getClass().getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      parts.add(component.getAccessor().invoke(generatedRecord));
    }
    return parts;
  }

  private void gradient() throws Throwable {
    Object[] all = edge.arguments().get();
    Method member = EdgeCase.member(generated, "gradient", all.length);
    if (!isScalar()) {
      assertNull(member, "no gradient");
      return;
    }
    List<Object> parts = parts(EdgeCase.call(member, null, List.of(all)));
    assertArrayEquals(results, ObjectLeaves.of(parts.get(0)), "value");
    sameEffects("gradient", all);
    double[] seeds = new double[results.length + finals.length];
    seeds[0] = 1;
    List<Object> partials = parts.subList(1, 1 + edge.wrt().length);
    close("gradient", pulledBack(seeds), ObjectLeaves.of(partials.toArray()));
  }

  private double[] pulledBack(double[] seeds) {
    double[] sums = new double[jacobian.length == 0 ? 0 : jacobian[0].length];
    for (int row = 0; row < seeds.length; row++) {
      for (int column = 0; column < sums.length; column++) {
        sums[column] += seeds[row] * jacobian[row][column];
      }
    }
    return sums;
  }

  private static double[] random(int count, int seed) {
    Random random = new Random(seed);
    return random.doubles(count, -2, 2).map(x -> Math.rint(x * 64) / 64).toArray();
  }

  private static DoubleSupplier from(double[] numbers) {
    return Arrays.stream(numbers).iterator()::nextDouble;
  }

  private void vjp() throws Throwable {
    Object[] all = edge.arguments().get();
    int seedCount = result == null ? 0 : 1;
    Method member = EdgeCase.member(generated, "vjp", all.length + seedCount + edge.wrt().length);
    double[] seeds = random(results.length + finals.length, 2);
    DoubleSupplier numbers = from(seeds);
    List<Object> arguments = new ArrayList<>(Arrays.asList(all));
    if (result != null) {
      Class<?> type = member.getParameterTypes()[all.length];
      arguments.add(ObjectLeaves.dual(result, type, numbers));
    }
    List<Object> buffers = new ArrayList<>();
    for (int i = 0; i < edge.wrt().length; i++) {
      Class<?> type = member.getParameterTypes()[all.length + seedCount + i];
      buffers.add(buffer(edge.arguments().get()[edge.wrt()[i]], type, numbers));
    }
    arguments.addAll(buffers);
    Object value = EdgeCase.call(member, null, arguments);
    assertArrayEquals(results, ObjectLeaves.of(value), "vjp: value");
    sameEffects("vjp", all);
    close("vjp", pulledBack(seeds), ObjectLeaves.of(buffers.toArray()));
  }

  private static Object buffer(Object like, Class<?> type, DoubleSupplier numbers) {
    if (like.getClass().isArray()) {
      return ObjectLeaves.dual(like, type, numbers);
    }
    Object buffer = Array.newInstance(type.getComponentType(), 1);
    Array.set(buffer, 0, ObjectLeaves.dual(like, type.getComponentType(), numbers));
    return buffer;
  }

  private void pullback() throws Throwable {
    Object[] all = edge.arguments().get();
    Method member = EdgeCase.member(generated, "pullback", all.length);
    Object pullback = EdgeCase.call(member, null, List.of(all));
    sameEffects("pullback", all);
    int seedCount = result == null ? 0 : 1;
    if (result != null) {
      Method value = EdgeCase.member(pullback.getClass(), "value", 0);
      Object found = EdgeCase.call(value, pullback, List.of());
      assertArrayEquals(results, ObjectLeaves.of(found), "pullback: value");
      Method apply = EdgeCase.member(pullback.getClass(), "apply", 1);
      for (int round = 0; round < 3; round++) {
        apply(pullback, apply, 3 + round % 2, false);
      }
    }
    if (edge.written().length > 0) {
      Method apply =
          EdgeCase.member(pullback.getClass(), "apply", seedCount + edge.written().length);
      assertNotNull(apply, "apply with seeds of outputs");
      apply(pullback, apply, 5, true);
      apply(pullback, apply, 5, true);
    }
    EdgeCase.call(EdgeCase.member(pullback.getClass(), "close", 0), pullback, List.of());
    Method any = EdgeCase.member(pullback.getClass(), "apply", seedCount + edge.written().length);
    Method apply = any != null ? any : EdgeCase.member(pullback.getClass(), "apply", 1);
    assertThrows(IllegalStateException.class, () -> apply(pullback, apply, 5, any != null));
  }

  private void apply(Object pullback, Method apply, int seed, boolean isOutputSeeded)
      throws Throwable {
    double[] seeds = new double[results.length + finals.length];
    System.arraycopy(random(results.length, seed), 0, seeds, 0, results.length);
    List<Object> arguments = new ArrayList<>();
    if (result != null) {
      arguments.add(ObjectLeaves.dual(result, apply.getParameterTypes()[0], from(seeds)));
    }
    if (isOutputSeeded) {
      outputSeeds(apply, arguments, seeds);
    }
    List<Object> parts = parts(EdgeCase.call(apply, pullback, arguments));
    int first = result == null ? 0 : 1;
    List<Object> partials = parts.subList(first, first + edge.wrt().length);
    close("apply", pulledBack(seeds), ObjectLeaves.of(partials.toArray()));
  }

  private void outputSeeds(Method apply, List<Object> arguments, double[] seeds) {
    int at = results.length;
    Object[] fresh = edge.arguments().get();
    for (int position : edge.wrt()) {
      int count = ObjectLeaves.of(fresh[position]).length;
      if (Arrays.stream(edge.written()).anyMatch(w -> w == position)) {
        System.arraycopy(random(count, 7 + position), 0, seeds, at, count);
        double[] own = Arrays.copyOfRange(seeds, at, at + count);
        Class<?> type = apply.getParameterTypes()[arguments.size()];
        arguments.add(ObjectLeaves.dual(fresh[position], type, from(own)));
      }
      at += count;
    }
  }

  private void jvp() throws Throwable {
    Object[] all = edge.arguments().get();
    Method member = EdgeCase.member(generated, "jvp", all.length + edge.wrt().length);
    double[] direction = random(finals.length, 11);
    DoubleSupplier numbers = from(direction);
    List<Object> arguments = new ArrayList<>(Arrays.asList(all));
    List<Object> dots = new ArrayList<>();
    for (int i = 0; i < edge.wrt().length; i++) {
      Class<?> type = member.getParameterTypes()[all.length + i];
      dots.add(ObjectLeaves.dual(edge.arguments().get()[edge.wrt()[i]], type, numbers));
    }
    arguments.addAll(dots);
    Object tangent = EdgeCase.call(member, null, arguments);
    sameEffects("jvp", all);
    double[] expected = pushedForward(direction);
    List<Object> parts = tangent == null ? List.of() : parts(tangent);
    if (result != null) {
      assertArrayEquals(results, ObjectLeaves.of(parts.get(0)), "jvp: value");
      close("jvp", Arrays.copyOf(expected, results.length), ObjectLeaves.of(parts.get(1)));
    }
    finalTangents(expected, dots, parts.subList(result == null ? 0 : 2, parts.size()));
  }

  /** Those of written arrays are found in place, those of changed objects follow the tangent. */
  private void finalTangents(double[] expected, List<Object> dots, List<Object> changed) {
    int at = results.length;
    int next = 0;
    for (int i = 0; i < edge.wrt().length; i++) {
      int position = edge.wrt()[i];
      boolean isWritten = Arrays.stream(edge.written()).anyMatch(w -> w == position);
      Object dot = dots.get(i);
      if (isWritten && next < changed.size() && !dot.getClass().isArray()) {
        dot = changed.get(next++);
      }
      double[] own = ObjectLeaves.of(dot);
      if (isWritten) {
        close(
            "jvp: tangents of argument " + position,
            Arrays.copyOfRange(expected, at, at + own.length),
            own);
      }
      at += own.length;
    }
    assertEquals(changed.size(), next, "tangents of changed objects");
  }

  private double[] pushedForward(double[] direction) {
    double[] sums = new double[jacobian.length];
    for (int row = 0; row < sums.length; row++) {
      for (int column = 0; column < direction.length; column++) {
        sums[row] += jacobian[row][column] * direction[column];
      }
    }
    return sums;
  }

  private void jacobian() throws Throwable {
    Object[] all = edge.arguments().get();
    Method member = EdgeCase.member(generated, "jacobian", all.length);
    if (result == null || isScalar()) {
      assertNull(member, "no jacobian");
      return;
    }
    double[][] rows = (double[][]) EdgeCase.call(member, null, List.of(all));
    assertEquals(results.length, rows.length, "rows");
    for (int i = 0; i < rows.length; i++) {
      close("jacobian, row " + i, jacobian[i], rows[i]);
    }
  }

  private void hessian() throws Throwable {
    Object[] all = edge.arguments().get();
    Method member = EdgeCase.member(generated, "hessian", all.length);
    if (member != null) {
      double[][] rows = (double[][]) EdgeCase.call(member, null, List.of(all));
      double[][] expected = EdgeDifferences.ofGradient(edge).jacobian();
      for (int i = 0; i < rows.length; i++) {
        close("hessian, row " + i, expected[i], rows[i]);
      }
    }
  }
}
