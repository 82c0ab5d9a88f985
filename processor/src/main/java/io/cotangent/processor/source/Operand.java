package io.cotangent.processor.source;

import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RecordType.Component;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an expression comes to while it is lowered: one value, or something taken apart. */
sealed interface Operand
    permits Operand.Scalar,
        Operand.Tuple,
        Operand.Unset,
        Operand.Null,
        Operand.Boxed,
        Operand.Closure,
        Operand.Union,
        Instance,
        Linked,
        Columns {
  /** What a call of a {@code void} method comes to. */
  Operand NOTHING = new Tuple(new RecordType("void", List.of()), List.of());

  /** The values this stands for, in order. */
  List<Value> leaves();

  /** The same kind of thing made of other leaves. */
  Operand withLeaves(Iterator<Value> leaves);

  /** The type as the program sees it. */
  Type type();

  /** What it is made of, without the values: operands with equal keys differ in leaves only. */
  Object key();

  /** Which alternatives of a {@link Union} are one: operands of one kind can be joined. */
  default Object kind() {
    return key();
  }

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

    @Override
    public Object key() {
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

    @Override
    public Object key() {
      return new Key(type, components.stream().map(Operand::key).toList());
    }

    @Override
    public Object kind() {
      return type.name();
    }

    /** The component of that name. */
    Operand component(String name) {
      return components.get(indexOf(name));
    }

    private int indexOf(String name) {
      return Stream.iterate(0, i -> i + 1)
          .filter(i -> type.components().get(i).name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    /** The same record with another component. */
    Tuple with(String name, Operand component) {
      List<Operand> changed = new ArrayList<>(components);
      changed.set(indexOf(name), component);
      return new Tuple(type, changed);
    }
  }

  /** What the parts of an operand are made of. */
  record Key(Object whole, List<Object> parts) {}

  /** What a variable holds before anything is assigned: nobody reads it. */
  record Unset(Type type) implements Operand {
    @Override
    public List<Value> leaves() {
      return List.of();
    }

    @Override
    public Operand withLeaves(Iterator<Value> leaves) {
      return this;
    }

    @Override
    public Object key() {
      return Unset.class;
    }
  }

  /** {@code null}, where something taken apart could stand. */
  record Null(Type type) implements Operand {
    @Override
    public List<Value> leaves() {
      return List.of();
    }

    @Override
    public Operand withLeaves(Iterator<Value> leaves) {
      return this;
    }

    @Override
    public Object key() {
      return Null.class;
    }
  }

  /** The object a primitive value is boxed in. */
  record Boxed(Value value) implements Operand {
    @Override
    public List<Value> leaves() {
      return List.of(value);
    }

    @Override
    public Operand withLeaves(Iterator<Value> leaves) {
      return new Boxed(leaves.next());
    }

    @Override
    public Type type() {
      return Conversions.box((Primitive) value.type());
    }

    @Override
    public Object key() {
      return type();
    }
  }

  /** A function whose code is known, with what that code uses from where it was written. */
  record Closure(ClosureSource code, Type type, List<Operand> captured) implements Operand {
    public Closure {
      captured = List.copyOf(captured);
    }

    @Override
    public List<Value> leaves() {
      return Operand.leaves(captured);
    }

    @Override
    public Operand withLeaves(Iterator<Value> leaves) {
      return new Closure(code, type, captured.stream().map(c -> c.withLeaves(leaves)).toList());
    }

    @Override
    public Object key() {
      return new Key(code.tree(), captured.stream().map(Operand::key).toList());
    }

    @Override
    public Object kind() {
      return code.tree();
    }
  }

  /**
   * One of several operands of different kinds.
   *
   * @param tag the number of the one it is
   * @param alternatives what it can be by number; the leaves of all others are zeros
   */
  record Union(Value tag, Type type, SortedMap<Integer, Operand> alternatives) implements Operand {
    public Union {
      alternatives = Collections.unmodifiableSortedMap(new TreeMap<>(alternatives));
    }

    @Override
    public List<Value> leaves() {
      List<Value> leaves = new ArrayList<>(List.of(tag));
      alternatives.values().forEach(a -> leaves.addAll(a.leaves()));
      return leaves;
    }

    @Override
    public Operand withLeaves(Iterator<Value> leaves) {
      Value newTag = leaves.next();
      SortedMap<Integer, Operand> others = new TreeMap<>();
      alternatives.forEach((number, a) -> others.put(number, a.withLeaves(leaves)));
      return new Union(newTag, type, others);
    }

    @Override
    public Object key() {
      List<Object> keys = new ArrayList<>();
      alternatives.forEach((number, a) -> keys.add(new Key(number, List.of(a.key()))));
      return new Key(Union.class, keys);
    }
  }
}
