package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops what is never reached: behind a branch both of whose arms end in a throw nothing runs. In:
 * any IR. Out: the same, where a region that cannot be left at its end says so by ending in a
 * throw.
 */
public final class Unreachable {
  private Unreachable() {}

  /** Runs on every function. */
  public static Unit run(Unit unit) {
    return unit.map(f -> f.withBody(region(f.body())));
  }

  private static Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> regions = op.regions().stream().map(Unreachable::region).toList();
      Op cleaned = op.rebuild(op.results(), op.operands(), regions);
      if (cleaned instanceof Op.If branch
          && branch.then().isTerminated()
          && branch.otherwise().isTerminated()) {
        Region empty = new Region(List.of(), List.of(), List.of());
        ops.add(new Op.If(List.of(), branch.condition(), branch.then(), empty, branch.origin()));
        ops.addAll(branch.otherwise().ops());
        return new Region(region.params(), ops, List.of());
      }
      ops.add(cleaned);
    }
    return new Region(region.params(), ops, region.yields());
  }
}
