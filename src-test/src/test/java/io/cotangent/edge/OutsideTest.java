package io.cotangent.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.edge.OutsidePrograms.Cell;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One object that arrives in two ways is told, two objects are differentiated. */
final class OutsideTest {
  private static final double[] OWN = {1, 2};

  /**
   * A method of {@link OutsidePrograms}.
   *
   * @param one arguments of which one is also reached in another way
   * @param two arguments for which it is not
   * @param number the index of the number that is varied
   */
  private record Trial(String method, Supplier<Object[]> one, Supplier<Object[]> two, int number) {}

  private static Trial of(
      String method, Supplier<Object[]> one, Supplier<Object[]> two, int number) {
    return new Trial(method, one, two, number);
  }

  private static Object[] list(Object... all) {
    return all;
  }

  private static Trial cells(String method, Supplier<Cell> cell) {
    return of(method, () -> list(cell.get(), 2.0), () -> list(new Cell(4), 2.0), 1);
  }

  private static Trial arrays(String method) {
    return of(method, () -> list(OutsidePrograms.TABLE, 2.0), () -> list(OWN.clone(), 2.0), 1);
  }

  private static Trial indices() {
    double[] x = {0.5, 1.5, 2.5};
    return of(
        "indicesFound",
        () -> list(2.0, OutsidePrograms.INDICES, x),
        () -> list(2.0, new int[3], x),
        0);
  }

  private static Object array(Cell... cells) {
    return cells;
  }

  private static Trial inArrayOfArgument() {
    Cell one = new Cell(2);
    return of(
        "inArrayOfArgument",
        () -> list(array(one), 2.0, one),
        () -> list(array(new Cell(4)), 2.0, new Cell(3)),
        1);
  }

  private static Trial arguments() {
    Cell one = new Cell(2);
    return of("argument", () -> list(one, one, 2.0), () -> list(new Cell(4), new Cell(3), 2.0), 2);
  }

  @TestFactory
  Stream<DynamicTest> oneObject() {
    return Stream.of(
            cells("fieldOfStatic", () -> OutsidePrograms.global),
            of(
                "besideArray",
                () -> list(OutsidePrograms.global, 2.0, array(new Cell(5))),
                () -> list(new Cell(4), 2.0, array(new Cell(5))),
                1),
            of(
                "inArray",
                () -> list(array(OutsidePrograms.global), 2.0),
                () -> list(array(new Cell(4)), 2.0),
                1),
            inArrayOfArgument(),
            cells("methodOfConstant", () -> OutsidePrograms.FIXED),
            cells("wider", () -> OutsidePrograms.global),
            cells("changedElsewhere", () -> OutsidePrograms.global),
            arrays("array"),
            arrays("staticArrayWritten"),
            arrays("row"),
            arrays("arrayInField"),
            arrays("arrayFound"),
            arrays("foundInRecursion"),
            arrays("passedToRecursion"),
            arguments(),
            indices())
        .map(t -> DynamicTest.dynamicTest(t.method, () -> check(t)));
  }

  private static void check(Trial trial) throws Exception {
    Class<?> generated =
        Class.forName(
            OutsidePrograms.class.getName()
                + "Adjoint$"
                + Character.toUpperCase(trial.method.charAt(0))
                + trial.method.substring(1));
    for (String member : List.of("gradient", "pullback")) {
      assertThrows(
          IllegalArgumentException.class, () -> call(generated, member, trial.one.get()), member);
    }
    Object gradient = call(generated, "gradient", trial.two.get());
    double found = (Double) numbers(gradient).get(trial.number == 0 ? 1 : 2);
    assertEquals(difference(trial), found, 1e-6);
  }

  /** The value of a gradient, then the component of the number; others in between are null. */
  private static List<Object> numbers(Object gradient) throws Exception {
    List<Object> all = new ArrayList<>();
    for (var component : gradient.getClass().getRecordComponents()) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      all.add(accessor.invoke(gradient));
    }
    return all;
  }

  private static double difference(Trial trial) {
    DoubleUnaryOperator primal =
        h -> {
          Object[] arguments = trial.two.get();
          arguments[trial.number] = (Double) arguments[trial.number] + h;
          return (Double) call(OutsidePrograms.class, trial.method, arguments);
        };
    return (primal.applyAsDouble(1e-5) - primal.applyAsDouble(-1e-5)) / 2e-5;
  }

  private static Object call(Class<?> owner, String name, Object[] arguments) {
    Method method =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException thrown) {
      throw (RuntimeException) thrown.getCause();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
