package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.edge.MoreRowPrograms.Cluster;
import io.cotangent.edge.MoreRowPrograms.Colour;
import io.cotangent.edge.MoreRowPrograms.Particle;
import io.cotangent.edge.MoreRowPrograms.Point;
import io.cotangent.edge.MoreRowPrograms.Sample;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Arrays of objects that inherit, hold records, arrays of objects and what has no derivatives. */
final class MoreRowsTest {
  private static EdgeCase of(String method, Supplier<Object[]> arguments) {
    return EdgeCase.of(MoreRowPrograms.class, method, arguments);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  private static Point[] points() {
    return new Point[] {new Point(2, 3), new Point(-1, 0.5), new Point(1, 0.25)};
  }

  private static Particle[] particles() {
    return new Particle[] {
      new Particle(0.5, new Point(1, 2), Colour.RED),
      new Particle(2, new Point(-1, 0.25), Colour.BLUE)
    };
  }

  private static Cluster[] clusters() {
    return new Cluster[] {
      new Cluster(particles(), points(), 2),
      new Cluster(new Particle[] {new Particle(1, new Point(3, 0.5), Colour.BLUE)}, points(), -0.5)
    };
  }

  private static Sample[] samples() {
    return new Sample[] {
      new Sample(0.5f, new int[] {1, 2}, Colour.BLUE, new double[] {1, 2, 3}),
      new Sample(2, new int[0], Colour.RED, new double[] {4})
    };
  }

  @TestFactory
  Stream<DynamicTest> allModes() {
    return Stream.of(
            of("moved", () -> list(particles(), 0.5)).writes(0),
            of("squares", () -> list(new Particle[][] {particles(), {}, particles()}, 3)).writes(0),
            of("clusters", () -> list(clusters(), 0.5)).writes(0),
            of("samples", () -> list((Object) samples())),
            of("recursive", () -> list(points(), 2)),
            of("watched", () -> list((Object) particles())).writes(0),
            of("sorted", () -> list(points(), 0.5)))
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }

  @Test
  void elementsThatComeAndGo() {
    Point[] points = {new Point(2, 3), null, new Point(5, 7)};
    var gradient = MoreRowProgramsAdjoint.Optional.gradient(points, 0.5);
    assertNull(points[0]);
    assertEquals(new Point(0.5, 1), points[1]);
    assertNull(points[2]);
    assertEquals(6 + 35 + 0.25, gradient.value());
    assertEquals(new Point(3, 2), gradient.points()[0]);
    assertEquals(new Point(7, 5), gradient.points()[2]);
    assertEquals(1, gradient.t());
  }

  @Test
  void changesBeforeAnExceptionStay() {
    Particle[] particles = particles();
    assertThrows(
        IllegalStateException.class, () -> MoreRowProgramsAdjoint.Failing.gradient(particles, 4));
    assertEquals(2, particles[0].size);
  }
}
