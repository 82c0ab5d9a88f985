package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.edge.RecordPrograms.Band;
import io.cotangent.edge.RecordPrograms.Model;
import io.cotangent.edge.RecordPrograms.Net;
import io.cotangent.edge.RecordPrograms.Point;
import io.cotangent.edge.RecordPrograms.Range;
import io.cotangent.edge.RecordPrograms.Sphere;
import io.cotangent.edge.RecordPrograms.Untouched;
import io.cotangent.edge.RecordPrograms.Wrapped;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Records as parameters and results, in all modes. */
final class RecordParametersTest {
  private static EdgeCase of(String method, Supplier<Object[]> arguments) {
    return EdgeCase.of(RecordPrograms.class, method, arguments);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  private static Model model() {
    return new Model(new double[] {0.5, -1.25, 2}, 3, 0.75);
  }

  @TestFactory
  Stream<DynamicTest> allModes() {
    return Stream.of(
            of("norm", () -> list(new Point(3, -4))).gradient(all -> new double[] {0.6, -0.8}),
            of("distance", () -> list(new Sphere(new Point(4, 1), 2, "s"), new Point(1, 5)))
                .gradient(all -> new double[] {0.6, -0.8, -1, -0.6, 0.8}),
            of("polynomial", () -> list(model(), 1.5))
                .gradient(all -> new double[] {1.5, 2.25, 3.375, 1, 0.5 - 2.5 * 1.5 + 6 * 2.25}),
            of("polynomialInX", () -> list(model(), 1.5)).wrt(1),
            of("network", () -> list(net(), new double[] {1, -0.5})),
            of("rotated", () -> list(new Point(1, 2), 0.5))
                .jacobian(
                    all -> {
                      double c = Math.cos(0.5);
                      double s = Math.sin(0.5);
                      return new double[][] {{c, -s, -s - 2 * c}, {s, c, c - 2 * s}};
                    }),
            of("inflated", () -> list(new Sphere(new Point(4, 1), 2, "s"), 3.0))
                .jacobian(all -> new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 3, 2}}),
            of("inRange", () -> list(new Range(-1, 2), 0.7))
                .gradient(
                    all -> new double[] {1 - Math.sin(0.7), Math.sin(0.7), 3 * Math.cos(0.7)}),
            of("band", () -> list(band(), new Range(0.5, 4), 0.25)),
            of("ends", () -> list(band())),
            of("scale", () -> list(model(), 2.0)).writes(0),
            of("normalise", () -> list(model(), new Point(0.5, 1))).writes(0),
            of(
                    "mixed",
                    () ->
                        list(
                            new Wrapped(new double[] {1, 2, 3}),
                            new Wrapped(new double[] {0.5, 1, -1})))
                .writes(0),
            of("watched", () -> list(new Point(1, 2), new Sphere(new Point(3, 4), 5, null))),
            of("shadowed", () -> list(new Point(1, 2), 3.0, new Point(4, 5), new double[] {6})),
            of("recursive", () -> list(new Point(1, 2), 3)),
            of("cubic", () -> list(1.5, new Untouched(2, "u"))),
            of("slope", () -> list(model(), 1.5)),
            of("directional", () -> list(new Point(1, 2), 1.5)),
            of("cubicOf", () -> list(new Point(1, 2), 1.5)).wrt(1))
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }

  private static Net net() {
    return new Net(new double[][] {{1, 2}, {0.5, -1}, {0.25, 0.125}}, model(), 0.5f);
  }

  private static Band band() {
    return new Band(new Range(1, 3), new Point(2, -1), 7, new double[] {0.5, 1.5});
  }

  @Test
  void passiveComponentsAreTheArguments() {
    var gradient =
        RecordProgramsAdjoint.Distance.gradient(
            new Sphere(new Point(4, 1), 2, "name"), new Point(1, 5));
    assertEquals("name", gradient.s().name());
    try (var pullback = RecordProgramsAdjoint.Polynomial.pullback(model(), 2)) {
      assertEquals(3, pullback.apply(1).model().degree());
    }
  }

  @Test
  void recordsWithAConstructorGetATangentRecord() {
    var gradient = RecordProgramsAdjoint.InRange.gradient(new Range(-1, 2), 0.7);
    RecordPrograms_RangeTangent range = gradient.range();
    assertEquals(Math.sin(0.7), range.high(), 1e-15);
    var band = RecordProgramsAdjoint.Band.gradient(band(), new Range(0.5, 4), 0.25).band();
    RecordPrograms_BandTangent tangent = band;
    assertEquals(new Point(0, 0.25 * 7), tangent.anchor());
  }

  @Test
  void nullElementsOfBuffersAreZero() {
    Sphere sphere = new Sphere(new Point(4, 1), 2, "s");
    Sphere[] empty = new Sphere[1];
    Point[] pBar = {new Point(1, 1)};
    RecordProgramsAdjoint.Distance.vjp(sphere, new Point(1, 5), 2, empty, pBar);
    assertEquals(1.2, empty[0].center().x(), 1e-15);
    assertEquals(-2, empty[0].radius());
    assertEquals(1 - 1.2, pBar[0].x(), 1e-15);
    Sphere[] partly = {new Sphere(null, 10, "other")};
    RecordProgramsAdjoint.Distance.vjp(sphere, new Point(1, 5), 2, partly, pBar);
    assertEquals(new Sphere(empty[0].center(), 8, "s"), partly[0]);
  }

  @Test
  void buffersAreCheckedBeforeAnythingHappens() {
    Model model = model();
    Model[] bar = {new Model(new double[2], 3, 0)};
    var wrongShape =
        assertThrows(
            IllegalArgumentException.class,
            () -> RecordProgramsAdjoint.Scale.vjp(model, 2, bar, new double[1]));
    assertTrue(wrongShape.getMessage().startsWith("model.weights:"), wrongShape.getMessage());
    assertTrue(wrongShape.getMessage().contains("[3]"), wrongShape.getMessage());
    assertTrue(wrongShape.getMessage().contains("[2]"), wrongShape.getMessage());
    var wrongLength =
        assertThrows(
            IllegalArgumentException.class,
            () -> RecordProgramsAdjoint.Scale.vjp(model, 2, new Model[2], new double[1]));
    assertTrue(wrongLength.getMessage().startsWith("model:"), wrongLength.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> RecordProgramsAdjoint.Scale.vjp(model, 2, null, new double[1]));
    assertThrows(
        IllegalArgumentException.class,
        () -> RecordProgramsAdjoint.Scale.vjp(model, 2, new Model[1], new double[2]));
    assertArrayEquals(model().weights(), model.weights());
  }

  @Test
  void oneBufferForTwoObjectsIsRefused() {
    Wrapped[] bar = {new Wrapped(new double[3])};
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                RecordProgramsAdjoint.Mixed.vjp(
                    new Wrapped(new double[3]), new Wrapped(new double[3]), 1, bar, bar));
    assertEquals("left and right have one buffer", refused.getMessage());
  }

  @Test
  void oneArrayInTwoRecordsOneOfThemWritten() {
    Wrapped both = new Wrapped(new double[] {1, 2});
    Wrapped again = new Wrapped(both.values());
    assertThrows(
        IllegalArgumentException.class, () -> RecordProgramsAdjoint.Mixed.gradient(both, again));
    assertThrows(
        IllegalArgumentException.class, () -> RecordProgramsAdjoint.Mixed.pullback(both, again));
    Wrapped[] leftBar = {new Wrapped(new double[2])};
    assertThrows(
        IllegalArgumentException.class,
        () -> RecordProgramsAdjoint.Mixed.vjp(both, again, 1, leftBar, new Wrapped[1]));
    Wrapped[] rightBar = {new Wrapped(leftBar[0].values())};
    double value = RecordProgramsAdjoint.Mixed.vjp(both, again, 1, leftBar, rightBar);
    // x0' = x0 + x0^2; x1' = x1 + x1 * x0'; the value is x1'.
    assertEquals(6, value);
    assertArrayEquals(new double[] {2 * (1 + 2), 3}, leftBar[0].values(), 1e-15);
    assertSame(leftBar[0].values(), rightBar[0].values());
  }

  @Test
  void arraysOfGradientsAreFresh() {
    Model model = model();
    try (var pullback = RecordProgramsAdjoint.Polynomial.pullback(model, 1.5)) {
      var first = pullback.apply(1);
      var second = pullback.apply(1);
      assertNotSame(first.model().weights(), second.model().weights());
      assertNotSame(model.weights(), first.model().weights());
      assertArrayEquals(first.model().weights(), second.model().weights());
    }
  }

  @Test
  void derivativesBesideRecords() {
    double[] all = RecordProgramsAdjoint.CubicOf.derivatives(new Point(2, 0), 3);
    assertArrayEquals(new double[] {54, 54, 36, 12}, all);
    double[] passive = RecordProgramsAdjoint.Cubic.derivatives(3, new Untouched(2, ""));
    assertArrayEquals(new double[] {54, 54, 36, 12}, passive);
  }

  @Test
  void seedsOfWatchedVariables() {
    Point p = new Point(1, 2);
    Sphere s = new Sphere(new Point(3, 4), 5, "s");
    var gradient = RecordProgramsAdjoint.Watched.gradient(p, s);
    assertEquals(2 * 5, gradient.inner());
    assertEquals(new Point(50, 0), gradient.p());
    try (var pullback = RecordProgramsAdjoint.Watched.pullback(p, s)) {
      assertEquals(new Point(5, 0), pullback.apply(0, 1).p());
    }
  }

  @Test
  void recordsThatNeverCome() {
    assertThrows(IllegalStateException.class, () -> RecordProgramsAdjoint.Never.pullback(1));
    assertThrows(IllegalStateException.class, () -> RecordProgramsAdjoint.Never.jvp(1, 1));
    assertThrows(IllegalStateException.class, () -> RecordProgramsAdjoint.Never.jacobian(1));
    double[] xBar = {1};
    assertThrows(
        IllegalStateException.class,
        () -> RecordProgramsAdjoint.Never.vjp(1, new Point(1, 1), xBar));
  }

  @Test
  void nullIsNotTakenForAnObject() {
    Point p = new Point(1, 2);
    Sphere full = new Sphere(p, 2, "s");
    Sphere empty = new Sphere(null, 2, "s");
    assertEquals(4, RecordProgramsAdjoint.OrNot.gradient(full, p, 3).x());
    assertThrows(
        NullPointerException.class, () -> RecordProgramsAdjoint.OrNot.gradient(empty, p, 3));
    assertThrows(NullPointerException.class, () -> RecordProgramsAdjoint.OrNot.jvp(empty, p, 3, 1));
    assertThrows(
        NullPointerException.class, () -> RecordProgramsAdjoint.OrNot.pullback(empty, p, 3));
    assertThrows(
        NullPointerException.class, () -> RecordProgramsAdjoint.OrNot.gradient(full, null, 3));
  }
}
