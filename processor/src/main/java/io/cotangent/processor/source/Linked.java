package io.cotangent.processor.source;

import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.Iterator;
import java.util.List;

/**
 * A reference to an object of a class whose objects hold one another without bound. What it holds
 * is in the {@link Arena} of the class.
 *
 * @param index of the object there; zero for the null reference
 */
record Linked(ObjectClass of, Value index) implements Operand {
  @Override
  public List<Value> leaves() {
    return List.of(index);
  }

  @Override
  public Operand withLeaves(Iterator<Value> leaves) {
    return new Linked(of, leaves.next());
  }

  @Override
  public Type type() {
    return new RefType(of.name());
  }

  @Override
  public Object key() {
    return new Operand.Key(Linked.class, List.of(of));
  }
}
