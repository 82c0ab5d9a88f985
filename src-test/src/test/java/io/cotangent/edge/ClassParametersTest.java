package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.edge.ClassPrograms.Body;
import io.cotangent.edge.ClassPrograms.Box;
import io.cotangent.edge.ClassPrograms.Car;
import io.cotangent.edge.ClassPrograms.Cubes;
import io.cotangent.edge.ClassPrograms.Engine;
import io.cotangent.edge.ClassPrograms.Kernel;
import io.cotangent.edge.ClassPrograms.Particle;
import io.cotangent.edge.ClassPrograms.Point;
import io.cotangent.edge.ClassPrograms.Quadratic;
import io.cotangent.edge.ClassPrograms.Service;
import io.cotangent.edge.ClassPrograms.Spring;
import io.cotangent.edge.ClassPrograms.State;
import io.cotangent.edge.ClassPrograms.Tail;
import io.cotangent.edge.ClassPrograms.Vec;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Objects as receivers and parameters, in all modes. */
final class ClassParametersTest {
  private static EdgeCase on(Class<?> owner, String method, Supplier<Object[]> arguments) {
    return EdgeCase.of(owner, method, arguments);
  }

  private static EdgeCase of(String method, Supplier<Object[]> arguments) {
    return on(ClassPrograms.class, method, arguments);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  private static Spring spring() {
    return new Spring(3, 0.5, -1, 0.25, 2);
  }

  @TestFactory
  Stream<DynamicTest> receivers() {
    return run(
        on(Spring.class, "energy", () -> list(spring(), 2.0))
            .gradient(all -> new double[] {0.125, 1.75, -2, 0.5, 0, 0.5}),
        on(Spring.class, "step", () -> list(spring(), 0.1)).writes(0),
        on(Spring.class, "run", () -> list(spring(), 0.1, 5)).writes(0),
        on(Spring.class, "scaled", () -> list(spring(), 2.0)).named("OfSelf").wrt(0),
        on(Spring.class, "scaledAgain", () -> list(spring(), 2.0)).named("OfFactor").wrt(1),
        on(Spring.class, "named", () -> list(spring(), new Spring(1, 2, 3, 4), 0.5)),
        on(Spring.class, "sum", () -> list(spring(), new double[] {1, 2})),
        on(Spring.class, "state", () -> list(spring()))
            .jacobian(all -> new double[][] {{0, -1, 0.5, 0, 0}, {-1, 0, 3, 0, 0}}),
        on(Spring.class, "watched", () -> list(spring(), 2.0)),
        on(Spring.class, "failing", () -> list(spring(), 0.5)).writes(0),
        on(Tail.class, "force", () -> list(new Tail(2, 0.5, 1.5f), 3.0)),
        on(Tail.class, "grow", () -> list(new Tail(2, 0.5, 1.5f), 3.0)).writes(0),
        on(Car.class, "pull", () -> list(new Car(new Engine(5, 0.5), 2), 3.0)),
        on(Car.class, "wear", () -> list(new Car(new Engine(5, 0.5), 2), 0.3)).writes(0),
        on(Body.class, "move", () -> list(new Body(new Vec(1, 2), 3), new Vec(0.5, 0.25), 0.1))
            .writes(0),
        on(State.class, "advance", () -> list(new State(2, 1, 0.5, -1), 0.1)).writes(0),
        on(Particle.class, "shift", () -> list(new Particle(new Point(1, 2), 3), 0.1)).writes(0),
        on(Particle.class, "distance", () -> list(new Particle(new Point(1, 2), 3), 0.1)),
        on(Box.class, "weighed", () -> list(new Box<>("b", 3), 9.81, "a")),
        on(Box.class, "weighed", () -> list(new Box<>("a", 3), 9.81, "b")),
        on(Service.class, "square", () -> list(new Service(2), 3.0)),
        on(Kernel.class, "of", () -> list(Kernel.SQUARE, 3.0)),
        on(Kernel.class, "of", () -> list(Kernel.LINEAR, 3.0)),
        on(ClassPrograms.Cubing.class, "cube", () -> list(new Cubes(), 3.0)),
        on(Point.class, "dot", () -> list(new Point(1, 2), new Point(3, 4)))
            .gradient(all -> new double[] {3, 16, 1, 4}),
        on(Point.class, "plus", () -> list(new Point(1, 2), new Point(3, 4), 0.5)),
        on(Point.class, "norm", () -> list(new Point(3, -4)))
            .gradient(all -> new double[] {0.6, -0.8}),
        on(Quadratic.class, "at", () -> list(new Quadratic(1, 2, 3, 4), 0.5))
            .gradient(all -> new double[] {0.25, 0.5, 1, 3}));
  }

  @TestFactory
  Stream<DynamicTest> parameters() {
    return run(
        of("work", () -> list(spring(), 0.5)).writes(0),
        of("exchange", () -> list(spring(), new Spring(1, 2, 3, 4), 0.25)).writes(0, 1),
        of(
            "compared",
            () ->
                list(
                    spring(),
                    new Car(new Engine(5, 0.5), 2),
                    new Spring(1, 2, 3, 4),
                    new Car(new Engine(4, 0.25), 3))),
        of("generic", () -> list(spring(), 2.0)),
        of("unrelated", () -> list(new Object(), "u", 2.0)));
  }

  private static Stream<DynamicTest> run(EdgeCase... cases) {
    return Stream.of(cases)
        .map(c -> DynamicTest.dynamicTest(c.nested(), () -> new EdgeChecks(c).run()));
  }

  @Test
  void componentsAreFields() {
    var gradient = ClassPrograms_CarAdjoint.Pull.gradient(new Car(new Engine(5, 0.5), 2), 3);
    ClassPrograms_CarTangent car = gradient.self();
    ClassPrograms_EngineTangent engine = car.engine();
    assertEquals(1.5, engine.torque(), 1e-15);
    assertEquals(-4.5, engine.loss(), 1e-15);
    assertEquals(-(15 - 4.5) / 4, car.load(), 1e-15);
    assertEquals(1, gradient.speed(), 1e-15);
  }

  @Test
  void parametersCalledSelf() {
    var gradient = ClassPrograms_SpringAdjoint.Named.gradient(spring(), new Spring(1, 2, 3, 4), 2);
    assertEquals(2, gradient.self().x());
    assertEquals(0.5, gradient.self_().x());
    assertEquals(2, gradient.self_().v());
  }

  @Test
  void passivePartsOfObjectsChangeOnce() {
    Spring spring = spring();
    try (var pullback = ClassPrograms_SpringAdjoint.Step.pullback(spring, 0.1)) {
      assertEquals(1, spring.steps);
      double[] forces = spring.forces().clone();
      spring.x = 100;
      var seed = new ClassPrograms_SpringTangent(0, 1, 0, new double[2]);
      var first = pullback.apply(seed);
      assertEquals(1 - 0.03, first.self().x(), 1e-15);
      assertEquals(first.self().x(), pullback.apply(seed).self().x());
      assertEquals(1, spring.steps);
      assertEquals(100, spring.x);
      assertArrayEquals(forces, spring.forces());
    }
    ClassPrograms_SpringAdjoint.Step.jvp(
        spring, 0.1, new ClassPrograms_SpringTangent(0, 0, 0, new double[2]), 0);
    assertEquals(2, spring.steps);
  }

  @Test
  void recordsInFieldsAreReplacedByNewOnes() {
    Particle particle = new Particle(new Point(1, 2), 3);
    Point before = particle.at;
    var gradient = ClassPrograms_ParticleAdjoint.Shift.gradient(particle, 0.5);
    assertNotSame(before, particle.at);
    assertEquals(new Point(2.5, 1), particle.at);
    assertEquals(Math.hypot(2.5, 1), gradient.value(), 1e-15);
  }

  @Test
  void changesBeforeAnExceptionStay() {
    Spring one = spring();
    Spring other = spring();
    var expected = assertThrows(IllegalStateException.class, () -> one.failing(2));
    var actual =
        assertThrows(
            IllegalStateException.class,
            () -> ClassPrograms_SpringAdjoint.Failing.gradient(other, 2));
    assertEquals(expected.getMessage(), actual.getMessage());
    assertEquals(one.x, other.x);
    assertThrows(
        IllegalStateException.class, () -> ClassPrograms_SpringAdjoint.Failing.pullback(other, 2));
    assertEquals(2 * one.x, other.x);
  }

  @Test
  void oneObjectTwiceAndChanged() {
    Spring spring = spring();
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> ClassProgramsAdjoint.Exchange.gradient(spring, spring, 0.5));
    assertTrue(refused.getMessage().contains("one object"), refused.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> ClassProgramsAdjoint.Exchange.pullback(spring, spring, 0.5));
    assertEquals(spring().x, spring.x);
    var unchanged = ClassPrograms_SpringAdjoint.Named.gradient(spring, spring, 2);
    assertEquals(0.5, unchanged.self().x());
    assertEquals(0.5, unchanged.self_().x());
  }

  @Test
  void oneObjectTwiceAndCompared() {
    Spring a = spring();
    Spring b = spring();
    Car car = new Car(new Engine(5, 0.5), 2);
    Car other = new Car(car.engine, 3);
    assertThrows(
        IllegalArgumentException.class,
        () -> ClassProgramsAdjoint.Compared.gradient(a, car, b, other));
    assertThrows(
        IllegalArgumentException.class,
        () -> ClassProgramsAdjoint.Compared.pullback(a, car, b, other));
    var zero = new ClassPrograms_SpringTangent(0, 0, 0, new double[2]);
    var still = new ClassPrograms_CarTangent(new ClassPrograms_EngineTangent(0, 0), 0);
    assertThrows(
        IllegalArgumentException.class,
        () -> ClassProgramsAdjoint.Compared.jvp(a, car, b, other, zero, still, zero, still));
    assertEquals(2 * a.x, ClassProgramsAdjoint.NullsOnly.gradient(a, a).a().x());
  }
}
