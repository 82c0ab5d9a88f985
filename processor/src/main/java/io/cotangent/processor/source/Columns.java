package io.cotangent.processor.source;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * An array whose elements are taken apart: one array for each leaf of an element, all of one shape.
 * For the null reference all of them are null. A cell is such an array of length one.
 *
 * @param element what an element is made of; its values mean nothing
 * @param type of the array, as the program sees it
 * @param room where the elements are; empty for an array that holds what it was made with
 */
record Columns(Operand element, Type type, List<Value> arrays, Optional<Room> room)
    implements Operand {
  Columns {
    arrays = List.copyOf(arrays);
  }

  /** What an array of such elements is made of; its values mean nothing. */
  static Columns of(Operand element, Type type, Optional<Room> room) {
    List<Value> arrays = new ArrayList<>();
    element.leaves().forEach(v -> arrays.add(new Value(new ArrayType(v.type()), v.name())));
    return new Columns(element, type, arrays, room);
  }

  @Override
  public List<Value> leaves() {
    return arrays;
  }

  @Override
  public Operand withLeaves(Iterator<Value> leaves) {
    List<Value> others = new ArrayList<>();
    arrays.forEach(a -> others.add(leaves.next()));
    return new Columns(element, type, others, room);
  }

  @Override
  public Object key() {
    return new Operand.Key(Columns.class, List.of(element.key()));
  }
}
