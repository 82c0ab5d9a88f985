package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.StoragePlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverses a branch: the same condition, the reversed arms. An arm that throws never reaches the
 * reverse sweep, so the other arm is reversed without asking.
 */
final class BranchPlanner {
  private final Frame frame;
  private final Adjoints adjoints;
  private final Builder reverse;
  private final Reversal reversal;
  private final Horizon horizon;

  BranchPlanner(
      Frame frame, Adjoints adjoints, Builder reverse, Reversal reversal, Horizon horizon) {
    this.frame = frame;
    this.adjoints = adjoints;
    this.reverse = reverse;
    this.reversal = reversal;
    this.horizon = horizon;
  }

  /** One arm while it is being reversed. */
  private record Arm(Region primal, List<Op> forward, Builder reverse, Adjoints adjoints) {}

  List<Op> plan(Op.If op) {
    List<Value> bars = new ArrayList<>();
    for (Value result : op.results()) {
      bars.add(result.type().isReal() ? adjoints.take(result) : null);
    }
    if (op.then().isTerminated() || op.otherwise().isTerminated()) {
      return planThrowing(op, bars);
    }
    Arm then = reverseArm(op, op.then(), bars, Adjoints.ofArm(adjoints));
    Arm otherwise = reverseArm(op, op.otherwise(), bars, Adjoints.ofArm(adjoints));
    Set<Value> changed = new LinkedHashSet<>(then.adjoints().changed());
    changed.addAll(otherwise.adjoints().changed());
    ForwardBranch forward = new ForwardBranch(frame, op);
    Region thenReverse = keep(forward, 0, then, List.copyOf(changed));
    Region otherwiseReverse = keep(forward, 1, otherwise, List.copyOf(changed));
    List<Value> results = changed.stream().map(v -> new Value(v.type(), Names.bar(v))).toList();
    boolean isEmpty = thenReverse.ops().isEmpty() && otherwiseReverse.ops().isEmpty();
    if (!isEmpty || !results.isEmpty()) {
      reverse.add(new Op.If(results, op.condition(), thenReverse, otherwiseReverse, op.origin()));
    }
    int i = 0;
    for (Value value : changed) {
      adjoints.set(value, results.get(i++));
    }
    return List.of(forward.build());
  }

  private List<Op> planThrowing(Op.If op, List<Value> bars) {
    ForwardBranch forward = new ForwardBranch(frame, op);
    int live = op.then().isTerminated() ? 1 : 0;
    Region primal = op.regions().get(live);
    if (primal.isTerminated()) {
      return List.of(op);
    }
    Arm arm = reverseArm(op, primal, bars, adjoints);
    reverse.addAll(keep(forward, live, arm, List.of()).ops());
    return List.of(forward.build());
  }

  private Arm reverseArm(Op.If op, Region primal, List<Value> bars, Adjoints inside) {
    Builder out = reverse.nested();
    for (int i = 0; i < bars.size(); i++) {
      Value yield = primal.yields().get(i);
      if (bars.get(i) != null && frame.activity().isActive(yield)) {
        inside.add(out, yield, bars.get(i));
      }
    }
    List<Op> forward =
        new ReverseRegion(frame, out, inside, reversal, horizon.nested())
            .inside(op)
            .run(primal.ops());
    return new Arm(primal, forward, out, inside);
  }

  /** Closes an arm: on the tape, or in results of the forward branch that are still there. */
  private Region keep(ForwardBranch forward, int which, Arm arm, List<Value> changed) {
    List<Value> yields = new ArrayList<>();
    for (Value value : changed) {
      Value bar = arm.adjoints().peek(value);
      yields.add(bar != null ? bar : arm.reverse().zero(value.type()));
    }
    Region open = arm.reverse().region(List.of(), yields);
    if (reversal == Reversal.LATER) {
      Keeping keeping =
          Keeping.onTape(frame, arm.primal(), List.of(), arm.forward(), open, List.of(), Map.of());
      forward.setArm(which, keeping.forward());
      return keeping.reverse();
    }
    forward.setArm(which, arm.forward());
    Retention retention = new Retention(frame, arm.primal(), List.of(), arm.forward(), Map.of());
    Retention.Plan plan = retention.plan(open, StoragePlan.Way.RESULT);
    return Retention.rename(
        frame, open, List.of(), plan.prologue(), forward.yieldAlso(which, plan.kept()));
  }
}
