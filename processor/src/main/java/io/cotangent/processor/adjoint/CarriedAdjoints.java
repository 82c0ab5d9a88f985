package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The adjoints a reverse loop carries: those of the active scalars the loop carries, then the
 * accumulators of values from outside that its body uses.
 */
final class CarriedAdjoints {
  private final Frame frame;
  private final Adjoints around;
  private final List<Value> carried;
  private final List<Integer> active = new ArrayList<>();
  private final List<Value> entering = new ArrayList<>();
  private final List<Value> bars = new ArrayList<>();
  private final List<Value> results = new ArrayList<>();
  private List<Value> accumulated = List.of();

  /**
   * The adjoints of one loop.
   *
   * @param carried what the loop carries; the active scalars among them count
   */
  CarriedAdjoints(Frame frame, Adjoints around, List<Value> carried) {
    this.frame = frame;
    this.around = around;
    this.carried = carried;
    for (int i = 0; i < carried.size(); i++) {
      Value value = carried.get(i);
      if (value.type().isReal() && frame.activity().isActive(value)) {
        active.add(i);
        bars.add(new Value(value.type(), Names.bar(value)));
      }
    }
  }

  /** Takes the adjoints of the loop's results. */
  void enter(List<Value> loopResults, Builder reverse) {
    for (int k = 0; k < active.size(); k++) {
      Value bar = around.take(loopResults.get(active.get(k)));
      entering.add(bar != null ? bar : reverse.zero(bars.get(k).type()));
    }
  }

  /** The adjoints of what an iteration yields are those of what the next one got. */
  void seed(List<Value> yields, Adjoints inner, Builder body) {
    for (int k = 0; k < active.size() && !yields.isEmpty(); k++) {
      Value yield = yields.get(active.get(k));
      if (frame.activity().isActive(yield)) {
        inner.add(body, yield, bars.get(k));
      }
    }
  }

  /** The finished iteration: it hands on the adjoints of the parameters and the accumulators. */
  Region finish(List<Value> params, Adjoints.OfLoop inner, Builder body) {
    List<Value> yields = new ArrayList<>();
    for (int index : active) {
      Value bar = inner.take(params.get(index));
      yields.add(bar != null ? bar : body.zero(params.get(index).type()));
    }
    accumulated = inner.accumulated();
    List<Value> regionParams = new ArrayList<>(bars);
    for (Value outside : accumulated) {
      regionParams.add(inner.accumulator(outside));
      yields.add(inner.peek(outside));
    }
    results.clear();
    regionParams.forEach(p -> results.add(p.copy()));
    return new Region(regionParams, body.ops(), yields);
  }

  /** What the reverse loop starts with. */
  List<Value> inits(Builder reverse) {
    List<Value> inits = new ArrayList<>(entering);
    for (Value outside : accumulated) {
      Value bar = around.peek(outside);
      inits.add(bar != null ? bar : reverse.zero(outside.type()));
    }
    return inits;
  }

  /** What the reverse loop ends with. */
  List<Value> results() {
    return results;
  }

  /** Hands the adjoints at the beginning of the loop to what the loop started with. */
  void leave(List<Value> loopInits, Builder reverse) {
    for (int j = 0; j < accumulated.size(); j++) {
      around.set(accumulated.get(j), results.get(active.size() + j));
    }
    for (int k = 0; k < active.size(); k++) {
      Value init = loopInits.get(active.get(k));
      if (frame.activity().isActive(init)) {
        around.add(reverse, init, results.get(k));
      }
    }
  }

  /** The active scalars among what the loop carries. */
  List<Value> active() {
    return active.stream().map(carried::get).toList();
  }

  /** The adjoints of the loop's results. */
  List<Value> entering() {
    return entering;
  }

  /**
   * The same where each iteration was reversed in the forward sweep, which handed the adjoints on
   * as they were.
   *
   * @param sums the accumulators at the end, which have started at zero
   */
  void leaveFused(List<Value> loopInits, List<Value> sums, Builder reverse) {
    for (int j = 0; j < accumulated.size(); j++) {
      frame.log().adjoint(sums.get(j), accumulated.get(j));
      around.add(reverse, accumulated.get(j), sums.get(j));
    }
    leaveUnrun(loopInits, reverse);
  }

  /** The same for a loop whose iterations hand the adjoints on as they are, or never end. */
  void leaveUnrun(List<Value> loopInits, Builder reverse) {
    for (int k = 0; k < active.size(); k++) {
      Value init = loopInits.get(active.get(k));
      if (frame.activity().isActive(init)) {
        around.add(reverse, init, entering.get(k));
      }
    }
  }
}
