package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.edge.ObjectResultPrograms.Bare;
import io.cotangent.edge.ObjectResultPrograms.Model;
import io.cotangent.edge.ObjectResultPrograms.Vec;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Results that are objects of a class, in all modes. */
final class ObjectResultsTest {
  private static EdgeCase of(String method, Supplier<Object[]> arguments) {
    return EdgeCase.of(ObjectResultPrograms.class, method, arguments);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  private static Vec vec(double x) {
    return new Vec(x, 2 * x, -0.5);
  }

  private static Model model() {
    Model model = new Model(new double[] {2, 3}, 0.5f);
    model.name = "m";
    return model;
  }

  @TestFactory
  Stream<DynamicTest> allModes() {
    return Stream.of(
            of("cross", () -> list(vec(1), new Vec(3, 1, 2))),
            of("sum", () -> list(new Vec[] {vec(1), vec(0.5), vec(2)}, 0.75)),
            of("sum", () -> list(new Vec[0], 0.75)).wrt(0, 1),
            of("largest", () -> list(vec(1), 4)),
            of("halved", () -> list(vec(1.5), 2)),
            of("listed", () -> list(1.5)),
            EdgeCase.of(Vec.class, "scaled", () -> list(vec(1), 1.5)),
            of("step", () -> list(model(), 1.5)),
            of("shared", () -> list(new double[] {2, 3}, 1.5f)).writes(0),
            of("bare", () -> list(1.5, 2.0)),
            of("turned", () -> list(1.5, 2.0)),
            of("tried", () -> list(1.5)),
            of("tried", () -> list(2.5)))
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }

  @Test
  void tangentsAreThoseOfParameters() {
    ObjectResultPrograms_VecTangent ex = new ObjectResultPrograms_VecTangent(1, 0, 0);
    ObjectResultPrograms_VecTangent none = new ObjectResultPrograms_VecTangent(0, 0, 0);
    Vec a = new Vec(1, 2, 3);
    Vec b = new Vec(4, 5, 6);
    var found = ObjectResultProgramsAdjoint.Cross.jvp(a, b, ex, none);
    assertEquals(new ObjectResultPrograms_VecTangent(0, -6, 5), found.tangent());
    assertEquals(-3, found.value().x);
    try (var pullback = ObjectResultProgramsAdjoint.Cross.pullback(a, b)) {
      assertEquals(6, pullback.value().y);
      assertEquals(new ObjectResultPrograms_VecTangent(0, 6, -5), pullback.apply(ex).a());
      assertEquals(new ObjectResultPrograms_VecTangent(0, -3, 2), pullback.apply(ex).b());
    }
  }

  @Test
  void oneObjectTwice() {
    double[][] apart = ObjectResultProgramsAdjoint.Cross.jacobian(vec(1.5), vec(1.5));
    Vec same = vec(1.5);
    assertArrayEquals(apart, ObjectResultProgramsAdjoint.Cross.jacobian(same, same));
  }

  @Test
  void everythingIsKept() {
    try (var pullback = ObjectResultProgramsAdjoint.Step.pullback(model(), 2)) {
      Model next = pullback.value();
      assertEquals("m'", next.name);
      assertEquals(1, next.steps);
      assertArrayEquals(new double[] {4, 3}, next.weights);
    }
    double[] weights = {2, 3};
    try (var pullback = ObjectResultProgramsAdjoint.Shared.pullback(weights, 2)) {
      assertSame(weights, pullback.value().weights);
    }
    Bare bare = ObjectResultProgramsAdjoint.Bare.jvp(2, 3, 1, 0).value();
    assertEquals(6, bare.getX());
    assertEquals(18, bare.y);
  }

  @Test
  void nullIsRefused() {
    assertThrows(
        NullPointerException.class, () -> ObjectResultProgramsAdjoint.Largest.jacobian(vec(1), 0));
  }

  @Test
  void watchedVariables() {
    ObjectResultPrograms_VecTangent ex = new ObjectResultPrograms_VecTangent(1, 0, 0);
    try (var pullback = ObjectResultProgramsAdjoint.Watched.pullback(new Vec(3, 4, 5), 2)) {
      assertEquals(36, pullback.value().x);
      assertEquals(12, pullback.apply(ex).y());
      assertEquals(36, pullback.apply(ex).factor());
    }
  }
}
