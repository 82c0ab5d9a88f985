package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Leaf;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a check behind code that finds an array, in a field of an object say: it is none of the
 * method's arguments, if one of them is written. Without that they would be taken for two.
 */
final class FoundArrays {
  private final Unit unit;
  private final List<Leaf> leaves;
  private final List<Value> params;
  private Memory memory;

  private FoundArrays(Unit unit, List<Leaf> leaves) {
    this.unit = unit;
    this.leaves = leaves;
    this.params = unit.rootFunction().params();
  }

  /** A unit of plain operations with its checks. */
  static Unit check(Unit unit, List<Leaf> leaves) {
    Function root = unit.rootFunction();
    FoundArrays found = new FoundArrays(unit, leaves);
    return unit.map(f -> f == root ? f.withBody(found.region(f.body())) : f);
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> inner = op.regions().stream().map(this::region).toList();
      ops.add(inner.isEmpty() ? op : op.rebuild(op.results(), op.operands(), inner));
      if (op instanceof Op.Opaque opaque && !Strangers.isField(opaque) && isFound(opaque)) {
        add(opaque, ops);
      }
    }
    return new Region(region.params(), ops, region.yields());
  }

  private static boolean isFound(Op.Opaque op) {
    return op.nature().isForeign()
        && op.results().size() == 1
        && op.result().type().isRealArray()
        && op.args().stream().noneMatch(a -> a.type() instanceof ArrayType);
  }

  private void add(Op.Opaque op, List<Op> ops) {
    Value array = op.result();
    for (int i = 0; i < leaves.size(); i++) {
      Type held = leaves.get(i).form().held();
      boolean isLike =
          !leaves.get(i).isOwn()
              && held instanceof ArrayType type
              && type.innermost().equals(((ArrayType) array.type()).innermost());
      if (isLike && (isWritten(params.get(i)) || isWritten(array))) {
        String inside = "#0" + "[0]".repeat(leaves.get(i).form().cells());
        String names = "(\"%s\", " + inside + ", \"%s\", #1)";
        String java =
            "{io.cotangent.runtime.Shapes}.requireDistinct"
                + names.formatted(leaves.get(i).path(), op.callee().replace("\"", ""));
        List<Value> args = List.of(params.get(i), array);
        ops.add(new Op.Opaque(List.of(), java, args, Nature.SINK, "", op.origin()));
      }
    }
  }

  /** Few methods find arrays, so only these are looked through for who writes where. */
  private boolean isWritten(Value array) {
    if (memory == null) {
      memory = Memory.of(unit, List.of());
    }
    return memory.isWritten(array);
  }
}
