package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Puts a gradient into an array of doubles, leaf after leaf, arrays row by row. */
final class GradientInRow implements NestedGradient.Sink {
  private final List<Value> points;
  private final Value target;
  private final Builder out;
  private final List<Value> offsets = new ArrayList<>();
  private final Value counter;

  /**
   * The gradient at some points.
   *
   * @param out where positions are found
   */
  GradientInRow(List<Value> points, Value target, Builder out) {
    this.points = points;
    this.target = target;
    this.out = out;
    Value offset = out.intConstant(0);
    for (Value point : points) {
      offsets.add(offset);
      offset = out.apply(Operator.ADD, offset, EachDirection.size(out, List.of(point)));
    }
    this.counter = EachDirection.counter(out);
  }

  @Override
  public void number(Builder at, int index, Value derivative) {
    at.store(target, offsets.get(index), at.cast(derivative, Primitive.DOUBLE));
  }

  @Override
  public Value target(int index, Value point) {
    out.store(counter, out.intConstant(0), offsets.get(index));
    return points.get(index);
  }

  @Override
  public void element(Builder at, Value row, Value index, Value derivative) {
    Value position = EachDirection.position(at, counter);
    at.store(target, position, at.cast(derivative, Primitive.DOUBLE));
    EachDirection.count(at, counter, position);
  }
}
