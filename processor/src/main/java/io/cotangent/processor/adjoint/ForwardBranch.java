package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The branch of the forward sweep: the user's, with shadows, and with values kept in locals. */
final class ForwardBranch {
  private final Op.If op;
  private final StorageLog log;
  private final ShadowedLists shadowed;
  private final List<List<Op>> arms;
  private final List<List<Value>> kept = List.of(new ArrayList<>(), new ArrayList<>());
  private final List<Value> keptResults = new ArrayList<>();

  ForwardBranch(Frame frame, Op.If op) {
    this.op = op;
    this.log = frame.log();
    this.shadowed = new ShadowedLists(frame.shadowing());
    this.arms = new ArrayList<>(List.of(op.then().ops(), op.otherwise().ops()));
  }

  /** Replaces the operations of the first or second arm. */
  void setArm(int which, List<Op> ops) {
    arms.set(which, ops);
  }

  /**
   * Makes values of an arm results of the branch; zero if the other arm runs.
   *
   * @return what the values are called behind the branch
   */
  Map<Value, Value> yieldAlso(int which, List<Value> values) {
    Map<Value, Value> names = new HashMap<>();
    for (Value value : values) {
      Value outside = value.copy();
      log.kept(outside, value);
      names.put(value, outside);
      kept.get(which).add(value);
      kept.get(1 - which).add(null);
      keptResults.add(outside);
    }
    return names;
  }

  /** The finished branch. */
  Op build() {
    List<Value> results = Lists.join(shadowed.extend(op.results(), op.results()), keptResults);
    return new Op.If(results, op.condition(), arm(0), arm(1), op.origin());
  }

  private Region arm(int which) {
    Region primal = op.regions().get(which);
    Builder out = new Builder(op.origin());
    out.addAll(arms.get(which));
    if (primal.isTerminated()) {
      return out.region(List.of(), List.of());
    }
    List<Value> yields = new ArrayList<>(shadowed.extend(primal.yields(), op.results()));
    for (int i = 0; i < keptResults.size(); i++) {
      Value value = kept.get(which).get(i);
      yields.add(value != null ? value : out.zero(keptResults.get(i).type()));
    }
    return out.region(List.of(), yields);
  }
}
