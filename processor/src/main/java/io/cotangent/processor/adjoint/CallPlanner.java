package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reverses a call of a function that was not inlined: the forward sweep calls its forward function,
 * which leaves on the tape what its reverse function takes from there.
 */
final class CallPlanner {
  private final Frame frame;
  private final Adjoints adjoints;
  private final Builder reverse;

  CallPlanner(Frame frame, Adjoints adjoints, Builder reverse) {
    this.frame = frame;
    this.adjoints = adjoints;
    this.reverse = reverse;
  }

  /** What the forward function of a callee is called. */
  static String forwardName(Unit unit, String callee) {
    return unit.free(callee + "Forward");
  }

  /** What the reverse function of a callee is called. */
  static String reverseName(Unit unit, String callee) {
    return unit.free(callee + "Reverse");
  }

  List<Op> plan(Op.Call op) {
    frame.log().call(op);
    Region callee = frame.unit().function(op.callee()).body();
    reverse(op, callee);
    List<Value> args = new ArrayList<>(List.of(frame.tape()));
    args.addAll(op.args());
    Builder forward = new Builder(op.origin());
    for (int i = 0; i < callee.params().size(); i++) {
      if (frame.shadowing().isShadowed(callee.params().get(i))) {
        args.add(frame.shadowing().of(op.args().get(i)));
      }
    }
    List<Value> results = new ArrayList<>(op.results());
    for (int i = 0; i < callee.yields().size(); i++) {
      if (frame.shadowing().isShadowed(callee.yields().get(i))) {
        results.add(frame.shadowing().of(op.results().get(i)));
      }
    }
    forward.add(new Op.Call(results, forwardName(frame.unit(), op.callee()), args, op.origin()));
    return forward.ops();
  }

  private void reverse(Op.Call op, Region callee) {
    List<Value> args = new ArrayList<>(List.of(frame.tape()));
    for (int i = 0; i < callee.yields().size(); i++) {
      Value yield = callee.yields().get(i);
      if (yield.type().isReal() && frame.activity().isActive(yield)) {
        Value bar = adjoints.take(op.results().get(i));
        args.add(bar != null ? bar : reverse.zero(yield.type()));
      }
    }
    List<Value> bars = new ArrayList<>();
    List<Value> targets = new ArrayList<>();
    for (int i = 0; i < callee.params().size(); i++) {
      Value param = callee.params().get(i);
      if (param.type().isReal() && frame.activity().isActive(param)) {
        bars.add(new Value(param.type(), Names.bar(param)));
        targets.add(op.args().get(i));
      }
    }
    reverse.add(new Op.Call(bars, reverseName(frame.unit(), op.callee()), args, op.origin()));
    for (int i = 0; i < bars.size(); i++) {
      if (frame.activity().isActive(targets.get(i))) {
        adjoints.add(reverse, targets.get(i), bars.get(i));
      }
    }
  }
}
