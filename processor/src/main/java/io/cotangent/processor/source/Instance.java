package io.cotangent.processor.source;

import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A reference to an object of a class of the compilation, taken apart. The parts that may change
 * are cells, so that all references to one object see the change; for the null reference all leaves
 * are zero.
 *
 * @param parts as the slots of the class: operands, and {@link Columns} for cells
 */
record Instance(ObjectClass of, List<Operand> parts) implements Operand {
  Instance {
    parts = List.copyOf(parts);
  }

  @Override
  public List<Value> leaves() {
    return Operand.leaves(parts);
  }

  @Override
  public Operand withLeaves(Iterator<Value> leaves) {
    return new Instance(of, parts.stream().map(p -> p.withLeaves(leaves)).toList());
  }

  @Override
  public Type type() {
    return new RefType(of.name());
  }

  @Override
  public Object key() {
    return new Operand.Key(of, parts.stream().map(Operand::key).toList());
  }

  /** Cells cannot be made wider: all references to the object share them. */
  @Override
  public Object kind() {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (of.slots().get(i).kind() == ObjectClass.Kind.CELL) {
        cells.add(parts.get(i).key());
      }
    }
    return new Operand.Key(of, cells);
  }

  /** What tells the object from others; null for the null reference. */
  Value identity() {
    return parts.get(of.identityIndex()).leaves().get(0);
  }

  /** The part for a field, a captured variable or an inner class, which must exist. */
  Operand part(Object key) {
    return parts.get(of.indexOf(key).orElseThrow());
  }

  /** The same reference with another part. */
  Instance with(Object key, Operand part) {
    List<Operand> changed = new ArrayList<>(parts);
    changed.set(of.indexOf(key).orElseThrow(), part);
    return new Instance(of, changed);
  }
}
