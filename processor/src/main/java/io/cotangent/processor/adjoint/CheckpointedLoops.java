package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Refuses checkpoints for loops whose iterations cannot be run again from a state that was kept:
 * numbers, and the contents of arrays that were made before the loop.
 */
final class CheckpointedLoops {
  private final Primal primal;
  private final Report report;

  private CheckpointedLoops(Primal primal, Report report) {
    this.primal = primal;
    this.report = report;
  }

  /** Reports every loop that cannot be checkpointed though that was asked for. */
  static void check(Primal primal, Report report) {
    CheckpointedLoops loops = new CheckpointedLoops(primal, report);
    primal.unit().functions().values().stream().map(Function::body).forEach(loops::region);
  }

  /** Whether checkpoints were asked for. */
  static boolean isWanted(Op loop) {
    return loop.origin().snapshots() > 0;
  }

  private void region(Region region) {
    for (Op op : region.ops()) {
      if (isWanted(op) && primal.activity().touches(op)) {
        reason(op).ifPresent(why -> report.error(Problem.CHECKPOINT_LOOP, op.origin().site(), why));
      }
      op.regions().forEach(this::region);
    }
  }

  private Optional<String> reason(Op op) {
    if (op instanceof Op.While) {
      return Optional.of("it does not count");
    }
    if (!(op instanceof Op.For loop)) {
      return Optional.empty();
    }
    for (Value carried : loop.carried()) {
      if (carried.type().isReference()) {
        return Optional.of("'" + carried.name() + "' refers to another object after an iteration");
      }
    }
    if (contains(loop.body(), r -> true, CheckpointedLoops::replacesRows, new HashSet<>())) {
      return Optional.of("it replaces rows of an array");
    }
    // What comes before a throw does not count: where iterations are run again nothing was thrown.
    Predicate<Region> isCompleted = r -> !r.isTerminated();
    if (contains(loop.body(), isCompleted, CheckpointedLoops::hasEffect, new HashSet<>())) {
      return Optional.of("it does more than compute");
    }
    return FreeValues.of(loop.body()).stream()
        .filter(v -> v.type() instanceof ArrayType && primal.memory().isWritten(v))
        .filter(v -> primal.memory().hasReplacedRows(v))
        .findFirst()
        .map(v -> "rows of '" + v.name() + "' are replaced");
  }

  /** Whether one of the regions that count, or of functions they call, has such an operation. */
  private boolean contains(
      Region region, Predicate<Region> counts, Predicate<Op> sought, Set<String> visited) {
    return counts.test(region)
        && region.ops().stream()
            .anyMatch(
                op ->
                    sought.test(op)
                        || op.regions().stream().anyMatch(r -> contains(r, counts, sought, visited))
                        || op instanceof Op.Call call
                            && visited.add(call.callee())
                            && contains(body(call), counts, sought, visited));
  }

  private Region body(Op.Call call) {
    return primal.unit().function(call.callee()).body();
  }

  private static boolean replacesRows(Op op) {
    return op instanceof Op.Store store && store.stored().type().isReference();
  }

  private static boolean hasEffect(Op op) {
    return op instanceof Op.Opaque opaque && opaque.nature() != Op.Opaque.Nature.PURE;
  }
}
