package io.cotangent;

import io.cotangent.runtime.Shapes;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * The components of a generated gradient that belong to the differentiated arguments of a point.
 *
 * @param value the component {@code value}, NaN where there is none
 * @param partials one for each differentiated argument, of its shape
 * @param names what messages call their numbers
 */
record Components(double value, List<Object> partials, List<String> names) {

  /**
   * Takes a gradient apart.
   *
   * @throws IllegalArgumentException if it does not fit the arguments
   */
  static Components of(Object gradient, Point point) {
    if (!(gradient instanceof Record whole)) {
      throw new IllegalArgumentException("a record expected, got " + gradient);
    }
    RecordComponent[] components = whole.getClass().getRecordComponents();
    List<Object> parts = Numbers.parts(whole);
    boolean hasValue = components.length > 0 && components[0].getName().equals("value");
    int first = hasValue ? 1 : 0;
    if (point.hasOpaqueReceiver()
        && components.length > first
        && components[first].getName().equals("self")) {
      first++;
    }
    List<Object> arguments = point.differentiated();
    List<String> names = new ArrayList<>();
    requireCount(whole, arguments.size(), components.length - first);
    List<Object> partials = parts.subList(first, first + arguments.size());
    for (int i = 0; i < partials.size(); i++) {
      String name = components[first + i].getName();
      requireShape(name, arguments.get(i), partials.get(i));
      Numbers.name(partials.get(i), name, names);
    }
    return new Components(
        hasValue ? ((Number) parts.get(0)).doubleValue() : Double.NaN, partials, names);
  }

  private static void requireCount(Record whole, int arguments, int components) {
    // Watched locals follow the arguments.
    if (components < arguments) {
      throw new IllegalArgumentException(
          "%d arguments of differentiable type, but %d partial derivatives in %s: say which with wrt"
              .formatted(arguments, components, whole.getClass().getName()));
    }
  }

  private static void requireShape(String name, Object argument, Object partial) {
    if (argument.getClass().isArray()) {
      Shapes.require(name, argument, partial);
    } else if (Numbers.count(argument) != Numbers.count(partial)) {
      throw new IllegalArgumentException(
          name + ": the partial derivative of " + argument + " cannot be " + partial);
    }
  }

  /** The partial derivatives, one after the other. */
  double[] numbers() {
    return Numbers.of(partials);
  }

  /** Fails unless the gradient's value is what the method returned. */
  void requireValue(double expected, Precision precision) {
    double allowed = 16 * precision.rounding() * Math.abs(expected);
    if (Double.compare(value, expected) != 0 && !(Math.abs(value - expected) <= allowed)) {
      throw new AssertionError("value: the method returns " + expected + ", its gradient " + value);
    }
  }
}
