package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves arithmetic that is the same in every iteration in front of the loop. In: any IR. Out: the
 * same; loops without operators on nothing but outside values, save in branches, where it may never
 * run, and where it may throw.
 */
public final class LoopInvariants {
  private final Definitions definitions;

  private LoopInvariants(Definitions definitions) {
    this.definitions = definitions;
  }

  /** Moves what can be moved in every function. */
  public static Unit run(Unit unit) {
    return unit.map(f -> f.withBody(sweep(f.body())));
  }

  /** Moves what can be moved in a region. */
  public static Region sweep(Region region) {
    return new LoopInvariants(Definitions.of(region)).region(region);
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> regions = new ArrayList<>();
      for (Region inner : op.regions()) {
        Region swept = region(inner);
        regions.add(op instanceof Op.If ? swept : new Loop(ops, swept).rest());
      }
      ops.add(op.rebuild(op.results(), op.operands(), regions));
    }
    return new Region(region.params(), ops, region.yields());
  }

  /** One region of a loop, and what is in front of the loop. */
  private final class Loop {
    private final List<Op> front;
    private final Region region;
    private final Set<Value> inside;
    private final Map<Value, Value> constants = new HashMap<>();

    Loop(List<Op> front, Region region) {
      this.front = front;
      this.region = region;
      this.inside = new HashSet<>(region.params());
    }

    /** Moves operations to the front and returns the region of the others. */
    Region rest() {
      List<Op> rest = new ArrayList<>();
      for (Op op : region.ops()) {
        if (op instanceof Op.Apply apply && isInvariant(apply)) {
          List<Value> operands = apply.args().stream().map(this::outside).toList();
          front.add(op.rebuild(op.results(), operands, List.of()));
        } else {
          rest.add(op);
          inside.addAll(op.results());
        }
      }
      return new Region(region.params(), rest, region.yields());
    }

    private boolean isInvariant(Op.Apply op) {
      boolean staysInPlace = op.operator() == Operator.WATCH || definitions.mayThrow(op);
      return !staysInPlace && op.args().stream().allMatch(this::isOutsideOrConstant);
    }

    private boolean isOutsideOrConstant(Value value) {
      return !inside.contains(value) || definitions.get(value) instanceof Op.Const;
    }

    /** The value as it is known in front of the loop; constants are repeated there. */
    private Value outside(Value value) {
      return inside.contains(value) ? constants.computeIfAbsent(value, this::repeat) : value;
    }

    private Value repeat(Value constant) {
      Value copy = constant.copy();
      Op repeated = definitions.get(constant).rebuild(List.of(copy), List.of(), List.of());
      definitions.add(repeated);
      front.add(repeated);
      return copy;
    }
  }
}
