package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.analysis.Traces;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a program may run several times where the method it is made of runs once. */
final class Repetition {
  private final Memory memory;

  private Repetition(Memory memory) {
    this.memory = memory;
  }

  /**
   * The first operation by which one can tell how often the program has run; empty if nothing but
   * the parameters it writes to and the results tell that it has run at all.
   */
  static Optional<Op.Opaque> obstacle(Unit unit, Memory memory) {
    Repetition repetition = new Repetition(memory);
    return unit.functions().values().stream()
        .flatMap(f -> repetition.obstacles(f.body()))
        .findFirst();
  }

  /** A region that ends by throwing ends everything: it runs once at most. */
  private Stream<Op.Opaque> obstacles(Region region) {
    return region.isTerminated()
        ? Stream.empty()
        : region.ops().stream()
            .flatMap(
                op ->
                    Stream.concat(
                        op instanceof Op.Opaque opaque && !isRepeatable(opaque)
                            ? Stream.of(opaque)
                            : Stream.empty(),
                        op.regions().stream().flatMap(this::obstacles)));
  }

  private boolean isRepeatable(Op.Opaque op) {
    boolean hasEffect =
        switch (op.nature()) {
          case PURE, PARTIAL, READ -> false;
          case SINK -> Traces.changesItsReceiver(op);
          case UNTRACKED, UNKNOWN -> true;
        };
    return !hasEffect && op.results().stream().noneMatch(this::isWritten);
  }

  private boolean isWritten(Value result) {
    return result.type() instanceof ArrayType && memory.isWritten(result);
  }
}
