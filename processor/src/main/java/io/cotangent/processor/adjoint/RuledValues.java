package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.pass.DeadCode;
import java.util.ArrayList;
import java.util.List;

/** Takes the partials away from values that came with them, where nobody asks for them any more. */
final class RuledValues {
  private final Substitution values = new Substitution();
  private boolean isChanged;

  private RuledValues() {}

  /** The value alone, under the name of the operation's result. */
  static Op plain(Op.Apply op) {
    List<Value> value = op.args().subList(0, 1);
    return new Op.Apply(op.value(), Operator.RULED, false, value, op.origin());
  }

  /** The region without the operator, for generated code. */
  static Region strip(Region region) {
    RuledValues ruled = new RuledValues();
    Region plain = ruled.region(region);
    return ruled.isChanged ? DeadCode.sweep(plain, DeadCode.Mode.STRICT) : region;
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (op instanceof Op.Apply apply && apply.operator() == Operator.RULED) {
        values.put(apply.value(), values.get(apply.args()).get(0));
        isChanged = true;
      } else {
        List<Region> regions = op.regions().stream().map(this::region).toList();
        ops.add(op.rebuild(op.results(), values.get(op.operands()), regions));
      }
    }
    return new Region(region.params(), ops, values.get(region.yields()));
  }
}
