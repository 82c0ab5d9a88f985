package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.pass.DeadCode;
import io.cotangent.processor.pass.Simplify;
import io.cotangent.processor.tangent.Shadowing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Removes what the transformations wrote for the general case and this one does not need. */
final class Cleaning {
  private Cleaning() {}

  /**
   * A reverse sweep without what has no effect: nothing in it may throw.
   *
   * @param primal the body of the function it reverses
   */
  static Region ofReverseSweep(Region primal, Region reverse, Settings settings) {
    Region simple =
        settings.uses(Optimisation.SIMPLIFY) ? Simplify.reverse(primal, reverse) : reverse;
    return settings.uses(Optimisation.DEAD_CODE)
        ? DeadCode.sweep(simple, DeadCode.Mode.SPECULATIVE)
        : simple;
  }

  /** A function without unused shadows and pure operations. */
  static Function ofFunction(Function function, Shadowing shadowing) {
    Region body = function.body();
    boolean changed = true;
    while (changed) {
      Region smaller = withoutUnusedShadows(body, usedValues(body), shadowing);
      changed = smaller.size() < body.size();
      body = smaller;
    }
    return function.withBody(DeadCode.sweep(body, DeadCode.Mode.STRICT));
  }

  private static Region withoutUnusedShadows(Region region, Set<Value> used, Shadowing shadowing) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (isUnusedShadow(op, used, shadowing)) {
        continue;
      }
      List<Region> regions =
          op.regions().stream().map(r -> withoutUnusedShadows(r, used, shadowing)).toList();
      ops.add(op.rebuild(op.results(), op.operands(), regions));
    }
    return new Region(region.params(), ops, region.yields());
  }

  private static boolean isUnusedShadow(Op op, Set<Value> used, Shadowing shadowing) {
    boolean definesShadow =
        op instanceof Op.Load || op instanceof Op.NewArray || op instanceof Op.CopyArray;
    return definesShadow && shadowing.isOwn(op.result()) && !used.contains(op.result());
  }

  private static Set<Value> usedValues(Region region) {
    Set<Value> used = new HashSet<>(region.yields());
    for (Op op : region.ops()) {
      used.addAll(op.operands());
      op.regions().forEach(inner -> used.addAll(usedValues(inner)));
    }
    return used;
  }
}
