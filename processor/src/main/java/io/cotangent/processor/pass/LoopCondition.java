package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The condition of a While, its operations divided into those that always compute the same and
 * those that do not.
 */
final class LoopCondition {
  private final Op.While loop;
  private final Carried carried;
  private final Definitions definitions;
  private final Set<Value> varying = new HashSet<>();
  private final List<Op> hoisted = new ArrayList<>();
  private boolean simple = true;

  LoopCondition(Op.While loop, Carried carried, Definitions definitions) {
    this.loop = loop;
    this.carried = carried;
    this.definitions = definitions;
    for (Value param : loop.before().params()) {
      if (carried.invariants().get(param) == param) {
        varying.add(param);
      }
    }
    loop.before().ops().forEach(this::sort);
  }

  /**
   * What does not change runs once in front of the loop: the condition is always computed once, so
   * that may throw. What changes must not.
   */
  private void sort(Op op) {
    boolean varies = op.operands().stream().anyMatch(varying::contains);
    if (varies) {
      varying.addAll(op.results());
      simple &= op instanceof Op.Apply apply && !definitions.mayThrow(apply);
    } else if (!(op instanceof Op.Comment)) {
      hoisted.add(carried.invariants().apply(op));
      simple &= isRepeatable(op);
    }
  }

  /** Whether an operation on values that do not change always gives the same. */
  private boolean isRepeatable(Op op) {
    if (op instanceof Op.Load load) {
      return !Writes.mayHappen(loop, load.array().type());
    }
    return op instanceof Op.Const || op instanceof Op.Apply || op instanceof Op.Length;
  }

  /** Whether everything in the condition is arithmetic that can be moved or dropped. */
  boolean isSimple() {
    return simple;
  }

  /** The operations that always compute the same. */
  List<Op> hoisted() {
    return hoisted;
  }

  /** The comparison, if the condition is one of a carried whole number and an invariant. */
  Optional<Bound> bound() {
    Value at = loop.before().yields().get(0);
    boolean negated = false;
    Op.Apply not = definitions.application(at, Operator.NOT);
    while (not != null) {
      negated = !negated;
      at = not.args().get(0);
      not = definitions.application(at, Operator.NOT);
    }
    boolean compares =
        varying.contains(at)
            && definitions.get(at) instanceof Op.Apply apply
            && apply.operator().isComparison();
    return compares ? bound((Op.Apply) definitions.get(at), negated) : Optional.empty();
  }

  private Optional<Bound> bound(Op.Apply comparison, boolean negated) {
    Operator operator = comparison.operator();
    if (negated) {
      operator = Comparisons.negate(operator);
    }
    Value left = comparison.args().get(0);
    Value right = comparison.args().get(1);
    if (varying.contains(right)) {
      operator = Comparisons.flip(operator);
      Value swap = left;
      left = right;
      right = swap;
    }
    boolean counts =
        loop.before().params().contains(left)
            && !varying.contains(right)
            && (left.type() == Primitive.INT || left.type() == Primitive.LONG);
    return counts ? bound(left, operator, carried.invariants().get(right)) : Optional.empty();
  }

  private static Optional<Bound> bound(Value counter, Operator operator, Value value) {
    return switch (operator) {
      case LT -> Optional.of(new Bound(counter, value, true, false));
      case LE -> Optional.of(new Bound(counter, value, true, true));
      case GT -> Optional.of(new Bound(counter, value, false, false));
      case GE -> Optional.of(new Bound(counter, value, false, true));
      default -> Optional.empty();
    };
  }
}
