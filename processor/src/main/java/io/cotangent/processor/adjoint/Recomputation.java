package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.model.Optimisation;

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
    if (op instanceof Op.Const) {
      return true;
    }
    if (!frame.settings().uses(Optimisation.RECOMPUTE)) {
      return false;
    }
    if (op instanceof Op.Length) {
      return true;
    }
    if (op instanceof Op.Apply apply) {
      return !isDear(apply);
    }
    if (op instanceof Op.Load load) {
      return isStable(load);
    }
    if (op instanceof Op.Opaque opaque) {
      return opaque.nature() == Op.Opaque.Nature.PURE
          && opaque.result().type() instanceof Primitive;
    }
    return op instanceof Op.NewArray array && isFreshShadow(array);
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
  private boolean isStable(Op.Load load) {
    if (!frame.shadowing().isOwn(load.value())) {
      return frame.stability().isStable(load);
    }
    return frame.shadowing().rowLoad(load.value()).map(frame.stability()::isStable).orElse(false);
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
