package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Collects a gradient: a value for each number, a new array for each array. */
final class GradientOfNewArrays implements NestedGradient.Sink {
  private final List<Value> points;
  private final List<Value> found;
  private final Builder out;

  /**
   * The gradient at some points.
   *
   * @param points the arguments it is by
   * @param out where arrays are made
   */
  GradientOfNewArrays(List<Value> points, Builder out) {
    this.points = points;
    this.found = new ArrayList<>(points);
    this.out = out;
  }

  /** A derivative for each of the points, once they have been found. */
  List<Value> found() {
    return found;
  }

  @Override
  public void number(Builder at, int index, Value derivative) {
    found.set(index, at.cast(derivative, points.get(index).type()));
  }

  @Override
  public Value target(int index, Value point) {
    Value array = out.copyArray(point, Op.CopyArray.Kind.ZEROS, point.name());
    found.set(index, array);
    return array;
  }

  @Override
  public void element(Builder at, Value row, Value index, Value derivative) {
    at.store(row, index, at.cast(derivative, ((ArrayType) row.type()).element()));
  }
}
