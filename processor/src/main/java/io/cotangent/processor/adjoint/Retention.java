package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gets the values of a forward region to the reverse region that needs them. In this order of
 * preference a value is
 *
 * <ol>
 *   <li>given: it exists in the reverse region under another name, as a loop index does;
 *   <li>computed again, if that is cheap and needs nothing to be kept that is not kept anyway;
 *   <li>kept: the owner of the region says how, in a local or on the tape.
 * </ol>
 */
final class Retention {
  private final Recomputation recomputation;
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Map<Value, Integer> order = new LinkedHashMap<>();
  private final Map<Value, Value> given;
  private final Set<Value> kept = new LinkedHashSet<>();

  /**
   * Plans for one region.
   *
   * @param params the parameters of the forward region
   * @param forward its operations
   * @param given the values that need no keeping, with what they are called in the reverse region
   */
  Retention(
      Frame frame, Region owner, List<Value> params, List<Op> forward, Map<Value, Value> given) {
    this.recomputation = new Recomputation(frame, owner);
    this.given = given;
    params.forEach(p -> order.put(p, order.size()));
    for (Op op : forward) {
      for (Value result : op.results()) {
        definitions.put(result, op);
        order.put(result, order.size());
      }
    }
  }

  /**
   * What is kept, in the order of definition, and the code that computes the rest.
   *
   * @param kept the values to keep
   * @param prologue computes values again from what is given, kept, or defined further out
   */
  record Plan(List<Value> kept, List<Op> prologue) {}

  /** Plans for a reverse region that uses values of the forward region freely. */
  Plan plan(Region reverse) {
    List<Value> needed = new ArrayList<>();
    for (Value value : FreeValues.of(reverse)) {
      if (order.containsKey(value) && !given.containsKey(value)) {
        needed.add(value);
      }
    }
    needed.sort((a, b) -> order.get(a) - order.get(b));
    needed.stream().filter(v -> !isRecomputable(v)).forEach(kept::add);
    Set<Op> again = new LinkedHashSet<>();
    for (Value value : needed) {
      if (!kept.contains(value) && !tryRecompute(value, again)) {
        kept.add(value);
      }
    }
    List<Op> prologue = new ArrayList<>(again);
    prologue.removeIf(op -> kept.contains(op.result()));
    prologue.sort((a, b) -> order.get(a.result()) - order.get(b.result()));
    List<Value> inOrder = new ArrayList<>(kept);
    inOrder.sort((a, b) -> order.get(a) - order.get(b));
    return new Plan(inOrder, prologue);
  }

  private boolean isLocal(Value value) {
    return order.containsKey(value) && !given.containsKey(value);
  }

  private boolean isRecomputable(Value value) {
    Op definition = definitions.get(value);
    return definition != null && recomputation.isCheap(definition);
  }

  /** Adds what computes the value again; false if it is better kept. */
  private boolean tryRecompute(Value value, Set<Op> again) {
    Set<Op> needed = new LinkedHashSet<>();
    Set<Value> leaves = new LinkedHashSet<>();
    collect(value, again, needed, leaves);
    leaves.removeAll(kept);
    if (leaves.size() > 1 || needed.size() > Recomputation.BUDGET) {
      return false;
    }
    kept.addAll(leaves);
    again.addAll(needed);
    return true;
  }

  private void collect(Value value, Set<Op> again, Set<Op> needed, Set<Value> leaves) {
    if (!isLocal(value) || kept.contains(value)) {
      return;
    }
    if (!isRecomputable(value)) {
      leaves.add(value);
      return;
    }
    Op definition = definitions.get(value);
    if (again.contains(definition) || !needed.add(definition)) {
      return;
    }
    if (needed.size() <= Recomputation.BUDGET) {
      definition.operands().forEach(operand -> collect(operand, again, needed, leaves));
    }
  }

  /** The reverse region behind the pops and the prologue, under the names values have there. */
  static Region rename(
      Frame frame, Region reverse, List<Op> pops, List<Op> prologue, Map<Value, Value> names) {
    Map<Value, Value> map = new HashMap<>(names);
    List<Op> ops = new ArrayList<>(pops);
    ops.addAll(Substitution.clone(prologue, map));
    frame.shadowing().follow(map);
    Substitution substitution = new Substitution(map);
    Region renamed = substitution.apply(reverse);
    ops.addAll(renamed.ops());
    return new Region(reverse.params(), ops, renamed.yields());
  }
}
