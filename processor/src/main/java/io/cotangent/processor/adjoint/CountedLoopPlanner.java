package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.model.StoragePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reverses a counted loop: the same indices, last first. */
final class CountedLoopPlanner {
  private final Frame frame;
  private final Adjoints adjoints;
  private final Builder reverse;
  private final Reversal reversal;
  private final Horizon horizon;

  CountedLoopPlanner(
      Frame frame, Adjoints adjoints, Builder reverse, Reversal reversal, Horizon horizon) {
    this.frame = frame;
    this.adjoints = adjoints;
    this.reverse = reverse;
    this.reversal = reversal;
    this.horizon = horizon;
  }

  /**
   * One iteration of the loop.
   *
   * @param forward its operations in the forward sweep
   * @param reverse what reverses it, using values of the body freely
   */
  private record Iteration(List<Op> forward, Region reverse) {}

  /**
   * In the order of preference: each iteration reversed where it has run; a reverse loop that needs
   * nothing kept; one that runs the body again; one that goes back to checkpoints, if it is asked
   * to; one that takes what it needs from the tape.
   */
  List<Op> plan(Op.For op) {
    CarriedAdjoints carried = new CarriedAdjoints(frame, adjoints, op.carried());
    carried.enter(op.results(), reverse);
    StorageLog.Loop log = frame.log().loop(op);
    if (op.body().isTerminated()) {
      List<Op> body = iteration(op, carried, Reversal.LATER).forward();
      carried.leaveUnrun(op.inits(), reverse);
      return List.of(forward(op, body));
    }
    Attempt<List<Op>> fused = fused(op, carried);
    if (fused.result().isPresent()) {
      log.because("its iterations only add to sums");
      log.done(StoragePlan.Manner.FUSED);
      return fused.result().get();
    }
    log.because("not fused: " + fused.obstacle());
    log.again();
    Value index = op.index().copy();
    Closed closed = closed(op, carried, index);
    if (!closed.keeping().keepsSomething()) {
      log.done(StoragePlan.Manner.BACKWARDS);
      return reversed(op, index, carried, closed);
    }
    Attempt<Region> again = again(op, carried, index, log);
    if (again.result().isPresent()) {
      log.done(StoragePlan.Manner.INDEPENDENT);
      return reversed(op, index, carried, again.result().get(), List.of(), op);
    }
    log.because("iterations not independent: " + again.obstacle());
    if (CheckpointedLoops.isWanted(op)) {
      log.again();
      List<Op> forward = checkpointed(op, carried);
      log.because("asked for: " + op.origin().snapshots() + " states");
      log.done(StoragePlan.Manner.CHECKPOINTED);
      return forward;
    }
    if (reversal == Reversal.ONCE) {
      // The accumulators have to be those of the iteration that is used.
      log.again();
      closed = closed(op, carried, index);
    }
    log.done(StoragePlan.Manner.RECORDED);
    return reversed(op, index, carried, closed);
  }

  private List<Op> reversed(Op.For op, Value index, CarriedAdjoints carried, Closed closed) {
    Keeping keeping = closed.keeping();
    Op forward = forward(op, keeping.forward());
    return reversed(op, index, carried, keeping.reverse(), closed.last(), forward);
  }

  private List<Op> reversed(
      Op.For op,
      Value index,
      CarriedAdjoints carried,
      Region iteration,
      List<Value> last,
      Op forward) {
    addReverseLoop(op, index, carried, iteration, last);
    carried.leave(op.inits(), reverse);
    return List.of(forward);
  }

  private Iteration iteration(Op.For op, CarriedAdjoints carried, Reversal inside) {
    Adjoints.OfLoop inner = new Adjoints.OfLoop(v -> frame.layout().isDefinedWithin(v, op.body()));
    Builder body = reverse.nested();
    carried.seed(op.body().yields(), inner, body);
    List<Op> forward =
        new ReverseRegion(frame, body, inner, inside, new Horizon()).run(op.body().ops());
    return new Iteration(forward, carried.finish(op.carried(), inner, body));
  }

  /**
   * An iteration that needs nothing but the tape.
   *
   * @param last what the reverse loop starts to count back with
   */
  private record Closed(Keeping keeping, List<Value> last) {}

  private Closed closed(Op.For op, CarriedAdjoints carried, Value index) {
    Iteration iteration = iteration(op, carried, Reversal.LATER);
    Map<Value, Value> given = new HashMap<>(Map.of(op.index(), index));
    StorageLog.Loop kept = frame.log().loop(op);
    Keeping keeping = keeping(op, iteration.forward(), iteration.reverse(), List.of(), given);
    CountingBack back = CountingBack.of(frame, op, keeping.kept());
    if (!back.last().isEmpty()) {
      kept.again();
      Region extended = back.extended(iteration.reverse());
      List<Op> opening = back.opening(given);
      keeping = keeping(op, iteration.forward(), extended, opening, given);
    }
    return new Closed(keeping, back.last());
  }

  private Keeping keeping(
      Op.For op, List<Op> forward, Region reverse, List<Op> opening, Map<Value, Value> given) {
    List<Value> params = op.body().params();
    List<Value> extended = new ShadowedLists(frame.shadowing()).extend(params, params);
    return Keeping.onTape(frame, op.body(), extended, forward, reverse, opening, given);
  }

  /** The reverse iteration with the body in front of it, if the iterations are independent. */
  private Attempt<Region> again(
      Op.For op, CarriedAdjoints carried, Value index, StorageLog.Loop log) {
    if (reversal != Reversal.ONCE) {
      return Attempt.failed("it stands in a loop");
    }
    if (!frame.settings().uses(Optimisation.INDEPENDENT_ITERATIONS)) {
      return Attempt.failed("switched off");
    }
    log.again();
    Iteration iteration = iteration(op, carried, Reversal.TOGETHER);
    return new IndependentIterations(frame, op)
        .fuse(iteration.forward(), iteration.reverse(), index);
  }

  /** The loop that reverses each iteration where it has run, with what it needs to be known. */
  private Attempt<List<Op>> fused(Op.For op, CarriedAdjoints carried) {
    Optional<String> reason = separation();
    if (reason.isPresent()) {
      return Attempt.failed(reason.get());
    }
    horizon.pass(reverse.ops());
    Optional<Horizon.Early> early = horizon.early(carried.entering());
    if (early.isEmpty()) {
      return Attempt.failed("its adjoints are known only when the code behind it has run");
    }
    Iteration iteration = iteration(op, carried, Reversal.TOGETHER);
    Region clean = Cleaning.ofReverseSweep(op.body(), iteration.reverse(), frame.settings());
    Optional<String> obstacle = new Fusion(frame, op).obstacle(clean, carried.active());
    if (obstacle.isPresent()) {
      return Attempt.failed(obstacle.get());
    }
    frame.log().available(clean, v -> isMade(v, op) ? "the iteration has just run" : null);
    FusedLoop loop = FusedLoop.of(op, iteration.forward(), clean, early.get());
    carried.leaveFused(op.inits(), loop.sums(), reverse);
    return Attempt.done(loop.ops());
  }

  /** Why both sweeps of an iteration cannot run together. */
  private Optional<String> separation() {
    if (reversal == Reversal.LATER) {
      return Optional.of("the loop around it is reversed later");
    }
    if (reversal == Reversal.ONCE && frame.isReplayed()) {
      return Optional.of("the two sweeps are separate methods");
    }
    return frame.settings().uses(Optimisation.FUSE)
        ? Optional.empty()
        : Optional.of("switched off");
  }

  private boolean isMade(Value value, Op.For op) {
    return frame.layout().isDefinedWithin(value, op.body());
  }

  /**
   * The loop that goes back to states it has kept, with a reverse loop that runs the body again.
   */
  private List<Op> checkpointed(Op.For op, CarriedAdjoints carried) {
    Iteration iteration = iteration(op, carried, Reversal.TOGETHER);
    List<Op> forward =
        new CheckpointPlanner(frame, reverse, op)
            .plan(iteration.forward(), iteration.reverse(), carried);
    carried.leave(op.inits(), reverse);
    return forward;
  }

  private void addReverseLoop(
      Op.For op, Value index, CarriedAdjoints carried, Region body, List<Value> counted) {
    Region indexed =
        new Region(Lists.join(List.of(index), body.params()), body.ops(), body.yields());
    List<Value> inits = Lists.join(carried.inits(reverse), counted);
    List<Value> results = Lists.join(carried.results(), counted.stream().map(Value::copy).toList());
    reverse.add(new Countdown(op, frame.ranges(), reverse).over(results, inits, indexed));
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
