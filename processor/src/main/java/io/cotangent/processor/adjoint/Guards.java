package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops checks that throw from code that is run again: it would have thrown the first time. The arm
 * that does not throw takes the place of the branch.
 */
final class Guards {
  private final Substitution replaced = new Substitution();

  private Guards() {}

  /** The region without branches that throw. */
  static Region drop(Region region) {
    return new Guards().region(region);
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    region.ops().forEach(op -> add(op, ops));
    return new Region(region.params(), ops, replaced.get(region.yields()));
  }

  private void add(Op op, List<Op> out) {
    if (op instanceof Op.If branch
        && branch.then().isTerminated() != branch.otherwise().isTerminated()) {
      Region live = branch.then().isTerminated() ? branch.otherwise() : branch.then();
      live.ops().forEach(inner -> add(inner, out));
      replaced.putAll(branch.results(), live.yields());
      return;
    }
    List<Region> regions = op.regions().stream().map(this::region).toList();
    out.add(op.rebuild(op.results(), replaced.get(op.operands()), regions));
  }
}
