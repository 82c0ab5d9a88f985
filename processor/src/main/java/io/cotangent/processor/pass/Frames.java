package io.cotangent.processor.pass;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arrays in which the pieces of one function leave numbers for each other, one for each primitive
 * type, made when the function is entered.
 */
final class Frames {
  private final Map<Primitive, Value> arrays = new LinkedHashMap<>();
  private final Map<Primitive, Integer> sizes = new HashMap<>();
  private final Map<Value, Op> constants;

  /**
   * No frame yet.
   *
   * @param constants receives the constants the slots need
   */
  Frames(Map<Value, Op> constants) {
    this.constants = constants;
  }

  /** An element of a frame. */
  record Slot(Value array, Value index) {
    Op load(Value value) {
      return new Op.Load(value, array, index, Origin.NONE);
    }

    Op store(Value value) {
      return new Op.Store(array, index, value, Origin.NONE);
    }
  }

  /** A slot nobody else uses. */
  Slot slot(Primitive type) {
    Value array = arrays.computeIfAbsent(type, t -> new Value(new ArrayType(t), name(t)));
    int index = sizes.merge(type, 1, Integer::sum) - 1;
    return new Slot(array, constant(index));
  }

  private static String name(Primitive type) {
    return type == Primitive.DOUBLE ? "frame" : type + "Frame";
  }

  private Value constant(int number) {
    Value value = new Value(Primitive.INT, "");
    constants.put(value, new Op.Const(value, number, Origin.NONE));
    return value;
  }

  /** What makes the frames. */
  List<Op> entry() {
    List<Op> entry = new ArrayList<>();
    arrays.forEach(
        (type, array) -> {
          List<Value> size = List.of(constant(sizes.get(type)));
          entry.add(new Op.NewArray(array, size, Origin.NONE));
        });
    return entry;
  }
}
