package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Ranges;
import io.cotangent.processor.analysis.Stability;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.TapeType;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.pass.Repetitions;
import io.cotangent.processor.tangent.Shadowing;
import java.util.List;

/**
 * Forward and reverse sweep of one function while they are put together. The reverse sweep uses the
 * values of the forward sweep freely; who owns both decides how they get there.
 */
final class Sweeps {
  private final Function function;
  private final Frame frame;
  private final Adjoints adjoints = Adjoints.ofFunction();
  private final Builder entry = new Builder(Origin.NONE);
  private final Builder reverse = new Builder(Origin.NONE);
  private List<Op> forward = List.of();

  /**
   * Sweeps of a function.
   *
   * @param foreign as for {@link Stability}
   * @param isReplayed as for {@link Frame}
   */
  Sweeps(Primal primal, Function function, List<Value> foreign, boolean isReplayed) {
    this.function = function;
    String name = function.name();
    Value tape = new Value(TapeType.TAPE, "tape");
    Shadowing shadowing = new Shadowing(primal.activity(), Names.SUFFIX);
    this.frame =
        new Frame(
            primal.unit(),
            primal.activity(),
            new Stability(primal.memory(), name, foreign),
            primal.memory().layout(name),
            shadowing,
            tape,
            isReplayed ? new Value(TapeType.TAPE, "scratch") : tape,
            isReplayed,
            Repetitions.of(function.body()),
            Ranges.of(function.body()),
            function == primal.root() ? WatchedArrays.of(primal) : WatchedArrays.none(primal),
            primal.settings(),
            new StorageLog(function.body(), shadowing));
  }

  Frame frame() {
    return frame;
  }

  Adjoints adjoints() {
    return adjoints;
  }

  /** What runs before the forward sweep. */
  Builder entry() {
    return entry;
  }

  /** The reverse sweep. */
  Builder reverse() {
    return reverse;
  }

  /** The seeds of results: adjoints of scalars, additions to the shadows of arrays. */
  void seed(List<Value> seeds) {
    int next = 0;
    for (Value yield : function.body().yields()) {
      if (yield.type().isDifferentiable()) {
        seedOne(yield, seeds.get(next++));
      }
    }
  }

  private void seedOne(Value yield, Value seed) {
    if (frame.watched().isLast(yield)) {
      frame.watched().begin(reverse, yield, frame.shadowing().of(yield), seed);
    } else if (frame.shadowing().isShadowed(yield)) {
      Value shadow = frame.shadowing().of(yield);
      RuntimeCalls.requireSeed(reverse, shadow, seed);
      RuntimeCalls.add(reverse, shadow, seed);
    } else if (yield.type().isReference()) {
      RuntimeCalls.requireSeed(reverse, yield, seed);
    } else if (frame.activity().isActive(yield)) {
      adjoints.add(reverse, yield, seed);
    }
  }

  /** Reverses the function's body. */
  void run() {
    forward =
        new ReverseRegion(frame, reverse, adjoints, Reversal.ONCE, new Horizon())
            .run(function.body().ops());
  }

  /** Entry and forward sweep. */
  List<Op> forward() {
    return Lists.join(entry.ops(), forward);
  }
}
