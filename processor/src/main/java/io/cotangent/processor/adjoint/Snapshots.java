package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.tangent.Shadowing;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies of array parameters that a pullback reads again when it is applied, so that it is right
 * also after the caller has changed them. Only parameters the primal does not write are copied;
 * from the others nothing is read twice.
 *
 * @param params the parameters of the forward function, in place of the root's
 * @param ops the copies, to run first
 */
record Snapshots(List<Value> params, List<Op> ops) {
  static Snapshots of(Primal primal, Shadowing shadowing, List<Op> forward) {
    if (!keepsArray(forward, shadowing)) {
      return new Snapshots(primal.root().params(), List.of());
    }
    List<Value> written = primal.writtenParameters();
    List<Value> params = new ArrayList<>();
    List<Op> ops = new ArrayList<>();
    for (Value param : primal.root().params()) {
      if (param.type() instanceof ArrayType && !written.contains(param)) {
        Value original = param.copy();
        params.add(original);
        ops.add(new Op.CopyArray(param, original, Op.CopyArray.Kind.DEEP, Origin.NONE));
      } else {
        params.add(param);
      }
    }
    return new Snapshots(params, ops);
  }

  /** Whether the forward sweep leaves an array of the primal on the tape. */
  private static boolean keepsArray(List<Op> ops, Shadowing shadowing) {
    for (Op op : ops) {
      if (op instanceof Op.Push push
          && push.pushed().type() instanceof ArrayType
          && !shadowing.isOwn(push.pushed())) {
        return true;
      }
      for (Region region : op.regions()) {
        if (keepsArray(region.ops(), shadowing)) {
          return true;
        }
      }
    }
    return false;
  }
}
