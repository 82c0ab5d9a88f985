package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes what counts along with a loop from the loop's index. In: plain IR after {@link
 * CountedLoops}. Out: the same without carried ints that every iteration changes by the same: a
 * reverse sweep then need not keep them.
 *
 * <p>In iteration {@code i} such a value is {@code init + (i - lower) * step * increment}, for
 * steps of one up or down; that ints wrap around changes nothing in it.
 */
public final class Inductions {
  private final Definitions definitions = new Definitions();

  private Inductions() {}

  /** Rewrites the loops of every function. */
  public static Unit run(Unit unit) {
    return unit.map(f -> f.withBody(sweep(f.body())));
  }

  /** Rewrites the loops of a function's body. */
  static Region sweep(Region body) {
    return new Inductions().region(body, new Substitution());
  }

  /** Inner loops first: what they add to a value may be what an outer one adds. */
  private Region region(Region region, Substitution replaced) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> regions = op.regions().stream().map(r -> region(r, replaced)).toList();
      Op now = op.rebuild(op.results(), replaced.get(op.operands()), regions);
      if (now instanceof Op.For loop && isSimple(loop)) {
        loop(loop, ops, replaced);
      } else {
        add(now, ops);
      }
    }
    return new Region(region.params(), ops, replaced.get(region.yields()));
  }

  private void add(Op op, List<Op> ops) {
    definitions.add(op);
    ops.add(op);
  }

  private static boolean isSimple(Op.For loop) {
    return Math.abs(loop.step()) == 1
        && loop.index().type() == Primitive.INT
        && !loop.body().isTerminated();
  }

  private void loop(Op.For loop, List<Op> ops, Substitution replaced) {
    Set<Value> inner = new HashSet<>(loop.body().params());
    collect(loop.body(), inner);
    Builder before = new Builder(loop.origin());
    Builder first = new Builder(loop.origin());
    Builder after = new Builder(loop.origin());
    Substitution inside = new Substitution();
    Set<Integer> gone = new HashSet<>();
    for (int slot = 0; slot < loop.carried().size(); slot++) {
      Value increment = increment(loop, slot, inner, before);
      if (increment != null) {
        gone.add(slot);
        inside.put(loop.carried().get(slot), inside(loop, slot, increment, before, first));
        replaced.put(loop.results().get(slot), behind(loop, slot, increment, after));
      }
    }
    before.ops().forEach(op -> add(op, ops));
    add(rebuilt(loop, gone, first.ops(), inside), ops);
    after.ops().forEach(op -> add(op, ops));
  }

  private static void collect(Region region, Set<Value> defined) {
    for (Op op : region.ops()) {
      defined.addAll(op.results());
      op.regions().forEach(r -> collect(r, defined));
    }
  }

  /** What every iteration adds to a carried int, computed before the loop; null if it is not so. */
  private Value increment(Op.For loop, int slot, Set<Value> inner, Builder before) {
    Value param = loop.carried().get(slot);
    if (param.type() != Primitive.INT
        || !(definitions.get(loop.body().yields().get(slot)) instanceof Op.Apply next)) {
      return null;
    }
    List<Value> args = next.args();
    boolean isSum = next.operator() == Operator.ADD;
    if (isSum && args.get(1) == param) {
      return outside(args.get(0), inner, before);
    }
    if (!isSum && next.operator() != Operator.SUB || args.get(0) != param) {
      return null;
    }
    Value change = outside(args.get(1), inner, before);
    return isSum || change == null ? change : before.apply(Operator.NEG, change);
  }

  /**
   * The value before the loop: what is defined there, or arithmetic on it; null if it may change.
   */
  private Value outside(Value value, Set<Value> inner, Builder before) {
    if (!inner.contains(value)) {
      return value;
    }
    Op op = definitions.get(value);
    boolean isArithmetic = op instanceof Op.Apply apply && !definitions.mayThrow(apply);
    if (!(op instanceof Op.Const) && !isArithmetic) {
      return null;
    }
    List<Value> operands = new ArrayList<>();
    for (Value operand : op.operands()) {
      Value there = outside(operand, inner, before);
      if (there == null) {
        return null;
      }
      operands.add(there);
    }
    Value copy = value.copy();
    before.add(op.rebuild(List.of(copy), operands, List.of()));
    return copy;
  }

  /** In the loop: {@code index * factor + base}, where factor is the increment by index. */
  private static Value inside(
      Op.For loop, int slot, Value increment, Builder before, Builder first) {
    Value factor = loop.step() > 0 ? increment : before.apply(Operator.NEG, increment);
    Value start = before.apply(Operator.MUL, loop.lower(), factor);
    Value base = before.apply(Operator.SUB, loop.inits().get(slot), start);
    Value param = loop.carried().get(slot);
    Value scaled = first.apply(Operator.MUL, loop.index(), factor);
    return first.apply(Operator.ADD, param.type(), param.name(), List.of(scaled, base));
  }

  /** Behind the loop: {@code init + trips * increment}. */
  private static Value behind(Op.For loop, int slot, Value increment, Builder after) {
    boolean up = loop.step() > 0;
    Value low = up ? loop.lower() : loop.upper();
    Value high = up ? loop.upper() : loop.lower();
    Value distance = after.apply(Operator.SUB, high, low);
    if (loop.inclusive()) {
      distance = after.apply(Operator.ADD, distance, after.intConstant(1));
    }
    Value runs = after.apply(loop.inclusive() ? Operator.LE : Operator.LT, low, high);
    Value trips = after.apply(Operator.SELECT, runs, distance, after.intConstant(0));
    Value grown = after.apply(Operator.MUL, trips, increment);
    Value result = loop.results().get(slot);
    List<Value> sum = List.of(loop.inits().get(slot), grown);
    return after.apply(Operator.ADD, result.type(), result.name(), sum);
  }

  private static Op rebuilt(Op.For loop, Set<Integer> gone, List<Op> first, Substitution inside) {
    Region body = inside.apply(loop.body());
    List<Op> ops = new ArrayList<>(first);
    ops.addAll(body.ops());
    List<Value> params = new ArrayList<>(List.of(loop.index()));
    params.addAll(without(loop.carried(), gone));
    return new Op.For(
        without(loop.results(), gone),
        loop.lower(),
        loop.upper(),
        loop.step(),
        loop.inclusive(),
        without(loop.inits(), gone),
        new Region(params, ops, without(body.yields(), gone)),
        loop.origin());
  }

  private static List<Value> without(List<Value> values, Set<Integer> gone) {
    List<Value> rest = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!gone.contains(i)) {
        rest.add(values.get(i));
      }
    }
    return rest;
  }
}
