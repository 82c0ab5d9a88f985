package io.cotangent.processor.ir;

import java.util.List;
import java.util.function.Predicate;

/**
 * Operations in the order they run.
 *
 * @param params values defined on entry
 * @param ops the operations
 * @param yields values handed to the operation that owns the region; empty if the region ends in a
 *     throw
 */
public record Region(List<Value> params, List<Op> ops, List<Value> yields) {
  public Region {
    params = List.copyOf(params);
    ops = List.copyOf(ops);
    yields = List.copyOf(yields);
  }

  /** Whether control never reaches the end of the region. */
  public boolean isTerminated() {
    return !ops.isEmpty() && ops.get(ops.size() - 1) instanceof Op.Throw;
  }

  /** Whether the region, or one in it, has such an operation. */
  public boolean has(Predicate<Op> wanted) {
    return ops.stream().anyMatch(op -> op.has(wanted));
  }

  /** The number of operations, those of nested regions included. */
  public int size() {
    int size = 0;
    for (Op op : ops) {
      size++;
      for (Region region : op.regions()) {
        size += region.size();
      }
    }
    return size;
  }
}
