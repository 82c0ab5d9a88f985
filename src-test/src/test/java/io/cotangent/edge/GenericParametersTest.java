package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.edge.GenericPrograms.Box;
import io.cotangent.edge.GenericPrograms.Boxed;
import io.cotangent.edge.GenericPrograms.Cell;
import io.cotangent.edge.GenericPrograms.Pair;
import io.cotangent.edge.GenericPrograms.Point;
import io.cotangent.edge.GenericPrograms.Weighed;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Objects whose types have arguments, in all modes. */
final class GenericParametersTest {
  private static EdgeCase of(String method, Supplier<Object[]> arguments) {
    return EdgeCase.of(GenericPrograms.class, method, arguments);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  @TestFactory
  Stream<DynamicTest> allModes() {
    return Stream.of(
            of("number", () -> list(new Box<>(3.0), 0.5)).gradient(all -> new double[] {3, 9}),
            of("point", () -> list(new Box<>(new Point(3, 2))))
                .gradient(all -> new double[] {12, 9}),
            of(
                "nested",
                () ->
                    list(
                        new Pair<>(new double[] {1, 2, 3}, new Box<>(0.5f), 2),
                        new Weighed<>(new Point(1, 2), 3))),
            of(
                "twoOfOne",
                () ->
                    list(new Pair<>(1.5, new Point(2, 3), 1), new Pair<>(new Point(4, 5), 0.5, 2))),
            of("cell", () -> list(new Cell<>(0.5, 2), new Cell<>(new Point(1, 2), 3))),
            of("grow", () -> list(new Cell<>(0.5, 2), 3.0)).writes(0),
            of("boxes", () -> list(new Boxed(2.0, 0.5f, 3))))
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }

  @Test
  void tangentsAreCalledAsTheTypeIs() {
    GenericPrograms_BoxOfDoubleTangent box =
        GenericProgramsAdjoint.Number.gradient(new Box<>(3.0), 0.5).box();
    assertEquals(3, box.content());
    GenericPrograms_BoxOfGenericPrograms_PointTangent point =
        GenericProgramsAdjoint.Point.gradient(new Box<>(new Point(3, 2))).box();
    assertEquals(new Point(12, 9), point.content());
  }

  @Test
  void nullIsNotTakenForANumber() {
    assertEquals(2, GenericProgramsAdjoint.OrNot.gradient(new Box<>(1.0), 3).x());
    Box<Double> empty = new Box<>(null);
    assertThrows(NullPointerException.class, () -> GenericProgramsAdjoint.OrNot.gradient(empty, 3));
    assertThrows(NullPointerException.class, () -> GenericProgramsAdjoint.OrNot.jvp(empty, 3, 1));
    assertThrows(NullPointerException.class, () -> GenericProgramsAdjoint.OrNot.pullback(empty, 3));
  }
}
