package io.cotangent.edge;

import io.cotangent.edge.ChoicePrograms.Circle;
import io.cotangent.edge.ChoicePrograms.Holder;
import io.cotangent.edge.ChoicePrograms.Law;
import io.cotangent.edge.ChoicePrograms.Line;
import io.cotangent.edge.ChoicePrograms.Nothing;
import io.cotangent.edge.ChoicePrograms.Parabola;
import io.cotangent.edge.ChoicePrograms.Path;
import io.cotangent.edge.ChoicePrograms.Power;
import io.cotangent.edge.ChoicePrograms.Rect;
import io.cotangent.edge.ChoicePrograms.Same;
import io.cotangent.edge.ChoicePrograms.Shape;
import io.cotangent.edge.MixedChoicePrograms.Tree;
import io.cotangent.edge.MixedChoicePrograms.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Objects of several classes in fields of objects in arrays, in all modes. */
final class MixedChoicesTest {
  private static Shape[] shapes() {
    return new Shape[] {
      new Circle(1.5),
      null,
      new Path(new double[] {1, -2, 0.5}, 3),
      new Rect(2, 0.5f, "r"),
      new Nothing(),
      new Circle(0.25)
    };
  }

  private static Law[] laws() {
    return new Law[] {
      new Line(2, 0.5), new Parabola(0.5, 2, 0.25, 4), new Power(2.5), new Same(3), new Line(1, 1)
    };
  }

  private static World world(int main) {
    Law[] some = {new Parabola(0.5, 2, 0.25, 4), new Line(2, 0.5), new Same(3)};
    return new World(
        laws()[main],
        new double[] {0.5, 2},
        main == 2 ? new Shape[0] : shapes(),
        main == 3 ? new Law[0] : some);
  }

  private static Holder holder(int i) {
    return new Holder(shapes()[i], laws()[i], 2 + i);
  }

  private static EdgeCase of(String method, Supplier<Object[]> arguments) {
    return EdgeCase.of(MixedChoicePrograms.class, method, arguments);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  @TestFactory
  Stream<DynamicTest> allModes() {
    Shape[] round = {new Circle(1), new Circle(3), new Path(new double[] {1}, 2)};
    Law[] few = {new Parabola(0.5, 2, 0.25, 4), new Line(2, 0.5)};
    Tree deep = new Tree(new Shape[][] {shapes(), {}, {new Circle(3)}}, few, new Circle(2));
    Tree[] trees = {deep, new Tree(new Shape[0][], new Law[0], null)};
    List<EdgeCase> cases = new ArrayList<>();
    cases.add(
        of("holders", () -> list(new Holder[] {holder(0), null, holder(2), holder(3)}, 0.75)));
    cases.add(
        of("growAll", () -> list(new Holder[] {holder(0), holder(2), holder(1)}, 0.75)).writes(0));
    for (int i = 0; i < laws().length; i++) {
      int main = i;
      cases.add(of("world", () -> list(world(main), 0.75)));
      cases.add(of("changed", () -> list(world(main), 0.75)).writes(0));
    }
    cases.add(
        of("worlds", () -> list(new World[] {world(0), world(2), world(1)}, new Circle(0.5))));
    cases.add(of("trees", () -> list(trees, new Parabola(1, 2, 3, 4))));
    cases.add(of("scaled", () -> list(laws(), round, new double[] {1, 2, 3})).writes(2));
    cases.add(of("composed", () -> list(laws(), 0.7)));
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }
}
