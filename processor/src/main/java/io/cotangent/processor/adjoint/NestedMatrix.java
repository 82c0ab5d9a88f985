package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jacobians and Hessians in plain operations: a sweep for each direction. */
final class NestedMatrix {
  private static final Type ROW = new ArrayType(Primitive.DOUBLE);

  private final List<Integer> leaves;
  private final Builder out;
  private final Map<String, Function> functions = new LinkedHashMap<>();

  /**
   * Matrices of a program.
   *
   * @param leaves the positions of the root's differentiated parameters
   */
  NestedMatrix(List<Integer> leaves, Builder out) {
    this.leaves = leaves;
    this.out = out;
  }

  /** The functions this needs. */
  Map<String, Function> functions() {
    return functions;
  }

  private List<Value> points(List<Value> arguments) {
    return leaves.stream().map(arguments::get).toList();
  }

  private static Value matrix(Builder out, Value rows, Value columns, String name) {
    Value matrix = new Value(new ArrayType(ROW), name);
    out.add(new Op.NewArray(matrix, List.of(rows, columns), Origin.NONE));
    return matrix;
  }

  /**
   * A row for each number of the results, a column for each direction.
   *
   * @param tangent of the program
   */
  Value jacobian(Unit primal, Unit tangent, List<Value> arguments) {
    List<Value> results = NestedGradient.call(out, primal, arguments);
    List<Value> reals = results.stream().filter(v -> v.type().isDifferentiable()).toList();
    Value rows = EachDirection.size(out, reals);
    Value columns = EachDirection.size(out, points(arguments));
    Value matrix = matrix(out, rows, columns, "jacobian");
    EachDirection.run(
        out,
        points(arguments),
        (at, dots, column) -> {
          List<Value> all = NestedGradient.call(at, tangent, Lists.join(arguments, dots));
          List<Value> tangents = all.subList(results.size(), all.size());
          EachDirection.visit(
              at,
              tangents,
              EachDirection.counter(at),
              (inner, number, row) ->
                  inner.store(
                      inner.load(matrix, row, ""), column, inner.cast(number, Primitive.DOUBLE)));
        });
    return matrix;
  }

  /**
   * A row and a column for each direction.
   *
   * @param tangent of the program, whose last result is differentiated once more
   * @param name of the function for a row
   */
  Value hessian(Unit tangent, List<Value> arguments, String name) {
    Unit row = row(tangent, arguments, name);
    functions.putAll(row.functions());
    Value size = EachDirection.size(out, points(arguments));
    Value matrix = matrix(out, size, size, "hessian");
    EachDirection.run(
        out,
        points(arguments),
        (at, dots, position) -> {
          List<Value> all =
              Lists.join(Lists.join(arguments, dots), List.of(at.load(matrix, position, "")));
          NestedGradient.call(at, row, all);
        });
    return matrix;
  }

  /** The function that puts the gradient of a tangent into a row. */
  private Unit row(Unit tangent, List<Value> arguments, String name) {
    List<Value> params = new ArrayList<>();
    arguments.forEach(v -> params.add(v.copy()));
    points(arguments).forEach(v -> params.add(v.copy()));
    Value row = new Value(ROW, "row");
    Builder body = new Builder(Origin.NONE);
    NestedGradient gradient = new NestedGradient(tangent, leaves, "_" + name, body);
    gradient.run(List.copyOf(params), new GradientInRow(points(params), row, body));
    params.add(row);
    Map<String, Function> all = new LinkedHashMap<>(gradient.functions());
    all.put(name, new Function(name, body.region(params, List.of()), List.of()));
    return new Unit(name, all);
  }
}
