package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

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
   * Why it may not be; empty if it may.
   *
   * @param iteration the reverse iteration; its first parameters are the adjoints of the sums
   * @param sums the active values the loop carries
   */
  Optional<String> obstacle(Region iteration, List<Value> sums) {
    for (int i = 0; i < sums.size(); i++) {
      if (iteration.yields().get(i) != iteration.params().get(i)) {
        String name = frame.log().name(sums.get(i));
        return Optional.of("it carries " + name + ", whose next value is no sum with it");
      }
    }
    Optional<String> array =
        loop.carried().stream()
            .filter(frame.shadowing()::isShadowed)
            .findFirst()
            .map(a -> "it carries the array " + frame.log().name(a));
    return array.isPresent() ? array : obstacle(loop.body());
  }

  private Optional<String> obstacle(Region region) {
    return region.ops().stream().map(this::obstacle).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> obstacle(Op op) {
    if (op instanceof Op.Throw) {
      return Optional.of("it may throw");
    }
    if (!frame.activity().touches(op)) {
      return inside(op);
    }
    if (op instanceof Op.Call call) {
      return Optional.of("it calls " + call.callee());
    }
    if (op instanceof Op.Opaque) {
      return Optional.of("it calls code that is not known");
    }
    if (op instanceof Op.Apply apply && apply.operator() == Operator.WATCH) {
      return Optional.of("a variable in it is watched");
    }
    if (op instanceof Op.Load load && !isPrivate(load.array())) {
      String what = frame.log().name(load.value());
      return frame.stability().obstacle(load).map(why -> "it reads " + what + ": " + why);
    }
    if (op instanceof Op.Store store && !isPrivate(store.array())) {
      return Optional.of("it writes to " + frame.log().name(store.array()) + ", which outlives it");
    }
    if (op instanceof Op.CopyArray copy && !(isPrivate(copy.array()) && isFlat(copy.array()))) {
      return Optional.of("it copies the array " + frame.log().name(copy.array()));
    }
    return inside(op);
  }

  private Optional<String> inside(Op op) {
    return op.regions().stream().map(this::obstacle).flatMap(Optional::stream).findFirst();
  }

  private static boolean isFlat(Value array) {
    return !((ArrayType) array.type()).element().isReference();
  }

  private boolean isPrivate(Value array) {
    return frame.stability().isPrivate(array, loop.body());
  }
}
