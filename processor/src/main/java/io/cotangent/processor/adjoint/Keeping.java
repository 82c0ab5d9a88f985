package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.StoragePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A forward region and the reverse region that goes with it, closed: what the reverse region needs
 * of the forward region comes from the tape or is computed again.
 *
 * @param forward the operations of the forward region, the pushes at their end
 * @param reverse the reverse region, the pops at its beginning
 * @param kept what goes on the tape
 */
record Keeping(List<Op> forward, Region reverse, List<Value> kept) {
  /**
   * Keeps on the tape.
   *
   * @param primal the region both are about
   * @param params the forward region's parameters
   * @param reverse uses values of the forward region freely
   * @param opening what comes before everything in the reverse region but the pops
   * @param given as in {@link Retention}
   */
  static Keeping onTape(
      Frame frame,
      Region primal,
      List<Value> params,
      List<Op> forward,
      Region reverse,
      List<Op> opening,
      Map<Value, Value> given) {
    Retention.Plan plan =
        new Retention(frame, primal, params, forward, given).plan(reverse, StoragePlan.Way.TAPE);
    List<Op> pushing = new ArrayList<>(forward);
    List<Op> pops = new ArrayList<>();
    Map<Value, Value> names = new HashMap<>(given);
    for (Value value : plan.kept()) {
      Value popped = value.copy();
      names.put(value, popped);
      pushing.add(new Op.Push(frame.tape(), value, Origin.NONE));
      pops.add(0, new Op.Pop(popped, frame.tape(), Origin.NONE));
    }
    pops.addAll(opening);
    Region closed = Retention.rename(frame, reverse, pops, plan.prologue(), names);
    return new Keeping(pushing, closed, plan.kept());
  }

  /** Whether anything goes on the tape, here or in an inner loop. */
  boolean keepsSomething() {
    return forward.stream().anyMatch(op -> op.has(Op.Push.class::isInstance));
  }
}
