package io.cotangent.edge;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Differences of fourth order of what a method computes, with respect to all leaves. */
final class EdgeDifferences {
  private static final double STEP = 1e-3;

  private final EdgeCase edge;
  private final Outputs outputs;
  private final int rows;

  /** What is differenced: the numbers that come of some arguments. */
  private interface Outputs {
    double[] of(Object[] arguments) throws Throwable;
  }

  private EdgeDifferences(EdgeCase edge, Outputs outputs, int rows) {
    this.edge = edge;
    this.outputs = outputs;
    this.rows = rows;
  }

  /** Of the method: the leaves of its result, then those of the differentiated arguments after. */
  EdgeDifferences(EdgeCase edge, int results) {
    this(
        edge,
        all -> {
          Object result = edge.call(all);
          double[] first = ObjectLeaves.of(result);
          double[] second = ObjectLeaves.of(edge.differentiated(all));
          double[] both = Arrays.copyOf(first, first.length + second.length);
          System.arraycopy(second, 0, both, first.length, second.length);
          return both;
        },
        results + ObjectLeaves.of(edge.differentiated(edge.arguments().get())).length);
  }

  /** Of the generated gradient. */
  static EdgeDifferences ofGradient(EdgeCase edge) {
    Object[] some = edge.arguments().get();
    Method gradient = EdgeCase.member(edge.generated(), "gradient", some.length);
    Outputs outputs =
        all -> {
          Object found = EdgeCase.call(gradient, null, List.of(all));
          List<Object> parts = new ArrayList<>();
          for (RecordComponent component : found.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            parts.add(component.getAccessor().invoke(found));
          }
          return ObjectLeaves.of(parts.subList(1, 1 + edge.wrt().length).toArray());
        };
    return new EdgeDifferences(edge, outputs, ObjectLeaves.of(edge.differentiated(some)).length);
  }

  /** A row for each number that comes out, a column for each that goes in. */
  double[][] jacobian() throws Throwable {
    double[] at = ObjectLeaves.of(edge.differentiated(edge.arguments().get()));
    double[][] matrix = new double[rows][at.length];
    for (int column = 0; column < at.length; column++) {
      double[] near = difference(at, column, STEP);
      double[] far = difference(at, column, 2 * STEP);
      for (int row = 0; row < rows; row++) {
        matrix[row][column] = (4 * near[row] - far[row]) / 3;
      }
    }
    return matrix;
  }

  private double[] difference(double[] at, int column, double step) throws Throwable {
    double[] above = moved(at, column, step);
    double[] below = moved(at, column, -step);
    double[] difference = new double[rows];
    for (int row = 0; row < rows; row++) {
      difference[row] = (above[row] - below[row]) / (2 * step);
    }
    return difference;
  }

  private double[] moved(double[] at, int column, double step) throws Throwable {
    double[] numbers = at.clone();
    numbers[column] += step;
    var supply = Arrays.stream(numbers).iterator();
    Object[] all = edge.arguments().get();
    for (int position : edge.wrt()) {
      all[position] = ObjectLeaves.with(all[position], supply::nextDouble);
    }
    return outputs.of(all);
  }
}
