package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results of operations that were done before and would be the same if done again. */
final class Available {
  private final Definitions definitions;
  private final boolean readsBack;
  private final Map<Key, Value> pure = new HashMap<>();
  private final Map<Key, Value> elements = new HashMap<>();

  /**
   * Nothing is available yet.
   *
   * @param readsBack whether what is read is taken for what was written there before
   */
  Available(Definitions definitions, boolean readsBack) {
    this.definitions = definitions;
    this.readsBack = readsBack;
  }

  /**
   * What an operation computes.
   *
   * @param what the kind of the operation, in any form with an equality
   * @param operands values, constants as {@link Literal}
   */
  private record Key(Object what, Type type, List<Object> operands) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && what.equals(key.what)
          && type.equals(key.type)
          && operands.equals(key.operands);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * what.hashCode() + type.hashCode()) + operands.hashCode();
    }
  }

  /** A constant operand: constants are equal, not identical. */
  private record Literal(Type type, Object constant) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Literal literal
          && type.equals(literal.type)
          && constant.equals(literal.constant);
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + constant.hashCode();
    }
  }

  /** The same in a nested region; what is added there is not available here. */
  Available nested() {
    Available nested = new Available(definitions, readsBack);
    nested.pure.putAll(pure);
    nested.elements.putAll(elements);
    return nested;
  }

  /** The value the operation would compute once more. */
  Optional<Value> find(Op op) {
    Optional<Key> key = key(op);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Value known = (op instanceof Op.Load ? elements : pure).get(key.get());
    if (known == null && isCommutative(op)) {
      List<Object> swapped = new ArrayList<>(key.get().operands());
      Collections.reverse(swapped);
      known = pure.get(new Key(key.get().what(), key.get().type(), swapped));
    }
    return Optional.ofNullable(known);
  }

  /** From now on the results of the operation are available, and not what it overwrites. */
  void record(Op op) {
    forget(op);
    if (op instanceof Op.Store store && readsBack) {
      elements.put(element(store.array(), store.index()), store.stored());
    } else if (op instanceof Op.Load) {
      elements.put(key(op).orElseThrow(), op.result());
    } else {
      key(op).ifPresent(k -> pure.put(k, op.result()));
    }
  }

  /** Forgets the elements that may have changed when the operation has run. */
  void forget(Op op) {
    elements.keySet().removeIf(k -> Writes.mayHappen(op, ((Value) k.operands().get(0)).type()));
  }

  private Optional<Key> key(Op op) {
    if (op instanceof Op.Apply apply && apply.operator() != Operator.WATCH) {
      Object what = List.of(apply.operator(), apply.strict());
      return Optional.of(new Key(what, apply.value().type(), operands(apply.args())));
    }
    if (op instanceof Op.Load load) {
      return Optional.of(element(load.array(), load.index()));
    }
    if (op instanceof Op.Length length) {
      return Optional.of(new Key("length", length.value().type(), operands(length.operands())));
    }
    if (op instanceof Op.Opaque opaque && isFunction(opaque)) {
      Type type = opaque.result().type();
      return Optional.of(new Key(opaque.java(), type, operands(opaque.args())));
    }
    return Optional.empty();
  }

  private Key element(Value array, Value index) {
    List<Object> operands = new ArrayList<>(List.of(array));
    operands.addAll(operands(List.of(index)));
    return new Key("element", array.type(), operands);
  }

  private List<Object> operands(List<Value> values) {
    List<Object> operands = new ArrayList<>();
    for (Value value : values) {
      Object constant = definitions.constant(value);
      operands.add(constant == null ? value : new Literal(value.type(), constant));
    }
    return operands;
  }

  /** References may lead to memory that changes, and a new object is not the old one. */
  private static boolean isFunction(Op.Opaque op) {
    return op.nature() == Op.Opaque.Nature.PURE
        && op.results().size() == 1
        && !op.result().type().isReference()
        && op.args().stream().noneMatch(a -> a.type().isReference());
  }

  private static boolean isCommutative(Op op) {
    return op instanceof Op.Apply apply
        && (apply.operator() == Operator.ADD || apply.operator() == Operator.MUL);
  }
}
