package io.cotangent.processor.pass;

import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.analysis.Ranges;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads an element that is the same in every iteration once, in front of the loop: the virtual
 * machine cannot, as it takes two arrays of one type for the same one. In: any IR. Out: the same;
 * loops without {@code a[k]}, with {@code a} and {@code k} from outside, where {@code a} is an
 * array the function makes, nothing in the loop may write to it, and the index is known to lie
 * within, so that it does not matter if the loop never runs.
 */
public final class InvariantElements {
  private final Memory memory;
  private final Ranges ranges;
  private final Definitions definitions;

  private InvariantElements(Function function, Memory memory) {
    this.memory = memory;
    this.ranges = Ranges.of(function.body());
    this.definitions = Definitions.of(function.body());
  }

  /** Moves what can be moved in every function. */
  public static Unit run(Unit unit) {
    Memory memory = Memory.of(unit, List.of());
    return unit.map(f -> f.withBody(new InvariantElements(f, memory).region(f.body())));
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> regions = op.regions().stream().map(this::region).toList();
      boolean isLoop = op instanceof Op.For || op instanceof Op.While;
      List<Region> rest =
          isLoop ? regions.stream().map(r -> rest(r, regions, ops)).toList() : regions;
      ops.add(op.rebuild(op.results(), op.operands(), rest));
    }
    return new Region(region.params(), ops, region.yields());
  }

  /** The region of a loop without what is moved in front of it. */
  private Region rest(Region region, List<Region> loop, List<Op> front) {
    Set<Value> inside = new HashSet<>(region.params());
    region.ops().forEach(op -> inside.addAll(op.results()));
    List<Op> rest = new ArrayList<>();
    for (Op op : region.ops()) {
      boolean isSame = op.operands().stream().noneMatch(inside::contains);
      if (isSame && op instanceof Op.Load load && isFixed(load, loop)) {
        front.add(load);
      } else {
        rest.add(op);
      }
    }
    return new Region(region.params(), rest, region.yields());
  }

  private boolean isFixed(Op.Load load, List<Region> loop) {
    return !load.value().type().isReference()
        && definitions.get(load.array()) instanceof Op.NewArray array
        && ranges.isIndex(load.index(), array.dimensions().get(0))
        && loop.stream().noneMatch(r -> mayWrite(r, load.array()));
  }

  private boolean mayWrite(Region region, Value array) {
    return region.ops().stream().anyMatch(op -> mayWrite(op, array));
  }

  private boolean mayWrite(Op op, Value array) {
    if (op instanceof Op.Store store) {
      return memory.mayBeSame(store.array(), array);
    }
    return op.regions().isEmpty()
        ? Writes.mayHappen(op, array.type())
        : op.regions().stream().anyMatch(r -> mayWrite(r, array));
  }
}
