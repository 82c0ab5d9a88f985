package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;

/** Closes the useful values under {@link Flow}: if the target is useful, so is the source. */
final class UsefulPass extends Flow {
  private final Activity activity;
  private boolean changed;

  UsefulPass(Unit unit, Activity activity) {
    super(unit);
    this.activity = activity;
  }

  void run() {
    do {
      changed = false;
      sweep();
    } while (changed);
  }

  @Override
  void region(Region region) {
    for (int i = region.ops().size() - 1; i >= 0; i--) {
      visit(region.ops().get(i));
    }
  }

  @Override
  void edge(Value from, Value to) {
    if (activity.isUseful(to)) {
      changed |= activity.markUseful(from);
    }
  }
}
