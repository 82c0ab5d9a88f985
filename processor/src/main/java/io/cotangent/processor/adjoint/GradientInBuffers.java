package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;

/**
 * Adds a gradient into buffers.
 *
 * @param buffers one for each point, an array of length one for a number
 */
record GradientInBuffers(List<Value> buffers) implements NestedGradient.Sink {
  @Override
  public void number(Builder at, int index, Value derivative) {
    element(at, buffers.get(index), at.intConstant(0), derivative);
  }

  @Override
  public Value target(int index, Value point) {
    return buffers.get(index);
  }

  @Override
  public void element(Builder at, Value row, Value index, Value derivative) {
    Type type = ((ArrayType) row.type()).element();
    Value part = at.cast(derivative, type);
    at.store(row, index, at.apply(Operator.ADD, at.load(row, index, ""), part));
  }
}
