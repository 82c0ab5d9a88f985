package io.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Collects the operations of one region, in order. */
public final class Builder {
  /** Sees operations before they are appended, and may append others around them. */
  public interface Guard {
    /** Appends the operation, or what stands for it, by {@link Builder#append}. */
    void add(Op op, Builder builder);
  }

  private final Guard guard;
  private List<Op> ops = new ArrayList<>();
  private Origin origin;

  /** A builder whose operations come from {@code origin} until it is changed. */
  public Builder(Origin origin) {
    this(origin, (op, builder) -> builder.append(op));
  }

  /** A builder that asks the guard, as do those nested in it. */
  public Builder(Origin origin, Guard guard) {
    this.origin = origin;
    this.guard = guard;
  }

  /** A builder for a region of its own, with this one's origin. */
  public Builder nested() {
    return new Builder(origin, guard);
  }

  /** Begins a new list of operations and gives back the one so far. */
  public List<Op> suspend() {
    List<Op> suspended = ops;
    ops = new ArrayList<>();
    return suspended;
  }

  /** Goes on with a list of operations that was suspended, and gives back the one so far. */
  public List<Op> resume(List<Op> suspended) {
    List<Op> collected = ops;
    ops = suspended;
    return collected;
  }

  public Origin origin() {
    return origin;
  }

  /** Operations added from now on come from {@code newOrigin}. */
  public void at(Origin newOrigin) {
    this.origin = newOrigin;
  }

  /** Appends an operation as the guard wants it. */
  public void add(Op op) {
    guard.add(op, this);
  }

  /** Appends the operation as it is. */
  public void append(Op op) {
    ops.add(op);
  }

  /** Appends operations. */
  public void addAll(List<Op> more) {
    ops.addAll(more);
  }

  /** The operations so far. */
  public List<Op> ops() {
    return List.copyOf(ops);
  }

  /** Whether control cannot reach what would be appended next. */
  public boolean isTerminated() {
    return !ops.isEmpty() && ops.get(ops.size() - 1) instanceof Op.Throw;
  }

  /** The region made of what was collected. A region that ends in a throw yields nothing. */
  public Region region(List<Value> params, List<Value> yields) {
    return new Region(params, ops, isTerminated() ? List.of() : yields);
  }

  /** A constant. */
  public Value constant(Type type, Object constant) {
    Value value = new Value(type, "");
    add(new Op.Const(value, constant, origin));
    return value;
  }

  /** An int constant. */
  public Value intConstant(int constant) {
    return constant(Primitive.INT, constant);
  }

  /** A constant of a real type. */
  public Value real(Type type, double constant) {
    if (type == Primitive.FLOAT) {
      return constant(type, (float) constant);
    }
    return constant(Primitive.DOUBLE, constant);
  }

  /** A boolean constant. */
  public Value bool(boolean constant) {
    return constant(Primitive.BOOLEAN, constant);
  }

  /** The value every Java variable of the type starts with. */
  public Value zero(Type type) {
    return constant(type, Constants.zero(type));
  }

  /** An operator application with a result of the given type and name. */
  public Value apply(Operator operator, Type type, String name, List<Value> args) {
    Value value = new Value(type, name);
    add(new Op.Apply(value, operator, false, args, origin));
    return value;
  }

  /** An operator application whose result has the type of its first operand, or is a comparison. */
  public Value apply(Operator operator, Value... args) {
    boolean isBoolean = operator.isComparison() || operator == Operator.NOT;
    Type type = isBoolean ? Primitive.BOOLEAN : args[args.length == 3 ? 1 : 0].type();
    return apply(operator, type, "", List.of(args));
  }

  /** A conversion; the value itself if it has the type already. */
  public Value cast(Value value, Type type) {
    if (value.type().equals(type)) {
      return value;
    }
    return apply(Operator.CAST, type, value.name(), List.of(value));
  }

  /** {@code array[index]}. */
  public Value load(Value array, Value index, String name) {
    Value value = new Value(((ArrayType) array.type()).element(), name);
    add(new Op.Load(value, array, index, origin));
    return value;
  }

  /** {@code array[index] = stored}. */
  public void store(Value array, Value index, Value stored) {
    add(new Op.Store(array, index, stored, origin));
  }

  /** A loop through the indices of an array; its body is given the index. */
  public void eachIndex(Value array, String name, BiConsumer<Builder, Value> body) {
    Value index = new Value(Primitive.INT, name);
    Builder inner = nested();
    body.accept(inner, index);
    Region region = inner.region(List.of(index), List.of());
    Value length = length(array);
    Value zero = intConstant(0);
    add(new Op.For(List.of(), zero, length, 1, false, List.of(), region, origin));
  }

  /** {@code array.length}. */
  public Value length(Value array) {
    Value value = new Value(Primitive.INT, "");
    add(new Op.Length(value, array, origin));
    return value;
  }

  /** A new array made from another. */
  public Value copyArray(Value array, Op.CopyArray.Kind kind, String name) {
    Value value = new Value(array.type(), name);
    add(new Op.CopyArray(value, array, kind, origin));
    return value;
  }

  /** Leaves a value on the tape. */
  public void push(Value tape, Value pushed) {
    add(new Op.Push(tape, pushed, origin));
  }
}
