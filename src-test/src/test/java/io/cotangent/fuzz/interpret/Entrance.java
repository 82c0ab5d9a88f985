package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.Parameter;
import io.cotangent.fuzz.program.Program;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns arguments into numbers with unit derivatives, numbered in order. */
final class Entrance {
  private final List<Object> values = new ArrayList<>();
  private final int inputs;
  private int next;

  Entrance(Program program, Object[] arguments) {
    List<Parameter> params = program.entry().params();
    int count = 0;
    for (int i = 0; i < arguments.length; i++) {
      count += program.isDifferentiated(params.get(i)) ? count(arguments[i]) : 0;
    }
    inputs = count;
    for (int i = 0; i < arguments.length; i++) {
      values.add(value(arguments[i], program.isDifferentiated(params.get(i))));
    }
  }

  List<Object> values() {
    return values;
  }

  int inputs() {
    return inputs;
  }

  private static int count(Object argument) {
    if (!argument.getClass().isArray()) {
      return 1;
    }
    int count = 0;
    for (int i = 0; i < Array.getLength(argument); i++) {
      count += count(Array.get(argument, i));
    }
    return count;
  }

  private Object value(Object argument, boolean active) {
    if (argument.getClass().isArray()) {
      Object[] array = new Object[Array.getLength(argument)];
      Arrays.setAll(array, i -> value(Array.get(argument, i), active));
      return array;
    }
    if (argument instanceof Double || argument instanceof Float) {
      double number = ((Number) argument).doubleValue();
      return active ? input(number) : Real.constant(number);
    }
    return argument;
  }

  private Real input(double number) {
    double[] unit = new double[inputs];
    unit[next++] = 1;
    return new Real(number, unit, unit);
  }
}
