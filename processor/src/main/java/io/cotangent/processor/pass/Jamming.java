package io.cotangent.processor.pass;

import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs four iterations of a loop side by side that begin with a sum over a row, as the product of a
 * matrix and a vector does: four sums that do not wait for each other take hardly longer than one.
 * In: a function with both sweeps. Out: the same numbers, in the same order for each sum; what is
 * behind the sums still runs one iteration after the other.
 *
 * <p>That is right if nothing behind a sum writes what the sums of the next three iterations read,
 * and if none of them fails: {@code Blocks} in the runtime tells how far nothing is missing. From
 * there the loop runs as it was.
 */
public final class Jamming {
  private final Unit unit;
  private final Function function;
  private final int primal;
  private final Map<Value, Op> definitions;
  private Memory memory;

  private Jamming(Unit unit, Function function, int primal) {
    this.unit = unit;
    this.function = function;
    this.primal = primal;
    this.definitions = JammedLoop.definitions(function.body());
  }

  /**
   * The function with its loops jammed.
   *
   * @param primal how many of its parameters, behind the tape, are those of the method
   */
  public static Function run(Unit unit, Function function, int primal) {
    Jamming jamming = new Jamming(unit, function, primal);
    return function.withBody(jamming.region(function.body()));
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      Optional<JammedLoop> found =
          op instanceof Op.For loop
              ? JammedLoop.of(loop, definitions).filter(this::isApart)
              : Optional.empty();
      if (found.isPresent()) {
        ops.addAll(new FourAtOnce(found.get()).ops());
      } else {
        List<Region> regions = op.regions().stream().map(this::region).toList();
        ops.add(op.rebuild(op.results(), op.operands(), regions));
      }
    }
    return new Region(region.params(), ops, region.yields());
  }

  /** Whether nothing that the suffix writes is read before it in a later iteration. */
  private boolean isApart(JammedLoop jammed) {
    return jammed.suffix().stream().allMatch(op -> isApart(op, jammed.loads()));
  }

  private boolean isApart(Op op, List<Op.Load> loads) {
    return (!(op instanceof Op.Store store)
            || loads.stream().allMatch(load -> isApart(store.array(), load.array())))
        && op.regions().stream()
            .flatMap(region -> region.ops().stream())
            .allMatch(inner -> isApart(inner, loads));
  }

  private boolean isApart(Value written, Value read) {
    if (!written.type().equals(read.type())) {
      return true;
    }
    if (memory().mayBeSame(written, read)) {
      return false;
    }
    // Buffers of different arguments may be one array, and so may arguments.
    List<Value> params = function.params();
    List<Value> buffers = params.subList(1 + primal, params.size());
    boolean isReadFromBuffer = leadsTo(buffers, read);
    boolean isReadFromArgument = leadsTo(params.subList(0, 1 + primal), read);
    return !isReadFromBuffer
        && (!isReadFromArgument || !leadsTo(params.subList(0, 1 + primal), written));
  }

  private boolean leadsTo(List<Value> params, Value array) {
    return params.stream().anyMatch(param -> memory().mayShare(param, array));
  }

  private Memory memory() {
    if (memory == null) {
      List<Value> taped = new ArrayList<>();
      unit.functions().values().forEach(f -> collect(f.body(), taped));
      memory = Memory.of(unit, List.of(taped));
    }
    return memory;
  }

  /** What comes from the tape may be what went there. */
  private static void collect(Region region, List<Value> taped) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Push push && push.pushed().type() instanceof ArrayType) {
        taped.add(push.pushed());
      } else if (op instanceof Op.Pop pop && pop.value().type() instanceof ArrayType) {
        taped.add(pop.value());
      }
      op.regions().forEach(inner -> collect(inner, taped));
    }
  }
}
