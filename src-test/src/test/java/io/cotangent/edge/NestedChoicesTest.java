package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.edge.NestedChoicePrograms.Bent;
import io.cotangent.edge.NestedChoicePrograms.Body;
import io.cotangent.edge.NestedChoicePrograms.Car;
import io.cotangent.edge.NestedChoicePrograms.Constant;
import io.cotangent.edge.NestedChoicePrograms.Disc;
import io.cotangent.edge.NestedChoicePrograms.Engine;
import io.cotangent.edge.NestedChoicePrograms.Filter;
import io.cotangent.edge.NestedChoicePrograms.Filtered;
import io.cotangent.edge.NestedChoicePrograms.Plain;
import io.cotangent.edge.NestedChoicePrograms.Point;
import io.cotangent.edge.NestedChoicePrograms.Polygon;
import io.cotangent.edge.NestedChoicePrograms.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Objects of several classes that hold objects and arrays of them, in all modes. */
final class NestedChoicesTest {
  private static final List<Supplier<Body>> BODIES =
      List.of(
          () -> new Disc(new Point(2, 3), 0.5),
          () -> new Polygon(new Point[] {new Point(1, 2), new Point(-1, 0.5)}, 1.5),
          () -> new Polygon(new Point[0], 1.5),
          () -> new Car(new Engine(2, 3), 0.5, new Point(1, 2), new Engine(1, 0.5)),
          () -> new Car(new Engine(1, 2), 1.5, new Point(3, 0.25)));

  private static final List<Supplier<Filter>> FILTERS =
      List.of(
          () -> new Plain(1.5, 1, 2, 3),
          () -> new Bent(new ChoicePrograms.Circle(0.5), 0.25, 1.5, 1, 2),
          () -> new Bent(new ChoicePrograms.Path(new double[] {1, 2}, 0.5), 0.25, 1.5, 2),
          () -> new Bent(null, 0.25, 1.5, 2));

  private static EdgeCase of(String method, Supplier<Object[]> arguments) {
    return EdgeCase.of(NestedChoicePrograms.class, method, arguments);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  private static Body[] bodies() {
    Body[] all = new Body[BODIES.size() + 1];
    for (int i = 0; i < BODIES.size(); i++) {
      all[i] = BODIES.get(i).get();
    }
    return all;
  }

  @TestFactory
  Stream<DynamicTest> bodiesInAllModes() {
    List<EdgeCase> cases = new ArrayList<>();
    for (Supplier<Body> one : BODIES) {
      cases.add(of("one", () -> list(one.get(), 0.75)));
      cases.add(of("sizes", () -> list(one.get(), 0.75)));
      cases.add(of("tune", () -> list(one.get(), 1.25)).writes(0));
      cases.add(of("move", () -> list(one.get(), 1.25)).writes(0));
    }
    cases.add(of("many", () -> list(bodies(), 0.75)));
    cases.add(of("tuneAll", () -> list(bodies(), 1.25)).writes(0));
    return run(cases);
  }

  @TestFactory
  Stream<DynamicTest> filters() {
    List<EdgeCase> cases = new ArrayList<>();
    for (Supplier<Filter> one : FILTERS) {
      cases.add(of("filter", () -> list(one.get(), 0.75)));
      cases.add(of("adapt", () -> list(one.get(), 0.75, 0.125)).writes(0));
      cases.add(of("source", () -> list(new Filtered(one.get(), 2), 0.75)).writes(0));
      Supplier<Source[]> sources =
          () -> new Source[] {new Constant(3), new Filtered(one.get(), 2), new Constant(0.5)};
      cases.add(of("sources", () -> list(0.75, sources.get())));
    }
    cases.add(of("source", () -> list(new Constant(3), 0.75)).writes(0));
    return run(cases);
  }

  private static Stream<DynamicTest> run(List<EdgeCase> cases) {
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }

  @Test
  void oneObjectInTwoPlaces() {
    Engine engine = new Engine(2, 3);
    Car car = new Car(engine, 0.5, new Point(1, 2), engine);
    assertThrows(
        IllegalArgumentException.class, () -> NestedChoiceProgramsAdjoint.Tune.gradient(car, 1));
    assertEquals(2, engine.power);
    Car like = new Car(new Engine(2, 3), 0.5, new Point(1, 2), new Engine(2, 3));
    double expected = NestedChoiceProgramsAdjoint.One.gradient(like, 1).scale();
    assertEquals(expected, NestedChoiceProgramsAdjoint.One.gradient(car, 1).scale());
  }

  @Test
  void subclassesOfPartsAreRefused() {
    Engine tuned = new Engine(2, 3) {};
    Body[] all = {new Disc(new Point(1, 1), 1), new Car(tuned, 0.5, new Point(1, 2))};
    assertThrows(
        IllegalArgumentException.class, () -> NestedChoiceProgramsAdjoint.Many.gradient(all, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> NestedChoiceProgramsAdjoint.One.jvp(all[1], 1, null, 1));
  }
}
