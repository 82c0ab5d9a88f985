package io.cotangent.processor.source;

import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RecordType.Component;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What an expression comes to while it is lowered: one value, or something taken apart. */
sealed interface Operand {
  /** What a call of a {@code void} method comes to. */
  Operand NOTHING = new Tuple(new RecordType("void", List.of()), List.of());

  /** The values this stands for, in order. */
  List<Value> leaves();

  /** The same kind of thing made of other leaves. */
  Operand withLeaves(Iterator<Value> leaves);

  /** The type as the program sees it. */
  Type type();

  /** An operand of the type made of leaves; it takes as many as it needs. */
  static Operand of(Type type, Iterator<Value> leaves) {
    if (type instanceof RecordType record) {
      List<Operand> components = new ArrayList<>();
      for (Component component : record.components()) {
        components.add(of(component.type(), leaves));
      }
      return new Tuple(record, components);
    }
    return new Scalar(leaves.next());
  }

  /** The leaves of several operands. */
  static List<Value> leaves(List<Operand> operands) {
    return operands.stream().flatMap(o -> o.leaves().stream()).toList();
  }

  /** A single value. */
  record Scalar(Value value) implements Operand {
    @Override
    public List<Value> leaves() {
      return List.of(value);
    }

    @Override
    public Operand withLeaves(Iterator<Value> leaves) {
      return new Scalar(leaves.next());
    }

    @Override
    public Type type() {
      return value.type();
    }
  }

  /** A record value taken apart into its components. */
  record Tuple(RecordType type, List<Operand> components) implements Operand {
    public Tuple {
      components = List.copyOf(components);
    }

    @Override
    public List<Value> leaves() {
      return components.stream().flatMap(c -> c.leaves().stream()).toList();
    }

    @Override
    public Operand withLeaves(Iterator<Value> leaves) {
      return new Tuple(type, components.stream().map(c -> c.withLeaves(leaves)).toList());
    }

    /** The component of that name. */
    Operand component(String name) {
      int index =
          Stream.iterate(0, i -> i + 1)
              .filter(i -> type.components().get(i).name().equals(name))
              .findFirst()
              .orElseThrow();
      return components.get(index);
    }
  }
}
