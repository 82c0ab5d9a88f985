package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reverses a counted loop: the same indices, last first. */
final class CountedLoopPlanner {
  private final Frame frame;
  private final Adjoints adjoints;
  private final Builder reverse;
  private final boolean inLoop;

  CountedLoopPlanner(Frame frame, Adjoints adjoints, Builder reverse, boolean inLoop) {
    this.frame = frame;
    this.adjoints = adjoints;
    this.reverse = reverse;
    this.inLoop = inLoop;
  }

  List<Op> plan(Op.For op) {
    CarriedAdjoints carried = new CarriedAdjoints(frame, adjoints, op.carried());
    carried.enter(op.results(), reverse);
    Adjoints.OfLoop inner = new Adjoints.OfLoop(v -> frame.layout().isDefinedWithin(v, op.body()));
    Builder body = reverse.nested();
    carried.seed(op.body().yields(), inner, body);
    List<Op> forwardBody = new ReverseRegion(frame, body, inner, true).run(op.body().ops());
    Region iteration = carried.finish(op.carried(), inner, body);
    Value index = op.index().copy();
    Keeping keeping =
        Keeping.onTape(
            frame,
            op.body(),
            new ShadowedLists(frame.shadowing()).extend(op.body().params(), op.body().params()),
            forwardBody,
            iteration,
            Map.of(op.index(), index));
    if (op.body().isTerminated()) {
      carried.leaveUnrun(op.inits(), reverse);
      return List.of(forward(op, forwardBody));
    }
    Optional<Region> again =
        inLoop || !keeping.keepsSomething()
            ? Optional.empty()
            : new IndependentIterations(frame, op).fuse(forwardBody, iteration, index);
    addReverseLoop(op, index, carried, again.orElse(keeping.reverse()));
    carried.leave(op.inits(), reverse);
    return List.of(again.isPresent() ? op : forward(op, keeping.forward()));
  }

  private void addReverseLoop(Op.For op, Value index, CarriedAdjoints carried, Region body) {
    Value last = lastIndex(op);
    Region indexed =
        new Region(Lists.join(List.of(index), body.params()), body.ops(), body.yields());
    List<Value> inits = carried.inits(reverse);
    reverse.add(
        new Op.For(
            carried.results(), last, op.lower(), -op.step(), true, inits, indexed, op.origin()));
  }

  private Value lastIndex(Op.For op) {
    Value one = reverse.constant(op.index().type(), one(op.index().type()));
    boolean unit = Math.abs(op.step()) == 1;
    if (op.inclusive() && unit) {
      return op.upper();
    }
    if (unit) {
      return reverse.apply(op.step() > 0 ? Operator.SUB : Operator.ADD, op.upper(), one);
    }
    Operator outward = op.step() > 0 ? Operator.ADD : Operator.SUB;
    Value end = op.inclusive() ? reverse.apply(outward, op.upper(), one) : op.upper();
    return RuntimeCalls.lastIndex(reverse, op.lower(), end, op.step());
  }

  private static Object one(Type type) {
    return type == Primitive.LONG ? (Object) 1L : (Object) 1;
  }

  private Op forward(Op.For op, List<Op> body) {
    ShadowedLists shadowed = new ShadowedLists(frame.shadowing());
    Region region =
        new Region(
            shadowed.extend(op.body().params(), op.body().params()),
            body,
            shadowed.extend(op.body().yields(), op.carried()));
    return new Op.For(
        shadowed.extend(op.results(), op.carried()),
        op.lower(),
        op.upper(),
        op.step(),
        op.inclusive(),
        shadowed.extend(op.inits(), op.carried()),
        region,
        op.origin());
  }
}
