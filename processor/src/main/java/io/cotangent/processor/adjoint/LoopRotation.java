package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves conditions that compute active values out of loop heads: once in front of the loop, once to
 * the end of the body. What is left of the condition is a flag, so that nothing active runs n + 1
 * times. In: plain operations. Out: the same, every loop condition without active operations.
 */
final class LoopRotation {
  private final Activity activity;

  private LoopRotation(Activity activity) {
    this.activity = activity;
  }

  /** The rotated region. */
  static Region rotate(Region region, Activity activity) {
    return new LoopRotation(activity).region(region);
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> regions = op.regions().stream().map(this::region).toList();
      boolean needed = op instanceof Op.While loop && isActive(loop.before());
      Op rebuilt = op.rebuild(op.results(), op.operands(), regions);
      if (needed && rebuilt instanceof Op.While loop) {
        rotate(loop, ops);
      } else {
        ops.add(rebuilt);
      }
    }
    return new Region(region.params(), ops, region.yields());
  }

  private boolean isActive(Region before) {
    return before.ops().stream().anyMatch(activity::touches);
  }

  private static void rotate(Op.While loop, List<Op> out) {
    List<Value> first = appendCondition(loop, loop.inits(), out);
    Value flag = new Value(Primitive.BOOLEAN, "");
    List<Value> headParams = new ArrayList<>(List.of(flag));
    loop.body().params().forEach(p -> headParams.add(p.copy()));
    Region head = new Region(headParams, List.of(), headParamsAsYields(headParams));
    List<Op> bodyOps = new ArrayList<>(loop.body().ops());
    List<Value> next =
        loop.body().isTerminated()
            ? List.of()
            : appendCondition(loop, loop.body().yields(), bodyOps);
    List<Value> bodyParams = new ArrayList<>(List.of(flag.copy()));
    bodyParams.addAll(loop.body().params());
    List<Value> results = new ArrayList<>(List.of(flag.copy()));
    results.addAll(loop.results());
    Region body = new Region(bodyParams, bodyOps, next);
    out.add(new Op.While(results, first, head, body, loop.origin()));
  }

  /** The head yields the flag as its condition, then hands on the flag and everything else. */
  private static List<Value> headParamsAsYields(List<Value> params) {
    List<Value> yields = new ArrayList<>(List.of(params.get(0)));
    yields.addAll(params);
    return yields;
  }

  /** Appends a copy of the condition; returns the flag and what is handed on. */
  private static List<Value> appendCondition(Op.While loop, List<Value> given, List<Op> out) {
    Map<Value, Value> map = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      map.put(loop.before().params().get(i), given.get(i));
    }
    out.addAll(Substitution.clone(loop.before().ops(), map));
    return new Substitution(map).get(loop.before().yields());
  }
}
