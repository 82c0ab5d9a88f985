package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;

/** Closes the varied values under {@link Flow}: if the source is varied, so is the target. */
final class VariedPass extends Flow {
  private final Activity activity;
  private boolean changed;

  VariedPass(Unit unit, Activity activity) {
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
    region.ops().forEach(this::visit);
  }

  @Override
  void edge(Value from, Value to) {
    if (activity.isVaried(from)) {
      changed |= activity.markVaried(to);
    }
  }
}
