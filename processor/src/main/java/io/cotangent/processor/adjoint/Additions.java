package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds {@code a[i] += v}, as a load, a sum and a store in one region, and nothing else uses them.
 */
final class Additions {
  private final Map<Value, Integer> uses = new HashMap<>();

  /** Additions anywhere in a region. */
  Additions(Region region) {
    count(region);
  }

  /**
   * An addition to an element.
   *
   * @param sum adds to the loaded value or subtracts from it
   */
  record Addition(Op.Load load, Op.Apply sum, Op.Store store) {
    Value array() {
      return load.array();
    }

    Value index() {
      return load.index();
    }
  }

  private void count(Region region) {
    for (Op op : region.ops()) {
      op.operands().forEach(v -> uses.merge(v, 1, Integer::sum));
      op.regions().forEach(this::count);
    }
    region.yields().forEach(v -> uses.merge(v, 1, Integer::sum));
  }

  /** The additions among the operations of the region itself. */
  List<Addition> in(Region region) {
    Map<Value, Op> definitions = new HashMap<>();
    List<Addition> found = new ArrayList<>();
    for (Op op : region.ops()) {
      if (op instanceof Op.Store store
          && definitions.get(store.stored()) instanceof Op.Apply sum
          && (sum.operator() == Operator.ADD || sum.operator() == Operator.SUB)
          && isOnce(sum.value())) {
        Op.Load load = load(store, sum, definitions);
        if (load != null) {
          found.add(new Addition(load, sum, store));
        }
      }
      op.results().forEach(v -> definitions.put(v, op));
    }
    return found;
  }

  private Op.Load load(Op.Store store, Op.Apply sum, Map<Value, Op> definitions) {
    int last = sum.operator() == Operator.ADD ? 1 : 0;
    for (int i = 0; i <= last; i++) {
      if (definitions.get(sum.args().get(i)) instanceof Op.Load load
          && load.array() == store.array()
          && load.index() == store.index()
          && isOnce(load.value())) {
        return load;
      }
    }
    return null;
  }

  private boolean isOnce(Value value) {
    return uses.getOrDefault(value, 0) == 1;
  }
}
