package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.StoragePlan;
import java.util.List;
import java.util.Map;

/**
 * Reverses a loop whose trip count is known only afterwards: the forward sweep counts, the reverse
 * sweep runs as often. The condition has nothing to reverse ({@link LoopRotation} sees to that), so
 * an adjoint passes it from what it hands on to what it was given.
 */
final class OpenLoopPlanner {
  private final Frame frame;
  private final Adjoints adjoints;
  private final Builder reverse;

  OpenLoopPlanner(Frame frame, Adjoints adjoints, Builder reverse) {
    this.frame = frame;
    this.adjoints = adjoints;
    this.reverse = reverse;
  }

  List<Op> plan(Op.While op) {
    List<Value> yields = op.before().yields();
    List<Value> handedOn = yields.subList(1, yields.size());
    passCondition(op.results(), handedOn, adjoints, reverse);
    List<Value> params = op.before().params();
    StorageLog.Loop log = frame.log().loop(op);
    CarriedAdjoints carried = new CarriedAdjoints(frame, adjoints, params);
    carried.enter(params, reverse);
    Adjoints.OfLoop inner = new Adjoints.OfLoop(v -> isInside(op, v));
    Builder body = reverse.nested();
    carried.seed(op.body().yields(), inner, body);
    List<Op> forwardBody =
        new ReverseRegion(frame, body, inner, Reversal.LATER, new Horizon()).run(op.body().ops());
    Value trips = new Value(Primitive.INT, "trips");
    if (op.body().isTerminated()) {
      carried.leaveUnrun(op.inits(), reverse);
      return forward(op, forwardBody, trips);
    }
    passCondition(op.body().params(), handedOn, inner, body);
    Region iteration = carried.finish(params, inner, body);
    List<Value> bodyParams =
        new ShadowedLists(frame.shadowing()).extend(op.body().params(), handedOn);
    Keeping keeping =
        Keeping.onTape(frame, op.body(), bodyParams, forwardBody, iteration, List.of(), Map.of());
    log.because("not fused: how often it runs is known only at its end");
    log.done(keeping.keepsSomething() ? StoragePlan.Manner.RECORDED : StoragePlan.Manner.BACKWARDS);
    addReverseLoop(op, trips, carried, keeping.reverse());
    carried.leave(op.inits(), reverse);
    return forward(op, keeping.forward(), trips);
  }

  private boolean isInside(Op.While op, Value value) {
    return frame.layout().isDefinedWithin(value, op.before())
        || frame.layout().isDefinedWithin(value, op.body());
  }

  private void passCondition(List<Value> got, List<Value> handedOn, Adjoints at, Builder out) {
    for (int i = 0; i < got.size(); i++) {
      if (got.get(i).type().isReal()) {
        Value bar = at.take(got.get(i));
        if (bar != null && frame.activity().isActive(handedOn.get(i))) {
          at.add(out, handedOn.get(i), bar);
        }
      }
    }
  }

  private void addReverseLoop(Op.While op, Value trips, CarriedAdjoints carried, Region body) {
    Value index = new Value(Primitive.INT, "trip");
    Region indexed =
        new Region(Lists.join(List.of(index), body.params()), body.ops(), body.yields());
    List<Value> inits = carried.inits(reverse);
    Value zero = reverse.intConstant(0);
    reverse.add(new Op.For(carried.results(), zero, trips, 1, false, inits, indexed, op.origin()));
  }

  /** The loop with the shadows it carries and a counter. */
  private List<Op> forward(Op.While op, List<Op> bodyOps, Value trips) {
    ShadowedLists shadowed = new ShadowedLists(frame.shadowing());
    List<Value> params = op.before().params();
    List<Value> yields = op.before().yields();
    List<Value> handedOn = yields.subList(1, yields.size());
    Builder around = new Builder(op.origin());
    Value zero = around.intConstant(0);
    Value before = trips.copy();
    Value inside = trips.copy();
    Builder body = new Builder(op.origin());
    body.addAll(bodyOps);
    List<Value> next = shadowed.extend(op.body().yields(), params);
    if (!op.body().isTerminated()) {
      next = Lists.join(next, List.of(RuntimeCalls.increment(body, inside)));
    }
    List<Value> passed = shadowed.extend(handedOn, handedOn);
    Region first =
        new Region(
            Lists.join(shadowed.extend(params, params), List.of(before)),
            op.before().ops(),
            Lists.join(Lists.join(yields.subList(0, 1), passed), List.of(before)));
    Region second =
        body.region(
            Lists.join(shadowed.extend(op.body().params(), handedOn), List.of(inside)), next);
    List<Value> results = Lists.join(shadowed.extend(op.results(), handedOn), List.of(trips));
    List<Value> inits = Lists.join(shadowed.extend(op.inits(), params), List.of(zero));
    around.add(new Op.While(results, inits, first, second, op.origin()));
    return around.ops();
  }
}
