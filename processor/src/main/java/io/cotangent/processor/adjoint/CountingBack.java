package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Optimisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whole numbers a loop carries and changes by what its index tells, {@code b += n - i}: the reverse
 * loop starts with the last one and takes the change back, instead of getting each from the tape.
 * Whole numbers wrap around, so that this is exact.
 */
final class CountingBack {
  private final Frame frame;
  private final Op.For loop;
  private final Map<Value, Op> definitions = new HashMap<>();
  private final List<Integer> slots = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<Op> again = new HashSet<>();
  private final Map<Value, Value> after = new LinkedHashMap<>();
  private final Map<Value, Value> before = new LinkedHashMap<>();

  private CountingBack(Frame frame, Op.For loop) {
    this.frame = frame;
    this.loop = loop;
    loop.body().ops().forEach(op -> op.results().forEach(v -> definitions.put(v, op)));
  }

  /** One number: what it is before an iteration is what it is behind, {@code back} the change. */
  private record Step(Value number, Operator back, Value change) {}

  /**
   * What can be counted back in a loop.
   *
   * @param kept what the reverse iteration would take from the tape
   */
  static CountingBack of(Frame frame, Op.For loop, List<Value> kept) {
    CountingBack back = new CountingBack(frame, loop);
    for (int slot = 0; slot < loop.carried().size(); slot++) {
      boolean isWanted = kept.contains(loop.carried().get(slot));
      if (isWanted && frame.settings().uses(Optimisation.COUNT_BACK)) {
        back.consider(slot);
      }
    }
    return back;
  }

  private void consider(int slot) {
    if (definitions.get(loop.body().yields().get(slot)) instanceof Op.Apply next
        && isWhole(next.value())) {
      Value change = change(next, loop.carried().get(slot));
      Set<Op> needed = new LinkedHashSet<>();
      if (change != null && collect(change, needed)) {
        again.addAll(needed);
        slots.add(slot);
        Operator back = next.operator() == Operator.ADD ? Operator.SUB : Operator.ADD;
        steps.add(new Step(loop.carried().get(slot), back, change));
      }
    }
  }

  private static boolean isWhole(Value value) {
    return value.type() == Primitive.INT || value.type() == Primitive.LONG;
  }

  /** What is added to the number or taken away from it; null if it is changed otherwise. */
  private static Value change(Op.Apply next, Value param) {
    boolean isSum = next.operator() == Operator.ADD;
    if (!isSum && next.operator() != Operator.SUB) {
      return null;
    }
    List<Value> args = next.args();
    if (args.get(0) == param) {
      return args.get(1);
    }
    return isSum && args.get(1) == param ? args.get(0) : null;
  }

  /**
   * Adds what computes a value from the index and from what does not change in the loop; false if
   * that cannot be done cheaply.
   */
  private boolean collect(Value value, Set<Op> needed) {
    if (value == loop.index() || !frame.layout().isDefinedWithin(value, loop.body())) {
      return true;
    }
    Op op = definitions.get(value);
    if (op == null
        || !(value.type() instanceof Primitive)
        || !new Recomputation(frame, loop.body()).isCheap(op)) {
      return false;
    }
    needed.add(op);
    return needed.size() <= Recomputation.BUDGET
        && op.operands().stream().allMatch(v -> collect(v, needed));
  }

  /** The numbers behind the loop, with which the reverse loop starts; none if none is counted. */
  List<Value> last() {
    return slots.stream().map(loop.results()::get).toList();
  }

  /**
   * The reverse iteration with these numbers behind what it gets and hands on otherwise.
   *
   * @param reverse as for {@link Keeping#onTape}
   */
  Region extended(Region reverse) {
    steps.forEach(s -> after.put(s.number(), s.number().copy()));
    steps.forEach(s -> before.put(s.number(), s.number().copy()));
    List<Value> params = Lists.join(reverse.params(), new ArrayList<>(after.values()));
    List<Value> yields = Lists.join(reverse.yields(), new ArrayList<>(before.values()));
    return new Region(params, reverse.ops(), yields);
  }

  /**
   * Takes the changes back.
   *
   * @param given the index; receives the numbers, which need not be kept any more
   * @return what comes first in the reverse iteration
   */
  List<Op> opening(Map<Value, Value> given) {
    List<Op> inOrder = loop.body().ops().stream().filter(again::contains).toList();
    Map<Value, Value> names = new HashMap<>(given);
    List<Op> ops = Substitution.clone(inOrder, names);
    for (Step step : steps) {
      Value number = before.get(step.number());
      Value change = names.getOrDefault(step.change(), step.change());
      List<Value> args = List.of(after.get(step.number()), change);
      ops.add(new Op.Apply(number, step.back(), false, args, loop.origin()));
      given.put(step.number(), number);
    }
    return ops;
  }
}
