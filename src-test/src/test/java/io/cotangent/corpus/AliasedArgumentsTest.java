package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One array under two parameters of which one is written. */
final class AliasedArgumentsTest {

  private static final GeneratedMethod AXPY =
      GeneratedMethod.find(OutParameterCorpus.class, "Axpy");

  /** The same method with arguments that share nothing. */
  @TestFactory
  Stream<DynamicNode> separate() {
    return CorpusSuite.of(
        AliasedArgumentsCorpus.class,
        CorpusCase.of("addRows").writes(1).at(new double[][] {{1, 2}}, new double[][] {{5, 6}}));
  }

  @Test
  void pullbackRefusesAndNamesBoth() {
    double[] shared = {1, 2};
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> AXPY.call("pullback", 3.0, shared, shared));
    namesBoth(error);
    assertArrayEquals(new double[] {1, 2}, shared, "refused before the primal ran");
  }

  @Test
  void vjpWantsOneBuffer() {
    double[] shared = {1, 2};
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                AXPY.call("vjp", 3.0, shared, shared, new double[1], new double[2], new double[2]));
    namesBoth(error);
    assertArrayEquals(new double[] {1, 2}, shared, "refused before the primal ran");
  }

  /** y += 3 y: the adjoint of the initial contents is four times the seed. */
  @Test
  void vjpThroughOneBuffer() throws Throwable {
    double[] shared = {1, 2};
    double[] bar = {5, 7};
    double[] aBar = {100};
    AXPY.call("vjp", 3.0, shared, shared, aBar, bar, bar);
    assertArrayEquals(new double[] {4, 8}, shared);
    assertArrayEquals(new double[] {20, 28}, bar, 1e-12);
    assertArrayEquals(new double[] {100 + 5 * 1 + 7 * 2}, aBar, 1e-12);
  }

  /** Different arguments cannot share one in-out buffer either. */
  @Test
  void vjpRefusesOneBufferForTwoArrays() {
    double[] bar = {5, 7};
    double[] x = {1, 2};
    double[] y = {3, 4};
    assertThrows(
        IllegalArgumentException.class, () -> AXPY.call("vjp", 3.0, x, y, new double[1], bar, bar));
  }

  /** A row that stands in two places is an alias, too. */
  @Test
  void sharedRowsAreFound() {
    GeneratedMethod method = GeneratedMethod.find(AliasedArgumentsCorpus.class, "AddRows");
    double[] row = {1, 2};
    double[][] from = {row, {3, 4}};
    double[][] to = {{5, 6}, row};
    assertThrows(IllegalArgumentException.class, () -> method.call("pullback", from, to));
    assertThrows(IllegalArgumentException.class, () -> method.call("gradient", from, to));
  }

  private static void namesBoth(IllegalArgumentException error) {
    String message = error.getMessage();
    assertTrue(message.matches("(?s).*\\bx.*"), message);
    assertTrue(message.matches("(?s).*\\by.*"), message);
  }
}
