package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an adjoint at one point of a reverse walk is made of. If it is arithmetic on values that are
 * known before the operation that is reversed next, it can be computed before that operation runs.
 */
final class Horizon {
  private final Map<Value, Op> behind = new HashMap<>();

  /** Nothing behind. */
  Horizon() {}

  private Horizon(Horizon around) {
    behind.putAll(around.behind);
  }

  /** The same for a region inside, whose own operations come on top. */
  Horizon nested() {
    return new Horizon(this);
  }

  /** Operations of either sweep that run later than the operation that is reversed next. */
  void pass(List<Op> ops) {
    ops.forEach(op -> op.results().forEach(v -> behind.put(v, op)));
  }

  /**
   * The values, computed early.
   *
   * @param values what stands for each of them
   * @param ops what computes them from values known before
   */
  record Early(List<Value> values, List<Op> ops) {}

  /** The values computed early; empty if one of them depends on something that is not known. */
  Optional<Early> early(List<Value> values) {
    Map<Value, Op> needed = new LinkedHashMap<>();
    for (Value value : values) {
      if (!collect(value, needed)) {
        return Optional.empty();
      }
    }
    Map<Value, Value> names = new HashMap<>();
    List<Op> ops = Substitution.clone(new ArrayList<>(needed.values()), names);
    return Optional.of(new Early(new Substitution(names).get(values), ops));
  }

  /** Adds what computes a value, operands first; false if it cannot be computed early. */
  private boolean collect(Value value, Map<Value, Op> needed) {
    Op op = behind.get(value);
    if (op == null || needed.containsKey(value)) {
      return true;
    }
    if (!isArithmetic(op) || !op.operands().stream().allMatch(v -> collect(v, needed))) {
      return false;
    }
    needed.put(value, op);
    return true;
  }

  private static boolean isArithmetic(Op op) {
    if (op instanceof Op.Apply apply) {
      boolean divides = apply.operator() == Operator.DIV || apply.operator() == Operator.REM;
      return apply.operator() != Operator.WATCH && (!divides || apply.value().type().isReal());
    }
    return op instanceof Op.Const || op instanceof Op.Length;
  }
}
