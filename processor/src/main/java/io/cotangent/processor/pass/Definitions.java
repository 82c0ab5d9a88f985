package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The operations that define values. */
final class Definitions {
  private final Map<Value, Op> ops = new HashMap<>();
  private final Set<Value> primal = new HashSet<>();

  /** What the operations of a region and of the regions in it define. */
  static Definitions of(Region region) {
    Definitions definitions = new Definitions();
    definitions.addAll(region);
    return definitions;
  }

  private void addAll(Region region) {
    for (Op op : region.ops()) {
      add(op);
      op.regions().forEach(this::addAll);
    }
  }

  /** From now on the constants in a region are known. */
  void addConstants(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Const) {
        add(op);
      }
      op.regions().forEach(this::addConstants);
    }
  }

  /** From now on the values of a region, and what is computed of nothing else, count as primal. */
  void addPrimal(Region region) {
    primal.addAll(region.params());
    for (Op op : region.ops()) {
      primal.addAll(op.results());
      op.regions().forEach(this::addPrimal);
    }
  }

  /** Whether an operation computes something primal again. */
  boolean isPrimal(Op op) {
    boolean isComputed = op instanceof Op.Apply || op instanceof Op.Load || op instanceof Op.Length;
    return op instanceof Op.Pop
        || isComputed
            && !primal.isEmpty()
            && op.operands().stream()
                .allMatch(v -> primal.contains(v) || get(v) instanceof Op.Const);
  }

  /** From now on the results of the operation are known. */
  void add(Op op) {
    op.results().forEach(v -> ops.put(v, op));
    if (isPrimal(op)) {
      primal.addAll(op.results());
    }
  }

  /** The operation that defines a value; null for parameters and values from elsewhere. */
  Op get(Value value) {
    return ops.get(value);
  }

  /** The value's constant, boxed; null if it has none or is null itself. */
  Object constant(Value value) {
    return get(value) instanceof Op.Const c ? c.constant() : null;
  }

  /** The application that defines the value, if it is one of the operator. */
  Op.Apply application(Value value, Operator operator) {
    return get(value) instanceof Op.Apply apply && apply.operator() == operator ? apply : null;
  }

  /** Whether the operation may throw: division of whole numbers by what may be zero. */
  boolean mayThrow(Op.Apply op) {
    boolean divides = op.operator() == Operator.DIV || op.operator() == Operator.REM;
    if (!divides || !((Primitive) op.value().type()).isIntegral()) {
      return false;
    }
    return !(constant(op.args().get(1)) instanceof Number divisor) || divisor.longValue() == 0;
  }
}
