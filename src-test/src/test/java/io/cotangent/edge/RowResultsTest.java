package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.cotangent.edge.RowResultPrograms.Item;
import io.cotangent.edge.RowResultPrograms.Point;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Arrays of records as results, in all modes. */
final class RowResultsTest {
  private static EdgeCase of(String method, Supplier<Object[]> arguments) {
    return EdgeCase.of(RowResultPrograms.class, method, arguments);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  @TestFactory
  Stream<DynamicTest> allModes() {
    return Stream.of(
            of("rotated", () -> list(new Point[] {new Point(1, 2), new Point(-0.5, 3)}, 0.75)),
            of("items", () -> list(new double[] {1.5, -2, 0.25}, 0.5f)),
            of("ranges", () -> list(1.5, 3)).wrt(0),
            of("moved", () -> list(new Point[] {new Point(1, 2), new Point(3, 4)}, 0.5)).writes(0))
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }

  @Test
  void elementsAndPartsThatAreNull() {
    try (var pullback = RowResultProgramsAdjoint.WithNull.pullback(3)) {
      Item[] items = pullback.value();
      assertNull(items[0].at());
      assertNull(items[1]);
      assertEquals(new Item(new Point(3, 9), 2, 3), items[2]);
      Item[] seed = {null, null, new Item(new Point(2, 0.5), 0, 0)};
      assertEquals(2 + 0.5 * 6, pullback.apply(seed).x(), 1e-15);
    }
    var tangent = RowResultProgramsAdjoint.WithNull.jvp(3, 2);
    assertEquals(new Item(new Point(2, 12), 0, 3), tangent.tangent()[2]);
    double[][] jacobian = RowResultProgramsAdjoint.WithNull.jacobian(3);
    assertArrayEquals(
        new double[] {0, 0, 1, 0, 0, 0, 1, 6, 0},
        Stream.of(jacobian).mapToDouble(r -> r[0]).toArray());
  }

  @Test
  void nullPartsOfElementsThatArePutBack() {
    Item[] items = {new Item(new Point(1, 2), 3, 4)};
    RowResultProgramsAdjoint.Emptied.gradient(items, 5);
    assertEquals(new Item(null, 5, 2), items[0]);
  }
}
