package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.edge.RowPrograms.Body;
import io.cotangent.edge.RowPrograms.Cloud;
import io.cotangent.edge.RowPrograms.Layer;
import io.cotangent.edge.RowPrograms.Node;
import io.cotangent.edge.RowPrograms.Point;
import io.cotangent.edge.RowPrograms.Range;
import io.cotangent.edge.RowPrograms.Sphere;
import io.cotangent.edge.RowPrograms.Weight;
import io.cotangent.edge.RowPrograms.World;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Arrays of records and of objects, in all modes. */
final class RowParametersTest {
  private static EdgeCase of(String method, Supplier<Object[]> arguments) {
    return EdgeCase.of(RowPrograms.class, method, arguments);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  private static Point[] points() {
    return new Point[] {new Point(1, 2), new Point(4, -2), new Point(0.5, 0.25)};
  }

  private static Body[] bodies() {
    return new Body[] {
      new Body(1, 0.5, 2, "a"), new Body(-1, 0.25, 3, "b"), new Body(0.5, -2, 1.5, null)
    };
  }

  private static World world() {
    return new World(bodies(), points(), 0.75);
  }

  private static Layer[] layers() {
    return new Layer[] {
      new Layer(new double[][] {{0.5, -1}, {0.25, 1}, {1, 2}}, new double[] {1, 0.5, -1}, 2),
      new Layer(new double[][] {{1, -0.5, 0.25}, {0.125, 1, 0.5}}, new double[] {0, -0.5}, 1)
    };
  }

  private static Node[] nodes() {
    return new Node[] {
      new Node(new Body(1, 2, 3, "n"), new double[] {1, 2}, 0.5),
      new Node(new Body(-1, 0.5, 1, "m"), new double[] {3, -1}, 2)
    };
  }

  @TestFactory
  Stream<DynamicTest> records() {
    return run(
        of("perimeter", () -> list((Object) points()))
            .gradient(
                all -> {
                  double a = Math.hypot(3.5, 2.25);
                  return new double[] {
                    -0.6, 0.8, 0.6 + 3.5 / a, -0.8 - 2.25 / a, -3.5 / a, 2.25 / a
                  };
                }),
        of("perimeter", () -> list((Object) new Point[0])).wrt(0),
        of(
            "spheres",
            () ->
                list(
                    new Sphere[] {new Sphere(new Point(1, 2), 3, "abc")},
                    0.5,
                    new Range[] {new Range(1, 2), new Range(-1, 4)})),
        of(
            "grid",
            () ->
                list(
                    (Object)
                        new Point[][] {{new Point(1, 2)}, {}, {new Point(3, 4), new Point(5, 6)}})),
        of("network", () -> list(layers(), new double[] {0.5, -0.25})),
        of("moments", () -> list(new Cloud(points(), 0.5))),
        of(
            "clouds",
            () -> list((Object) new Cloud[] {new Cloud(points(), 2), new Cloud(new Point[0], 1)})),
        of("smooth", () -> list(points(), 0.5)).writes(0),
        of("swap", () -> list(layers(), 0.5)).writes(0),
        of("shift", () -> list(new Cloud(points(), 2), 0.5)).writes(0),
        of("fields", () -> list(new Cloud(points(), 2), new Cloud(points(), 0.5))).writes(0, 1),
        of("two", () -> list(points(), points())).writes(0, 1),
        of("watched", () -> list((Object) points())),
        of("passive", () -> list(points(), 0.5)).wrt(1));
  }

  @TestFactory
  Stream<DynamicTest> objects() {
    return run(
        of("weighed", () -> list(new Weight[] {new Weight(1, 0.5f), new Weight(2, 4)}, 3.0)),
        of("momentum", () -> list((Object) bodies()))
            .gradient(all -> new double[] {1, 2, 0.25, 1, 1.5, 0.0625, 1, -6, 4}),
        of("fall", () -> list(bodies(), 0.25)).writes(0),
        of("nodes", () -> list(nodes(), 0.5)).writes(0),
        of("others", () -> list(bodies(), bodies())).wrt(0).writes(0),
        of("same", () -> list(bodies(), new Body(1, 2, 3, "chosen"))),
        EdgeCase.of(World.class, "step", () -> list(world(), 0.125)).writes(0),
        EdgeCase.of(World.class, "energy", () -> list(world())),
        EdgeCase.of(World.class, "mark", () -> list(world(), 0.5)).writes(0));
  }

  private static Stream<DynamicTest> run(EdgeCase... cases) {
    return Stream.of(cases)
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }

  @Test
  void nullElements() {
    Sphere[] spheres = {null, new Sphere(new Point(1, 2), 3, "abc")};
    var gradient = RowProgramsAdjoint.Spheres.gradient(spheres, 0.5, new Range[0]);
    assertNull(gradient.spheres()[0]);
    assertEquals(new Sphere(new Point(1.5, 3), 0.5, "abc"), gradient.spheres()[1]);
    Weight[] weights = {new Weight(2, 3), null};
    var weighed = RowProgramsAdjoint.Weighed.gradient(weights, 0.5);
    assertNull(weighed.weights()[1]);
    assertEquals(1.5, weighed.weights()[0].w());
    assertEquals(7, weighed.a());
    try (var pullback = RowProgramsAdjoint.Weighed.pullback(weights, 0.5)) {
      weights[0] = null;
      assertNull(pullback.apply(2).weights()[1]);
      assertEquals(3, pullback.apply(2).weights()[0].w());
    }
    assertThrows(
        NullPointerException.class, () -> RowProgramsAdjoint.Momentum.gradient(new Body[] {null}));
  }

  @Test
  void buffersAddUpInPlace() {
    Point[] bar = {null, new Point(10, 20), null};
    double value = RowProgramsAdjoint.Perimeter.vjp(points(), 2, bar);
    double a = Math.hypot(3.5, 2.25);
    assertEquals(5 + a, value, 1e-15);
    assertEquals(-1.2, bar[0].x(), 1e-15);
    assertEquals(10 + 1.2 + 7 / a, bar[1].x(), 1e-15);
    assertEquals(20 - 1.6 - 4.5 / a, bar[1].y(), 1e-15);
    var wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> RowProgramsAdjoint.Perimeter.vjp(points(), 1, new Point[2]));
    assertTrue(wrong.getMessage().contains("[3] expected, got [2]"), wrong.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> RowProgramsAdjoint.Perimeter.vjp(points(), 1, null));
    Point[] row = new Point[1];
    assertThrows(
        IllegalArgumentException.class,
        () ->
            RowProgramsAdjoint.Grid.vjp(
                new Point[][] {{new Point(1, 2)}, {new Point(3, 4)}}, 1, new Point[][] {row, row}));
    Point[] both = points();
    assertThrows(
        IllegalArgumentException.class,
        () -> RowProgramsAdjoint.Two.vjp(points(), points(), 1, both, both));
  }

  @Test
  void tangentsThatAreNullAreZero() {
    Point[] dots = {new Point(1, 0), null, null};
    assertEquals(-0.6, RowProgramsAdjoint.Perimeter.jvp(points(), dots).tangent(), 1e-15);
    assertThrows(
        IllegalArgumentException.class,
        () -> RowProgramsAdjoint.Perimeter.jvp(points(), new Point[1]));
  }

  @Test
  void oneObjectTwice() {
    Body[] bodies = bodies();
    bodies[2] = bodies[0];
    var momentum = RowProgramsAdjoint.Momentum.gradient(bodies);
    assertEquals(2, momentum.bodies()[0].v());
    assertEquals(2, momentum.bodies()[2].v());
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> RowProgramsAdjoint.Fall.pullback(bodies, 0.5));
    assertTrue(refused.getMessage().contains("two places of bodies[]"), refused.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> RowPrograms_WorldAdjoint.Step.gradient(new World(bodies, points(), 1), 0.5));
    assertEquals(1, bodies[0].x);
    Body[] some = bodies();
    var compared =
        assertThrows(
            IllegalArgumentException.class, () -> RowProgramsAdjoint.Same.gradient(some, some[1]));
    assertTrue(compared.getMessage().contains("one object"), compared.getMessage());
  }

  @Test
  void oneArrayTwice() {
    Point[] points = points();
    assertThrows(
        IllegalArgumentException.class, () -> RowProgramsAdjoint.Two.gradient(points, points));
    assertThrows(
        IllegalArgumentException.class,
        () -> RowProgramsAdjoint.Two.vjp(points, points, 1, points(), points()));
    assertThrows(
        IllegalArgumentException.class,
        () -> RowProgramsAdjoint.Two.jvp(points, points, points(), points()));
    assertArrayEquals(points(), points);
  }

  @Test
  void oneObjectTakenApartAndPassedOn() {
    Body[] bodies = bodies();
    assertThrows(
        IllegalArgumentException.class, () -> RowProgramsAdjoint.Others.gradient(bodies, bodies));
    Body[] others = {bodies[1]};
    assertThrows(
        IllegalArgumentException.class, () -> RowProgramsAdjoint.Others.pullback(bodies, others));
    assertEquals(1, bodies[0].x);
  }

  @Test
  void oneArrayOfTangentsForTwo() {
    Point[] dots = points();
    assertThrows(
        IllegalArgumentException.class,
        () -> RowProgramsAdjoint.Two.jvp(points(), points(), dots, dots));
    Cloud cloud = new Cloud(dots, 1);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            RowProgramsAdjoint.Fields.jvp(
                new Cloud(points(), 2), new Cloud(points(), 1), cloud, new Cloud(dots, 2)));
  }

  @Test
  void elementsThatAreReplaced() {
    Point[] points = points();
    var gradient = RowProgramsAdjoint.Smooth.gradient(points, 0.5);
    Point[] expected = points();
    assertEquals(RowPrograms.smooth(expected, 0.5), gradient.value());
    assertArrayEquals(expected, points);
    Layer[] layers = layers();
    double[][] w = layers[0].w();
    RowProgramsAdjoint.Swap.pullback(layers, 0.5).close();
    assertSame(w, layers[0].w());
    assertEquals(3, layers[0].kind());
  }
}
