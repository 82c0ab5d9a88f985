package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain operations for each number in some values, in order, arrays row by row: the directions of
 * the unit vectors, or places in a row of a matrix.
 */
final class EachDirection {
  private EachDirection() {}

  /**
   * What is done for a direction: the tangents of all values, and how many directions came before.
   */
  interface Action {
    /** Appends what is done. */
    void at(Builder at, List<Value> dots, Value position);
  }

  /** What is done with a number, which is the {@code position}-th. */
  interface Visit {
    /** Appends what is done. */
    void at(Builder at, Value number, Value position);
  }

  /** What is done at an element. */
  private interface Element {
    void at(Builder at, Value row, Value index);
  }

  /** An array of one int to count with. */
  static Value counter(Builder out) {
    Value counter = new Value(new ArrayType(Primitive.INT), "position");
    out.add(new Op.NewArray(counter, List.of(out.intConstant(1)), Origin.NONE));
    return counter;
  }

  /** How far the counter has counted. */
  static Value position(Builder at, Value counter) {
    return at.load(counter, at.intConstant(0), "");
  }

  /** Counts on, from a position. */
  static void count(Builder at, Value counter, Value position) {
    Value next = at.apply(Operator.ADD, position, at.intConstant(1));
    at.store(counter, at.intConstant(0), next);
  }

  /** How many numbers there are in the values. */
  static Value size(Builder out, List<Value> values) {
    Value counter = counter(out);
    visit(out, values, counter, (at, number, position) -> {});
    return position(out, counter);
  }

  /** Does something with each number, from where the counter is on. */
  static void visit(Builder out, List<Value> values, Value counter, Visit visit) {
    for (Value value : values) {
      if (value.type().isReference()) {
        elements(
            out, value, (at, row, index) -> visit(at, at.load(row, index, ""), counter, visit));
      } else {
        visit(out, value, counter, visit);
      }
    }
  }

  private static void visit(Builder at, Value number, Value counter, Visit visit) {
    Value position = position(at, counter);
    visit.at(at, number, position);
    count(at, counter, position);
  }

  /** Does something for each direction. */
  static void run(Builder out, List<Value> points, Action action) {
    Value counter = counter(out);
    List<Value> zeros = new ArrayList<>();
    for (Value point : points) {
      boolean isArray = point.type().isReference();
      zeros.add(
          isArray ? out.copyArray(point, Op.CopyArray.Kind.ZEROS, "") : out.real(point.type(), 0));
    }
    for (int i = 0; i < points.size(); i++) {
      Type type = points.get(i).type();
      if (type.isReference()) {
        elements(
            out,
            zeros.get(i),
            (at, row, index) -> {
              Type element = ((ArrayType) row.type()).element();
              at.store(row, index, at.real(element, 1));
              along(at, zeros, counter, action);
              at.store(row, index, at.real(element, 0));
            });
      } else {
        List<Value> dots = new ArrayList<>(zeros);
        dots.set(i, out.real(type, 1));
        along(out, dots, counter, action);
      }
    }
  }

  private static void along(Builder at, List<Value> dots, Value counter, Action action) {
    Value position = position(at, counter);
    action.at(at, dots, position);
    count(at, counter, position);
  }

  private static void elements(Builder out, Value array, Element action) {
    boolean hasRows = ((ArrayType) array.type()).element().isReference();
    out.eachIndex(
        array,
        "i",
        (body, index) -> {
          if (hasRows) {
            elements(body, body.load(array, index, ""), action);
          } else {
            action.at(body, array, index);
          }
        });
  }
}
