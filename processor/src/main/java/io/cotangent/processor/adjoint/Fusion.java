package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;

/**
 * Whether an iteration of a loop may be reversed as soon as it has run, before the next one: one
 * pass over the data, nothing stored.
 *
 * <p>That is right if the adjoint that an iteration gets does not depend on the iterations behind
 * it: the loop carries nothing active but sums, and active numbers are written only to arrays that
 * belong to the iteration. Then reversing it only adds to adjoints, and the order of additions does
 * not matter, as long as nothing behind takes an adjoint away: what is read of outside arrays is
 * not written again. Nothing in the loop throws on purpose, so that buffers of a call that fails
 * are as the caller left them.
 */
final class Fusion {
  private final Frame frame;
  private final Op.For loop;

  Fusion(Frame frame, Op.For loop) {
    this.frame = frame;
    this.loop = loop;
  }

  /**
   * Whether it may be.
   *
   * @param iteration the reverse iteration
   * @param sums how many active values the loop carries; the first parameters of the iteration are
   *     their adjoints
   */
  boolean isPossible(Region iteration, int sums) {
    return iteration.yields().subList(0, sums).equals(iteration.params().subList(0, sums))
        && loop.carried().stream().noneMatch(frame.shadowing()::isShadowed)
        && isReversible(loop.body());
  }

  private boolean isReversible(Region region) {
    return region.ops().stream().allMatch(this::isReversible);
  }

  private boolean isReversible(Op op) {
    if (op instanceof Op.Throw) {
      return false;
    }
    if (!frame.activity().touches(op)) {
      return op.regions().stream().allMatch(this::isReversible);
    }
    if (op instanceof Op.Call || op instanceof Op.Opaque) {
      return false;
    }
    if (op instanceof Op.Apply apply) {
      return apply.operator() != Operator.WATCH;
    }
    if (op instanceof Op.Load load) {
      return isPrivate(load.array()) || frame.stability().isStable(load);
    }
    if (op instanceof Op.Store store) {
      return isPrivate(store.array());
    }
    if (op instanceof Op.CopyArray copy) {
      return isPrivate(copy.array()) && isFlat(copy.array());
    }
    return op.regions().stream().allMatch(this::isReversible);
  }

  private static boolean isFlat(Value array) {
    return !((ArrayType) array.type()).element().isReference();
  }

  private boolean isPrivate(Value array) {
    return frame.stability().isPrivate(array, loop.body());
  }
}
