package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.edge.ChoicePrograms.Circle;
import io.cotangent.edge.ChoicePrograms.Law;
import io.cotangent.edge.ChoicePrograms.Line;
import io.cotangent.edge.ChoicePrograms.Nothing;
import io.cotangent.edge.ChoicePrograms.Parabola;
import io.cotangent.edge.ChoicePrograms.Path;
import io.cotangent.edge.ChoicePrograms.Power;
import io.cotangent.edge.ChoicePrograms.Rect;
import io.cotangent.edge.ChoicePrograms.Same;
import io.cotangent.edge.ChoicePrograms.Shape;
import io.cotangent.edge.ChoiceRowPrograms.Drawing;
import io.cotangent.edge.ChoiceRowPrograms.Layer;
import io.cotangent.edge.ChoiceRowPrograms.Leaky;
import io.cotangent.edge.ChoiceRowPrograms.Net;
import io.cotangent.edge.ChoiceRowPrograms.Smooth;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Arrays of objects of several classes, in all modes. */
final class ChoiceRowsTest {
  private static Shape[] shapes() {
    return new Shape[] {
      new Circle(1.5),
      null,
      new Path(new double[] {1, -2, 0.5}, 3),
      new Rect(2, 0.5f, "r"),
      new Nothing(),
      new Circle(0.25),
      new Path(new double[0], 2)
    };
  }

  private static Law[] laws() {
    return new Law[] {
      new Line(2, 0.5), new Parabola(0.5, 2, 0.25, 4), new Power(2.5), new Same(3), new Line(1, 1)
    };
  }

  private static Net net() {
    return new Net(1.5, new Smooth(0.5, 1, -0.5), new Leaky(0.1, -3, 2, 1), new Smooth(0, 0.5));
  }

  private static EdgeCase of(String method, Supplier<Object[]> arguments) {
    return EdgeCase.of(ChoiceRowPrograms.class, method, arguments);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  @TestFactory
  Stream<DynamicTest> records() {
    Shape[][] grid = {shapes(), {}, null, {new Circle(2), new Rect(1, 2, "")}};
    Supplier<Drawing> drawing = () -> new Drawing(shapes(), 0.5, new Circle(0.75));
    Drawing small = new Drawing(new Shape[] {new Circle(1)}, 2, null);
    return run(
        of("total", () -> list(shapes(), 0.75)),
        of("total", () -> list(new Shape[] {null, null}, 0.75)).wrt(0, 1),
        of("total", () -> list(new Shape[0], 0.75)).wrt(0, 1),
        of("areas", () -> list(shapes(), 0.75)),
        of("grid", () -> list((Object) grid)),
        of("drawing", () -> list(drawing.get())),
        of("album", () -> list(new Drawing[] {drawing.get(), small}, 0.75)));
  }

  @TestFactory
  Stream<DynamicTest> objects() {
    return run(
        of("laws", () -> list(1.25, laws())),
        of("laws", () -> list(1.25, new Law[] {null, new Power(2)})),
        of("chain", () -> list(laws(), 0.5)),
        of("steepen", () -> list(laws(), 1.25)).writes(0),
        EdgeCase.of(Net.class, "run", () -> list(net(), new double[] {0.5, 0.25})),
        of("train", () -> list(net(), new double[] {0.5, 0.25}, 0.125)).writes(0),
        of("passive", () -> list(net().layers, new double[] {0.5, 0.25})).wrt(1),
        of("shift", () -> list(new Layer[] {new Smooth(2, 1), new Leaky(1, 3)}, 0.5)).writes(0));
  }

  private static Stream<DynamicTest> run(EdgeCase... cases) {
    return Stream.of(cases)
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }

  @Test
  void elementsAreOfTheClassOfTheObject() {
    Shape[] shapes = {new Circle(2), null, new Rect(3, 2, "r")};
    Shape[] found = ChoiceRowProgramsAdjoint.Total.gradient(shapes, 1).shapes();
    double area = 4 * Math.PI;
    assertEquals(2 * area * 4 * Math.PI, ((Circle) found[0]).r(), 1e-12);
    assertNull(found[1]);
    assertEquals(new Rect(2 * 6 * 2, 2 * 6 * 3, "r"), found[2]);
    Record[] laws =
        ChoiceRowProgramsAdjoint.Laws.gradient(3, new Law[] {new Line(2, 1), new Same(2)}).laws();
    assertArrayEquals(
        new Record[] {
          new ChoicePrograms_LineTangent(3 * 13 + 6 * 7, 13 + 7), new ChoicePrograms_SameTangent()
        },
        laws);
    double[][] hessian = ChoiceRowProgramsAdjoint.Total.hessian(new Shape[] {null}, 1);
    assertArrayEquals(new double[][] {{0}}, hessian);
  }

  @Test
  void otherClassesAreNamed() {
    Law foreign = x -> x;
    for (Law law : List.of(foreign, new Line(1, 2) {})) {
      Law[] laws = {new Power(1), law};
      var refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> ChoiceRowProgramsAdjoint.Laws.gradient(1, laws));
      assertTrue(refused.getMessage().contains(law.getClass().getName()), refused.getMessage());
      assertThrows(
          IllegalArgumentException.class, () -> ChoiceRowProgramsAdjoint.Chain.pullback(laws, 1));
      assertThrows(
          IllegalArgumentException.class,
          () -> ChoiceRowProgramsAdjoint.Chain.jvp(laws, 1, new Record[2], 1));
      assertThrows(
          IllegalArgumentException.class, () -> ChoiceRowProgramsAdjoint.Laws.hessian(1, laws));
    }
  }

  @Test
  void tangentsOfOtherClassesAreRefused() {
    Shape[] shapes = {new Circle(1), null};
    Shape[] wrong = {new Nothing(), null};
    Shape[] tooMany = {null, new Circle(1)};
    Shape[] tooLong = new Shape[3];
    double[] scaleBar = new double[1];
    for (Shape[] duals : List.of(wrong, tooMany, tooLong)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> ChoiceRowProgramsAdjoint.Total.jvp(shapes, 1, duals, 1));
      assertThrows(
          IllegalArgumentException.class,
          () -> ChoiceRowProgramsAdjoint.Total.vjp(shapes, 1, 1, duals, scaleBar));
    }
    assertEquals(0, scaleBar[0]);
    var zero = ChoiceRowProgramsAdjoint.Total.jvp(shapes, 1, new Shape[2], 0);
    assertEquals(0, zero.tangent());
  }

  @Test
  void seedsOfOtherClassesAreRefused() {
    Layer[] layers = {new Smooth(2, 1)};
    try (var pullback = ChoiceRowProgramsAdjoint.Shift.pullback(layers, 1)) {
      Record[] wrong = {new ChoicePrograms_LineTangent(1, 1)};
      assertThrows(IllegalArgumentException.class, () -> pullback.apply(wrong));
      Record[] seeds = {new ChoiceRowPrograms_SmoothTangent(new double[1], 1)};
      layers[0] = new Leaky(1, 2);
      assertEquals(2, pullback.apply(seeds).by());
      assertEquals(2, ((ChoiceRowPrograms_SmoothTangent) pullback.apply(seeds).layers()[0]).bias());
    }
  }

  @Test
  void oneObjectTwice() {
    Law line = new Line(2, 1);
    Record[] own = ChoiceRowProgramsAdjoint.Laws.gradient(3, new Law[] {line, line}).laws();
    assertEquals(new ChoicePrograms_LineTangent(3 * 13 + 6 * 7, 13 + 7), own[0]);
    assertEquals(own[0], own[1]);
    Law[] twice = {line, line};
    assertThrows(
        IllegalArgumentException.class, () -> ChoiceRowProgramsAdjoint.Steepen.gradient(twice, 1));
    assertEquals(2, ((Line) line).slope);
  }
}
