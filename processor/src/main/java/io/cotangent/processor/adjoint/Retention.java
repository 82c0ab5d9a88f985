package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.StoragePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Frame frame;
  private final Region owner;
  private final Recomputation recomputation;
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Map<Value, Integer> order = new LinkedHashMap<>();
  private final Map<Value, Value> given;
  private final Map<Value, String> kept = new LinkedHashMap<>();

  /**
   * Plans for one region.
   *
   * @param params the parameters of the forward region
   * @param forward its operations
   * @param given the values that need no keeping, with what they are called in the reverse region
   */
  Retention(
      Frame frame, Region owner, List<Value> params, List<Op> forward, Map<Value, Value> given) {
    this.frame = frame;
    this.owner = owner;
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

  /**
   * Plans for a reverse region that uses values of the forward region freely.
   *
   * @param way how values are kept
   */
  Plan plan(Region reverse, StoragePlan.Way way) {
    List<Value> needed = new ArrayList<>();
    for (Value value : FreeValues.of(reverse)) {
      if (order.containsKey(value) && !given.containsKey(value)) {
        needed.add(value);
      }
    }
    needed.sort((a, b) -> order.get(a) - order.get(b));
    for (Value value : needed) {
      objection(value).ifPresent(why -> kept.put(value, why));
    }
    Map<Value, Op> again = new LinkedHashMap<>();
    for (Value value : needed) {
      if (!kept.containsKey(value)) {
        tryRecompute(value, again).ifPresent(why -> kept.put(value, why));
      }
    }
    List<Op> prologue = new ArrayList<>(again.values());
    prologue.removeIf(op -> kept.containsKey(op.result()));
    prologue.sort((a, b) -> order.get(a.result()) - order.get(b.result()));
    List<Value> inOrder = new ArrayList<>(kept.keySet());
    inOrder.sort((a, b) -> order.get(a) - order.get(b));
    tell(needed, way);
    return new Plan(inOrder, prologue);
  }

  /** Writes down what is needed, the last one first. */
  private void tell(List<Value> needed, StoragePlan.Way way) {
    Set<Value> all = new LinkedHashSet<>(needed);
    all.addAll(kept.keySet());
    List<Value> lastFirst = new ArrayList<>(all);
    lastFirst.sort((a, b) -> order.get(b) - order.get(a));
    for (Value value : lastFirst) {
      if (kept.containsKey(value)) {
        frame.log().held(value, way, kept.get(value));
      } else {
        String why = Recomputation.advantage(definitions.get(value));
        frame.log().held(value, StoragePlan.Way.AGAIN, why);
      }
    }
  }

  private boolean isLocal(Value value) {
    return order.containsKey(value) && !given.containsKey(value);
  }

  /** Why the value cannot be computed again; empty if it can. */
  private Optional<String> objection(Value value) {
    Op definition = definitions.get(value);
    if (definition != null) {
      return recomputation.objection(definition);
    }
    return Optional.of(
        frame.layout().isLoopRegion(owner)
            ? "the loop replaces it in each iteration"
            : "an argument, which the reverse function is not given");
  }

  /** Adds what computes the value again; gives back why not if it is better kept. */
  private Optional<String> tryRecompute(Value value, Map<Value, Op> again) {
    Map<Value, Op> needed = new LinkedHashMap<>();
    Set<Value> leaves = new LinkedHashSet<>();
    collect(value, again, needed, leaves);
    leaves.removeAll(kept.keySet());
    if (needed.size() > Recomputation.BUDGET) {
      return Optional.of("it takes more than " + Recomputation.BUDGET + " operations");
    }
    if (leaves.size() > 1) {
      return Optional.of("it is made of " + leaves.size() + " values that are not kept");
    }
    for (Value leaf : leaves) {
      kept.put(leaf, objection(leaf).orElseThrow() + "; " + frame.log().name(value) + " needs it");
    }
    again.putAll(needed);
    return Optional.empty();
  }

  private void collect(
      Value value, Map<Value, Op> again, Map<Value, Op> needed, Set<Value> leaves) {
    if (!isLocal(value) || kept.containsKey(value)) {
      return;
    }
    if (objection(value).isPresent()) {
      leaves.add(value);
      return;
    }
    Op definition = definitions.get(value);
    if (again.containsKey(value) || needed.put(value, definition) != null) {
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
