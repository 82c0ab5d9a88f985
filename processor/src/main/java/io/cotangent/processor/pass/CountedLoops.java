package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns loops that count into {@link Op.For}. In: plain IR. Out: the same, with a For in the place
 * of every While that {@link CountedLoop#match} recognises, however it was written.
 */
public final class CountedLoops {
  private final Definitions definitions;
  private final Set<Value> used = new HashSet<>();
  private final Substitution results = new Substitution();

  private CountedLoops(Region body) {
    this.definitions = Definitions.of(body);
    collectUses(body);
  }

  /** Recognises loops in every function. */
  public static Unit run(Unit unit) {
    return unit.map(CountedLoops::run);
  }

  /** Recognises the loops of a function. */
  public static Function run(Function function) {
    return function.withBody(new CountedLoops(function.body()).region(function.body()));
  }

  private void collectUses(Region region) {
    for (Op op : region.ops()) {
      used.addAll(op.operands());
      op.regions().forEach(this::collectUses);
    }
    used.addAll(region.yields());
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Value> operands = results.get(op.operands());
      List<Region> regions = op.regions().stream().map(this::region).toList();
      Op rebuilt = op.rebuild(op.results(), operands, regions);
      definitions.add(rebuilt);
      Optional<CountedLoop> counted =
          rebuilt instanceof Op.While loop
              ? CountedLoop.match(loop, definitions)
              : Optional.empty();
      counted.ifPresentOrElse(c -> c.emit(ops, results, used::contains), () -> ops.add(rebuilt));
    }
    return new Region(region.params(), ops, results.get(region.yields()));
  }
}
