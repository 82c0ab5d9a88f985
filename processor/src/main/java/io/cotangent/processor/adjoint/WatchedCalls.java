package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Watched;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import java.util.List;

/**
 * Refuses to watch an array that a function which was not inlined may write to while the variable
 * holds it: {@link WatchedArrays} would not see where its elements get their last values.
 */
final class WatchedCalls {
  private final Primal primal;
  private final String variable;
  private final Value last;
  private final Report report;

  private WatchedCalls(Primal primal, String variable, Value last, Report report) {
    this.primal = primal;
    this.variable = variable;
    this.last = last;
    this.report = report;
  }

  /** Reports every such call. */
  static void check(Primal primal, Report report) {
    List<Watched> variables = primal.signature().watched();
    List<Value> lasts = primal.watched();
    for (int i = 0; i < lasts.size(); i++) {
      Value last = lasts.get(i);
      if (variables.get(i).isArray()
          && primal.memory().isWrittenOutside(primal.root().name(), last)) {
        new WatchedCalls(primal, variables.get(i).name(), last, report)
            .region(primal.root().body(), false);
      }
    }
  }

  /** Goes through a region; whether the variable has got an array in the end. */
  private boolean region(Region region, boolean isHeld) {
    boolean held = isHeld;
    for (Op op : region.ops()) {
      if (op instanceof Op.Call call && held && isGiven(call)) {
        report.error(Problem.WATCH_CALL, call.origin().site(), variable);
      }
      boolean repeats = op instanceof Op.For || op instanceof Op.While;
      boolean before = held || repeats && op.has(this::assigns);
      for (Region inner : op.regions()) {
        held |= region(inner, before);
      }
      held |= assigns(op);
    }
    return held;
  }

  private boolean isGiven(Op.Call call) {
    return call.args().stream().anyMatch(arg -> primal.memory().mayShare(arg, last));
  }

  private boolean assigns(Op op) {
    return op instanceof Op.Opaque opaque
        && opaque.isWatch()
        && opaque.result().name().equals(variable);
  }
}
