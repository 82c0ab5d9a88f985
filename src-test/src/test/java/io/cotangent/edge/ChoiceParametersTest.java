package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.edge.ChoicePrograms.Circle;
import io.cotangent.edge.ChoicePrograms.Decay;
import io.cotangent.edge.ChoicePrograms.Holder;
import io.cotangent.edge.ChoicePrograms.Law;
import io.cotangent.edge.ChoicePrograms.Line;
import io.cotangent.edge.ChoicePrograms.Logistic;
import io.cotangent.edge.ChoicePrograms.Model;
import io.cotangent.edge.ChoicePrograms.Nothing;
import io.cotangent.edge.ChoicePrograms.Parabola;
import io.cotangent.edge.ChoicePrograms.Path;
import io.cotangent.edge.ChoicePrograms.Power;
import io.cotangent.edge.ChoicePrograms.Rect;
import io.cotangent.edge.ChoicePrograms.Same;
import io.cotangent.edge.ChoicePrograms.Scene;
import io.cotangent.edge.ChoicePrograms.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Objects of which several classes could be meant, in all modes. */
final class ChoiceParametersTest {
  private static final List<Supplier<Shape>> SHAPES =
      List.of(
          () -> new Circle(1.5),
          () -> new Rect(2, 0.5f, "r"),
          Nothing::new,
          () -> new Path(new double[] {1, -2, 0.5}, 3));

  private static final List<Supplier<Law>> LAWS =
      List.of(
          () -> new Line(2, 0.5),
          () -> new Parabola(0.5, 2, 0.25, 4),
          () -> new Power(2.5),
          () -> new Same(3));

  private static EdgeCase of(String method, Supplier<Object[]> arguments, int... wrt) {
    return EdgeCase.of(ChoicePrograms.class, method, arguments).wrt(wrt);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  @TestFactory
  Stream<DynamicTest> shapes() {
    List<EdgeCase> cases = new ArrayList<>();
    for (Supplier<Shape> one : SHAPES) {
      cases.add(of("twice", () -> list(one.get(), 0.75), 0, 1));
      cases.add(of("orNull", () -> list(one.get(), 0.75), 0, 1));
      for (Supplier<Shape> other : SHAPES) {
        cases.add(of("both", () -> list(one.get(), other.get()), 0, 1));
        cases.add(of("scene", () -> list(new Scene(one.get(), other.get(), 2)), 0));
      }
    }
    return run(cases);
  }

  @TestFactory
  Stream<DynamicTest> laws() {
    List<EdgeCase> cases = new ArrayList<>();
    cases.add(of("cost", () -> list(new ChoicePrograms.Linear(2), 1.5), 0, 1));
    for (Supplier<Law> one : LAWS) {
      cases.add(of("law", () -> list(one.get(), 0.75), 0, 1));
      cases.add(of("bounded", () -> list(one.get(), 0.75), 0, 1));
      cases.add(of("steepen", () -> list(one.get(), 1.25), 0, 1).writes(0));
      for (Supplier<Law> other : LAWS) {
        cases.add(of("twoLaws", () -> list(one.get(), other.get(), 1.25), 0, 1, 2).writes(0));
      }
      for (Supplier<Shape> shape : SHAPES) {
        cases.add(of("values", () -> list(one.get(), shape.get(), 0.75), 0, 1, 2));
        cases.add(of("held", () -> list(new Holder(shape.get(), one.get(), 2), 0.75), 0, 1));
        cases.add(
            of("grow", () -> list(new Holder(shape.get(), one.get(), 2), 0.75), 0, 1).writes(0));
      }
    }
    return run(cases);
  }

  @TestFactory
  Stream<DynamicTest> receivers() {
    List<EdgeCase> cases = new ArrayList<>();
    List<Supplier<Model>> models = List.of(() -> new Decay(0.5, 2), () -> new Logistic(0.25, 3));
    for (Supplier<Model> one : models) {
      Supplier<Object[]> arguments = () -> list(one.get(), 0.75);
      cases.add(EdgeCase.of(Model.class, "run", arguments).wrt(0, 1));
      cases.add(EdgeCase.of(Model.class, "learn", arguments).wrt(0, 1).writes(0));
    }
    for (Supplier<Law> one : LAWS) {
      cases.add(EdgeCase.of(Law.class, "slope", () -> list(one.get(), 2.0, 0.5)).wrt(0, 1, 2));
    }
    return run(cases);
  }

  private static Stream<DynamicTest> run(List<EdgeCase> cases) {
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }

  @Test
  void componentsAreOfTheClassThatArrives() {
    Shape own = ChoiceProgramsAdjoint.Twice.gradient(new Circle(2), 3).shape();
    double area = 4 * Math.PI;
    assertEquals(2 * area * 4 * Math.PI * 3, ((Circle) own).r(), 1e-12);
    Record line = ChoiceProgramsAdjoint.Bounded.gradient(new Line(2, 1), 3.0).law();
    assertEquals(new ChoicePrograms_LineTangent(9, 3), line);
    Record same = ChoiceProgramsAdjoint.Bounded.gradient(new Same(2), 3.0).law();
    assertEquals(new ChoicePrograms_SameTangent(), same);
    assertNull(ChoiceProgramsAdjoint.OrNull.gradient(null, 3).shape());
    assertEquals(6, ChoiceProgramsAdjoint.OrNull.gradient(null, 3).x());
    double[][] hessian = ChoiceProgramsAdjoint.Law.hessian(new Same(2), 3);
    assertArrayEquals(new double[] {16}, hessian[0]);
  }

  @Test
  void otherClassesAreNamed() {
    Law foreign = x -> x;
    for (Law law : List.of(foreign, new Line(1, 2) {})) {
      var refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> ChoiceProgramsAdjoint.Bounded.gradient(law, 1.0));
      assertTrue(refused.getMessage().contains(law.getClass().getName()), refused.getMessage());
      assertThrows(
          IllegalArgumentException.class, () -> ChoiceProgramsAdjoint.Bounded.pullback(law, 1));
      assertThrows(
          IllegalArgumentException.class,
          () -> ChoiceProgramsAdjoint.Bounded.jvp(law, 1, new Power(1), 1));
    }
  }

  @Test
  void tangentsOfOtherClassesAreRefused() {
    Shape circle = new Circle(1);
    Shape nothing = new Nothing();
    assertThrows(
        IllegalArgumentException.class,
        () -> ChoiceProgramsAdjoint.Twice.jvp(circle, 1, nothing, 1));
    assertThrows(
        IllegalArgumentException.class, () -> ChoiceProgramsAdjoint.Twice.jvp(circle, 1, null, 1));
    Shape[] wrong = {nothing};
    double[] xBar = new double[1];
    assertThrows(
        IllegalArgumentException.class,
        () -> ChoiceProgramsAdjoint.Twice.vjp(circle, 1, 1, wrong, xBar));
    try (var pullback = ChoiceProgramsAdjoint.Steepen.pullback(new Line(1, 2), 1)) {
      assertThrows(IllegalArgumentException.class, () -> pullback.apply(1, new Power(1)));
    }
  }

  @Test
  void oneObjectTwiceAndChanged() {
    Line line = new Line(1, 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> ChoiceProgramsAdjoint.TwoLaws.gradient(line, line, 1));
    assertEquals(1, line.slope);
  }

  @Test
  void nullIsNotTakenForAnObject() {
    assertEquals(1, ChoiceProgramsAdjoint.OrNothing.gradient(null, 3).x());
    assertEquals(6, ChoiceProgramsAdjoint.OrNothing.gradient(new Circle(2), 3).x());
  }
}
