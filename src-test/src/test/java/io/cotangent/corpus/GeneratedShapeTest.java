package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.runtime.Tape;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names and types of generated members are the contract that user code compiles against. */
final class GeneratedShapeTest {

  private static final Class<?> QUADRATIC =
      GeneratedMethod.find(ArrayCorpus.class, "QuadraticForm").type();

  @Test
  void classesAreFinalAndStatic() {
    assertTrue(Modifier.isFinal(QUADRATIC.getModifiers()));
    assertTrue(Modifier.isStatic(QUADRATIC.getModifiers()));
    assertTrue(Modifier.isFinal(QUADRATIC.getEnclosingClass().getModifiers()));
    assertEquals("ArrayCorpusAdjoint", QUADRATIC.getEnclosingClass().getSimpleName());
  }

  @Test
  void membersOfAScalarMethod() {
    assertEquals("Gradient(double[], double[][])", signature(QUADRATIC, "gradient", 2));
    assertEquals("Pullback(double[], double[][])", signature(QUADRATIC, "pullback", 2));
    assertEquals(
        "double(double[], double[][], double, double[], double[][])",
        signature(QUADRATIC, "vjp", 5));
    assertEquals(
        "double(Tape, double[], double[][], double, double[], double[][])",
        signature(QUADRATIC, "vjp", 6));
    assertEquals(
        "Tangent(double[], double[][], double[], double[][])", signature(QUADRATIC, "jvp", 4));
  }

  @Test
  void recordsOfAScalarMethod() {
    assertEquals("double value, double[] x, double[][] a", components(QUADRATIC, "Gradient"));
    assertEquals("double value, double tangent", components(QUADRATIC, "Tangent"));
  }

  @Test
  void floatsStayFloats() {
    Class<?> product = GeneratedMethod.find(FloatCorpus.class, "Product").type();
    assertEquals("float value, float x, float y", components(product, "Gradient"));
    assertEquals("float(float, float, float, float[], float[])", signature(product, "vjp", 5));
    assertEquals("Tangent(float, float, float, float)", signature(product, "jvp", 4));
  }

  @Test
  void membersOfAnArrayResult() {
    Class<?> outer = GeneratedMethod.find(ResultCorpus.class, "OuterProduct").type();
    assertFalse(GeneratedMethod.has(outer, "gradient", 2));
    assertEquals("double[][](double[], double[])", signature(outer, "jacobian", 2));
    assertEquals(
        "double[][](double[], double[], double[][], double[], double[])",
        signature(outer, "vjp", 5));
    assertEquals("double[][] value, double[][] tangent", components(outer, "Tangent"));
  }

  @Test
  void membersOfARecordResult() {
    Class<?> polar = GeneratedMethod.find(ResultCorpus.class, "Polar").type();
    assertFalse(GeneratedMethod.has(polar, "gradient", 2));
    assertEquals("Polar(double, double, Polar, double[], double[])", signature(polar, "vjp", 5));
    assertEquals("Polar value, Polar tangent", components(polar, "Tangent"));
  }

  @Test
  void membersOfAVoidMethod() {
    Class<?> axpy = GeneratedMethod.find(OutParameterCorpus.class, "Axpy").type();
    assertFalse(GeneratedMethod.has(axpy, "gradient", 3));
    assertEquals(
        "void(double, double[], double[], double[], double[], double[])",
        signature(axpy, "vjp", 6));
    assertEquals(
        "void(double, double[], double[], double, double[], double[])", signature(axpy, "jvp", 6));
    assertEquals("double a, double[] x, double[] y", components(axpy, "Gradient"));
    assertEquals("Gradient(double[])", signature(nested(axpy, "Pullback"), "apply", 1));
  }

  @Test
  void wrtLimitsComponentsAndBuffers() {
    Class<?> type = GeneratedMethod.find(ScalarCorpus.class, "TwoOfThree").type();
    assertEquals("double value, double x, double z", components(type, "Gradient"));
    assertEquals(
        "double(double, double, double, double, double[], double[])", signature(type, "vjp", 6));
  }

  @Test
  void pullbackIsClosedWithoutACheckedException() {
    Class<?> pullback = nested(QUADRATIC, "Pullback");
    assertTrue(AutoCloseable.class.isAssignableFrom(pullback));
    assertEquals("void()", signature(pullback, "close", 0));
    assertEquals("double()", signature(pullback, "value", 0));
    assertEquals("Gradient(double)", signature(pullback, "apply", 1));
    assertEquals(List.of(), List.of(find(pullback, "close", 0).getExceptionTypes()));
  }

  @Test
  void onlyTheTapeIsForeign() {
    assertEquals(Tape.class, find(QUADRATIC, "vjp", 6).getParameterTypes()[0]);
  }

  private static Class<?> nested(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredClasses())
        .filter(each -> each.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no " + name));
  }

  private static String components(Class<?> type, String name) {
    RecordComponent[] components = nested(type, name).getRecordComponents();
    return Arrays.stream(components)
        .map(each -> each.getType().getSimpleName() + " " + each.getName())
        .collect(Collectors.joining(", "));
  }

  private static String signature(Class<?> type, String name, int count) {
    Method method = find(type, name, count);
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getReturnType().getSimpleName() + "(", ")"));
  }

  private static Method find(Class<?> type, String name, int count) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> each.getName().equals(name) && each.getParameterCount() == count)
        .filter(each -> !each.isBridge())
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no " + name + " of " + count));
  }
}
