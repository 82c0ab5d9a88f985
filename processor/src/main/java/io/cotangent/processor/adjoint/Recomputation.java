package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.model.Optimisation;
import java.util.Optional;

/**
 * The cost model of computing a value again in the reverse sweep: arithmetic is cheaper than memory
 * traffic; transcendental functions and real division are not.
 */
final class Recomputation {
  /** The most operations one value may take to be computed again. */
  static final int BUDGET = 12;

  private final Frame frame;
  private final Region owner;

  /**
   * The costs in a region.
   *
   * @param owner the forward region; arrays private to it may be made anew
   */
  Recomputation(Frame frame, Region owner) {
    this.frame = frame;
    this.owner = owner;
  }

  /** Whether running the operation a second time gives the same value, at less than keeping it. */
  boolean isCheap(Op op) {
    return objection(op).isEmpty();
  }

  /** Why the operation is not run a second time; empty if it may be. */
  Optional<String> objection(Op op) {
    if (op instanceof Op.Const) {
      return Optional.empty();
    }
    if (!frame.settings().uses(Optimisation.RECOMPUTE)) {
      return Optional.of("computing again is switched off");
    }
    if (op instanceof Op.Length) {
      return Optional.empty();
    }
    if (op instanceof Op.Apply apply) {
      return isDear(apply)
          ? Optional.of(apply.operator().symbol() + " takes longer than the tape")
          : Optional.empty();
    }
    if (op instanceof Op.Load load) {
      return obstacle(load);
    }
    if (op instanceof Op.Opaque opaque) {
      return objection(opaque);
    }
    return op instanceof Op.NewArray array && isFreshShadow(array)
        ? Optional.empty()
        : Optional.of(kind(op));
  }

  private static Optional<String> objection(Op.Opaque op) {
    if (op.nature() != Op.Opaque.Nature.PURE) {
      return Optional.of("the call that gives it may do more than compute");
    }
    return op.result().type() instanceof Primitive
        ? Optional.empty()
        : Optional.of("the call makes an object");
  }

  private static String kind(Op op) {
    if (op instanceof Op.If) {
      return "it is the result of a branch";
    }
    if (op instanceof Op.For || op instanceof Op.While) {
      return "it is the result of a loop";
    }
    return op instanceof Op.Call ? "it is the result of a call" : "an array, with what is in it";
  }

  /** Why an operation that may be run again is run again. */
  static String advantage(Op op) {
    if (op instanceof Op.Load) {
      return "nothing overwrites it";
    }
    if (op instanceof Op.Length) {
      return "an array keeps its length";
    }
    if (op instanceof Op.NewArray) {
      return "nothing else uses it";
    }
    return op instanceof Op.Opaque
        ? "a call that only computes"
        : "arithmetic costs less than the tape";
  }

  /** Whether the operation costs more than keeping its result. */
  static boolean isDear(Op.Apply op) {
    return switch (op.operator()) {
      case DIV, REM -> op.value().type().isReal();
      case SQRT, IEEE_REMAINDER -> true;
      default -> op.operator().isTranscendental();
    };
  }

  /** The shadow of a row is as stable as the row. */
  private Optional<String> obstacle(Op.Load load) {
    if (!frame.shadowing().isOwn(load.value())) {
      return frame.stability().obstacle(load);
    }
    return frame
        .shadowing()
        .rowLoad(load.value())
        .map(frame.stability()::obstacle)
        .orElse(Optional.of("it is the shadow of another array by then"));
  }

  /** A shadow that only the reverse sweep of this region uses may as well be made there. */
  private boolean isFreshShadow(Op.NewArray op) {
    return frame
        .shadowing()
        .newArray(op.value())
        .filter(array -> frame.stability().isUnaliased(array))
        .filter(array -> frame.stability().isPrivate(array, owner))
        .isPresent();
  }
}
