package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes what nobody needs: operations whose results are not used, results, carried values,
 * branches that do nothing, comments on nothing. In: any IR. Out: the same with fewer operations;
 * loops keep the order of the values that stay.
 */
public final class DeadCode {
  /** What else may go. */
  public enum Mode {
    /** Nothing that may throw: primal code. */
    STRICT,
    /**
     * Loads, lengths, divisions and allocations, too, and stores into arrays of the region's own
     * nobody looks at: code that only repeats what has run without an exception.
     */
    SPECULATIVE
  }

  private final Liveness liveness;

  private DeadCode(Liveness liveness) {
    this.liveness = liveness;
  }

  /** Sweeps every function in strict mode. */
  public static Unit run(Unit unit) {
    return unit.map(f -> f.withBody(sweep(f.body(), Mode.STRICT)));
  }

  /** Sweeps a region, which keeps its parameters and yields. */
  public static Region sweep(Region region, Mode mode) {
    DeadCode sweep = new DeadCode(Liveness.of(region, mode));
    return new Region(region.params(), sweep.ops(region), region.yields());
  }

  private List<Op> ops(Region region) {
    List<Op> kept = new ArrayList<>();
    for (Op op : region.ops()) {
      Op swept = sweep(op);
      if (swept != null) {
        kept.add(swept);
      }
    }
    while (!kept.isEmpty() && kept.get(kept.size() - 1) instanceof Op.Comment) {
      kept.remove(kept.size() - 1);
    }
    return kept;
  }

  /** What is left of an operation, null if nothing is. */
  private Op sweep(Op op) {
    if (op instanceof Op.Comment) {
      return op;
    }
    if (op.regions().isEmpty()) {
      return liveness.isKept(op) ? op : null;
    }
    List<List<Op>> inside = op.regions().stream().map(this::ops).toList();
    if (!liveness.isKept(op) && inside.stream().allMatch(List::isEmpty)) {
      return null;
    }
    if (op instanceof Op.If branch) {
      return branch(branch, inside);
    }
    if (op instanceof Op.For loop) {
      return loop(loop, inside.get(0));
    }
    return loop((Op.While) op, inside.get(0), inside.get(1));
  }

  private Op branch(Op.If op, List<List<Op>> inside) {
    List<Integer> slots = live(op.results());
    return new Op.If(
        pick(op.results(), slots),
        op.condition(),
        new Region(List.of(), inside.get(0), pick(op.then().yields(), slots)),
        new Region(List.of(), inside.get(1), pick(op.otherwise().yields(), slots)),
        op.origin());
  }

  private Op loop(Op.For op, List<Op> inside) {
    List<Integer> slots = live(op.results());
    List<Value> params = new ArrayList<>(List.of(op.index()));
    params.addAll(pick(op.carried(), slots));
    return new Op.For(
        pick(op.results(), slots),
        op.lower(),
        op.upper(),
        op.step(),
        op.inclusive(),
        pick(op.inits(), slots),
        new Region(params, inside, pick(op.body().yields(), slots)),
        op.origin());
  }

  private Op loop(Op.While op, List<Op> before, List<Op> body) {
    List<Integer> carried = live(op.before().params());
    List<Integer> handedOn = live(op.body().params());
    List<Value> yields = new ArrayList<>();
    if (!op.before().isTerminated()) {
      yields.add(op.before().yields().get(0));
      List<Value> rest = op.before().yields().subList(1, op.before().yields().size());
      yields.addAll(pick(rest, handedOn));
    }
    return new Op.While(
        pick(op.results(), handedOn),
        pick(op.inits(), carried),
        new Region(pick(op.before().params(), carried), before, yields),
        new Region(pick(op.body().params(), handedOn), body, pick(op.body().yields(), carried)),
        op.origin());
  }

  private List<Integer> live(List<Value> values) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (liveness.isLive(values.get(i))) {
        indices.add(i);
      }
    }
    return indices;
  }

  /** The values at the indices; nothing of the yields of a region that ends in a throw. */
  private static List<Value> pick(List<Value> values, List<Integer> indices) {
    return values.isEmpty() ? List.of() : indices.stream().map(values::get).toList();
  }
}
