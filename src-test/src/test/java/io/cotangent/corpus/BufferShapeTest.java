package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Buffers of a wrong shape are refused by name and shapes, before anything has run. */
final class BufferShapeTest {

  private static final GeneratedMethod HORNER = GeneratedMethod.find(LoopCorpus.class, "Horner");
  private static final double[] C = {1, 2, 3, 4};

  @Test
  void namesTheParameterAndBothShapes() {
    refused(HORNER, "c", "[4]", "[3]", C, 1.5, 1.0, new double[3], new double[1]);
  }

  @Test
  void namesAScalarParameter() {
    refused(HORNER, "x", "[1]", "[2]", C, 1.5, 1.0, new double[4], new double[2]);
    refused(HORNER, "x", "[1]", "[0]", C, 1.5, 1.0, new double[4], new double[0]);
  }

  @Test
  void refusesNull() {
    refused(HORNER, "c", "[4]", "null", C, 1.5, 1.0, null, new double[1]);
    refused(HORNER, "x", "[1]", "null", C, 1.5, 1.0, new double[4], null);
  }

  @Test
  void comparesJaggedRowsOneByOne() {
    GeneratedMethod method = GeneratedMethod.find(LoopCorpus.class, "ForEachRows");
    double[][] rows = {{1, 2}, {3}};
    refused(method, "rows", "1", "2", rows, 1.0, new double[][] {{0, 0}, {0, 0}});
    refused(method, "rows", "2", "1", rows, 1.0, new double[][] {{0, 0}});
  }

  @Test
  void runsNothingBeforeTheCheck() {
    GeneratedMethod method = GeneratedMethod.find(OutParameterCorpus.class, "PassiveEffects");
    int[] counter = new int[2];
    StringBuilder log = new StringBuilder();
    refused(method, "x", "[1]", "[3]", 1.5, counter, log, new boolean[3], 1.0, new double[3]);
    assertArrayEquals(new int[2], counter);
    assertEquals("", log.toString());
  }

  @Test
  void leavesAllBuffersAloneWhenItRefuses() {
    double[] good = {5, 6, 7, 8};
    refused(HORNER, "x", "[1]", "[2]", C, 1.5, 1.0, good, new double[2]);
    assertArrayEquals(new double[] {5, 6, 7, 8}, good);
  }

  private static void refused(
      GeneratedMethod method, String name, String shape, String other, Object... arguments) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> method.call("vjp", arguments));
    String message = error.getMessage();
    assertTrue(message.matches("(?s).*\\b" + name + "\\b.*"), message);
    assertTrue(message.contains(shape), message);
    assertTrue(message.contains(other), message);
  }
}
