package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Ranges;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;

/**
 * The header of a loop through the indices of another one, last first. Numbers next to the ends of
 * their range could overflow where that loop has none of its iterations, or the index behind its
 * start: what is not known to be away from there is kept away, or fails.
 */
final class Countdown {
  private final Op.For loop;
  private final Ranges ranges;
  private final Builder out;

  Countdown(Op.For loop, Ranges ranges, Builder out) {
    this.loop = loop;
    this.ranges = ranges;
    this.out = out;
  }

  /** The loop; its body has the index as its first parameter. */
  Op.For over(List<Value> results, List<Value> inits, Region body) {
    Value last = last();
    boolean ends = up() ? ranges.isAboveLeast(loop.lower()) : ranges.isBelowMost(loop.lower());
    boolean inclusive = ends || !isUnit();
    Value end = inclusive ? loop.lower() : RuntimeCalls.before(out, loop.lower(), up());
    int step = -loop.step();
    return new Op.For(results, last, end, step, inclusive, inits, body, loop.origin());
  }

  private boolean up() {
    return loop.step() > 0;
  }

  private boolean isUnit() {
    return Math.abs(loop.step()) == 1;
  }

  private Value last() {
    if (isUnit()) {
      return loop.inclusive() ? loop.upper() : next(upper(), up() ? Operator.SUB : Operator.ADD);
    }
    Value end =
        loop.inclusive() ? next(loop.upper(), up() ? Operator.ADD : Operator.SUB) : loop.upper();
    return RuntimeCalls.lastIndex(out, loop.lower(), end, loop.step());
  }

  /** The end, or the start if that is farther and a step back from the end could overflow. */
  private Value upper() {
    Value end = loop.upper();
    boolean isSafe = up() ? ranges.isAboveLeast(end) : ranges.isBelowMost(end);
    return isSafe ? end : out.apply(up() ? Operator.MAX : Operator.MIN, end, loop.lower());
  }

  private Value next(Value number, Operator direction) {
    Type type = number.type();
    Object one = type == Primitive.LONG ? (Object) 1L : (Object) 1;
    return out.apply(direction, number, out.constant(type, one));
  }
}
