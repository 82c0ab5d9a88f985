package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A loop of the forward sweep that reverses each iteration where it has run.
 *
 * @param ops what computes the adjoints it needs, and the loop
 * @param sums the accumulated adjoints of values from outside
 */
record FusedLoop(List<Op> ops, List<Value> sums) {
  /**
   * Puts it together.
   *
   * @param forward the body in the forward sweep
   * @param reverse the reverse iteration; it yields the adjoints of carried values as it gets them
   * @param early the adjoints of the loop's results, known before the loop
   */
  static FusedLoop of(Op.For loop, List<Op> forward, Region reverse, Horizon.Early early) {
    int carried = early.values().size();
    Substitution known = new Substitution();
    known.putAll(reverse.params().subList(0, carried), early.values());
    List<Value> accumulators = reverse.params().subList(carried, reverse.params().size());
    List<Value> added = known.get(reverse.yields()).subList(carried, reverse.yields().size());
    List<Value> sums = accumulators.stream().map(Value::copy).toList();
    Builder front = new Builder(loop.origin());
    front.addAll(early.ops());
    List<Value> inits = new ArrayList<>(loop.inits());
    accumulators.forEach(a -> inits.add(front.zero(a.type())));
    List<Op> body = new ArrayList<>();
    // Loops in the body may have been fused, too, with adjoints made of these.
    forward.forEach(op -> body.add(known.apply(op)));
    reverse.ops().forEach(op -> body.add(known.apply(op)));
    Region iteration =
        new Region(
            Lists.join(loop.body().params(), accumulators),
            body,
            Lists.join(loop.body().yields(), added));
    front.add(
        new Op.For(
            Lists.join(loop.results(), sums),
            loop.lower(),
            loop.upper(),
            loop.step(),
            loop.inclusive(),
            inits,
            iteration,
            loop.origin()));
    return new FusedLoop(front.ops(), sums);
  }
}
