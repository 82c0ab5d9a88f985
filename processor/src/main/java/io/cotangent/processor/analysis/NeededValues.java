package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/** The values whose contents a region needs: of other arrays it may ask the length. */
public final class NeededValues {
  private final Set<Value> used = new HashSet<>();
  private final Set<Value> needed = new HashSet<>();

  private NeededValues() {}

  /** What the operations of the region and of those in it need. */
  public static Set<Value> of(Region region) {
    NeededValues values = new NeededValues();
    values.use(region);
    values.need(region);
    return values.needed;
  }

  private void use(Region region) {
    used.addAll(region.yields());
    for (Op op : region.ops()) {
      used.addAll(op.operands());
      op.regions().forEach(this::use);
    }
  }

  private void need(Region region) {
    needed.addAll(region.yields());
    for (Op op : region.ops()) {
      if (op instanceof Op.Load load && !used.contains(load.value())) {
        // Still there for the exception it can throw.
        needed.add(load.index());
      } else if (!(op instanceof Op.Length)) {
        needed.addAll(op.operands());
      }
      op.regions().forEach(this::need);
    }
  }
}
