package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.OpVisitor;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.pass.Repetitions;
import io.cotangent.processor.tangent.Contributions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Walks operations backwards: appends what reverses each to the reverse sweep, and gives back what
 * takes its place in the forward sweep. Structure is left to a planner of its own: {@link
 * BranchPlanner}, {@link CountedLoopPlanner}, {@link OpenLoopPlanner}, {@link CallPlanner}, {@link
 * MemoryPlanner}.
 */
final class ReverseRegion implements OpVisitor<List<Op>> {
  /**
   * Branches inside so many regions keep values on the tape: as locals they would be results of
   * every branch around them.
   */
  private static final int DEEP = 8;

  private final Frame frame;
  private final Adjoints adjoints;
  private final Reversal reversal;
  private final Horizon horizon;
  private final Builder reverse;
  private Repetitions repetitions;
  private Accumulations accumulations;
  private Builder step;
  private String statement = "";

  /**
   * A walk.
   *
   * @param reverse what the reversing operations are appended to
   * @param adjoints those at the end of the operations; afterwards, those at their beginning
   * @param reversal when the reversing operations run
   * @param horizon what is behind the operations, for this walk to go on with
   */
  ReverseRegion(
      Frame frame, Builder reverse, Adjoints adjoints, Reversal reversal, Horizon horizon) {
    this.frame = frame;
    this.adjoints = adjoints;
    this.reversal = reversal;
    this.horizon = horizon;
    this.reverse = reverse;
    horizon.pass(reverse.ops());
    this.step = reverse.nested();
    this.repetitions = frame.repetitions();
    this.accumulations = new Accumulations(List.of(), repetitions);
  }

  /** The operations stand inside of another one over whose reversal its statement is written. */
  ReverseRegion inside(Op op) {
    statement = op.origin().statement();
    return this;
  }

  /** Reverses the operations; returns the forward sweep in their place. */
  List<Op> run(List<Op> ops) {
    repetitions = frame.repetitions().of(ops);
    accumulations = new Accumulations(ops, repetitions);
    List<Op> forward = new ArrayList<>();
    for (int i = ops.size() - 1; i >= 0; i--) {
      horizon.pass(List.of(ops.get(i)));
      List<Op> kept = new ArrayList<>(reverseOne(ops.get(i)));
      horizon.pass(kept);
      Collections.reverse(kept);
      forward.addAll(kept);
    }
    Collections.reverse(forward);
    return forward;
  }

  private List<Op> reverseOne(Op op) {
    if (!frame.activity().touches(op)) {
      return List.of(op);
    }
    step = reverse.nested();
    step.at(op.origin());
    List<Op> forward = op.accept(this);
    if (!step.ops().isEmpty()) {
      comment(op.origin());
      List<Op> unrepeated = repetitions.leaveOut(step.ops(), Recomputation::isDear);
      List<Op> shared = SharedPowers.share(frame, op, unrepeated);
      reverse.addAll(shared);
      horizon.pass(shared);
    }
    return forward;
  }

  private void comment(Origin origin) {
    if (!origin.statement().isEmpty() && !origin.statement().equals(statement)) {
      statement = origin.statement();
      reverse.add(new Op.Comment(statement, Origin.NONE));
    }
  }

  @Override
  public List<Op> visitConst(Op.Const op) {
    adjoints.take(op.value());
    Builder forward = step.nested();
    forward.add(op);
    frame.shadowing().constant(op, forward);
    return forward.ops();
  }

  @Override
  public List<Op> visitApply(Op.Apply op) {
    Value bar = adjoints.take(op.value());
    if (op.operator() == Operator.WATCH) {
      return watch(op, bar);
    }
    for (int i = 0; bar != null && i < op.args().size(); i++) {
      Value arg = op.args().get(i);
      if (frame.activity().isActive(arg)) {
        Optional<Value> term = Contributions.of(op, i, bar, arg.type(), step);
        term.ifPresent(t -> adjoints.add(step, arg, t));
      }
    }
    return op.operator() == Operator.RULED ? List.of(RuledValues.plain(op)) : List.of(op);
  }

  /** The adjoint of a watched variable is that of its last value, which comes first here. */
  private List<Op> watch(Op.Apply op, Value bar) {
    Value x = op.args().get(0);
    Value w = op.args().get(1);
    Value marker = op.args().get(2);
    Value one = step.real(x.type(), 1);
    Value seen = adjoints.peek(marker);
    if (bar != null && frame.activity().isActive(x)) {
      adjoints.add(step, x, bar);
    }
    if (seen == null) {
      adjoints.add(step, marker, one);
      if (bar != null) {
        adjoints.add(step, w, bar);
      }
    } else {
      Value zero = step.zero(x.type());
      Value isLast = step.apply(Operator.EQ, seen, zero);
      adjoints.add(step, marker, step.apply(Operator.SELECT, isLast, one, zero));
      if (bar != null) {
        adjoints.add(step, w, step.apply(Operator.SELECT, isLast, bar, zero));
      }
    }
    return List.of(WatchedArrays.number(op));
  }

  @Override
  public List<Op> visitLoad(Op.Load op) {
    return new MemoryPlanner(frame, adjoints, step).load(op);
  }

  @Override
  public List<Op> visitStore(Op.Store op) {
    return new MemoryPlanner(frame, adjoints, step).store(op, accumulations);
  }

  @Override
  public List<Op> visitLength(Op.Length op) {
    return List.of(op);
  }

  @Override
  public List<Op> visitNewArray(Op.NewArray op) {
    return new MemoryPlanner(frame, adjoints, step).newArray(op);
  }

  @Override
  public List<Op> visitCopyArray(Op.CopyArray op) {
    return new MemoryPlanner(frame, adjoints, step).copyArray(op);
  }

  @Override
  public List<Op> visitIf(Op.If op) {
    boolean isDeep = frame.layout().depth(op) > DEEP;
    Reversal when = isDeep ? Reversal.LATER : reversal;
    return new BranchPlanner(frame, adjoints, step, when, horizon).plan(op);
  }

  @Override
  public List<Op> visitFor(Op.For op) {
    return new CountedLoopPlanner(frame, adjoints, step, reversal, horizon).plan(op);
  }

  @Override
  public List<Op> visitWhile(Op.While op) {
    return new OpenLoopPlanner(frame, adjoints, step).plan(op);
  }

  @Override
  public List<Op> visitCall(Op.Call op) {
    return new CallPlanner(frame, adjoints, step).plan(op);
  }

  @Override
  public List<Op> visitOpaque(Op.Opaque op) {
    Builder forward = step.nested();
    forward.add(op);
    if (op.isWatch()) {
      List<Value> shadows = frame.shadowing().ofAll(List.of(op.result(), op.args().get(0)));
      forward.add(op.rebuild(shadows.subList(0, 1), shadows.subList(1, 2), List.of()));
      frame.watched().assign(op, step);
      return forward.ops();
    }
    for (Value result : op.results()) {
      frame.shadowing().foreign(result, forward);
      if (frame.isReplayed() && frame.shadowing().isShadowed(result)) {
        RuntimeCalls.clear(step, RuntimeCalls.spine(forward, frame.shadowing().of(result)));
      }
    }
    return forward.ops();
  }

  @Override
  public List<Op> visitThrow(Op.Throw op) {
    return List.of(op);
  }

  @Override
  public List<Op> visitPush(Op.Push op) {
    throw new IllegalStateException("plain operations have no tape");
  }

  @Override
  public List<Op> visitPop(Op.Pop op) {
    throw new IllegalStateException("plain operations have no tape");
  }

  @Override
  public List<Op> visitComment(Op.Comment op) {
    return List.of(op);
  }
}
