package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.TapeType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.tangent.LinkedCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Forward and reverse function of a function whose code is elsewhere: the forward function leaves a
 * pullback that was generated there on the tape, the reverse function applies the adjoints to it.
 */
final class LinkedSweeps {
  private final Unit unit;
  private final Function primal;
  private final Link link;
  private final Activity activity;
  private final Builder forward = new Builder(Origin.NONE);
  private final Builder reverse = new Builder(Origin.NONE);
  private final Value forwardTape = new Value(TapeType.TAPE, "tape");
  private final Value reverseTape = new Value(TapeType.TAPE, "tape");
  private final Deque<Op> pops = new ArrayDeque<>();

  LinkedSweeps(Primal program, Function primal) {
    this.unit = program.unit();
    this.primal = primal;
    this.link = primal.link().orElseThrow();
    this.activity = program.activity();
  }

  /** Forward and reverse function, as calls expect them. */
  List<Function> functions() {
    List<Value> forwardParams = new ArrayList<>(List.of(forwardTape));
    forwardParams.addAll(primal.params());
    Value pullback = LinkedCode.call(link, "pullback", primal.params(), "Pullback", forward);
    Value popped = kept(pullback);
    List<Value> shadows = parameterShadows(forwardParams);
    List<Value> results = LinkedCode.result(link, pullback, "value", forward);
    LinkedCode.requireFresh(link, results, primal.params(), forward);
    List<Value> yields = new ArrayList<>(results);
    List<Value> reverseParams = new ArrayList<>(List.of(reverseTape));
    List<Value> cleared = new ArrayList<>();
    List<Value> seeds = seeds(results, yields, reverseParams, cleared);
    pops.forEach(reverse::add);
    List<Value> bars = reverse(popped, seeds, shadows);
    cleared.forEach(shadow -> RuntimeCalls.clear(reverse, shadow));
    return List.of(
        function(CallPlanner.forwardName(unit, primal.name()), forwardParams, yields, forward),
        function(CallPlanner.reverseName(unit, primal.name()), reverseParams, bars, reverse));
  }

  private static Function function(
      String name, List<Value> params, List<Value> yields, Builder out) {
    List<Type> types = yields.stream().map(Value::type).toList();
    return new Function(name, out.region(params, yields), types);
  }

  /** Leaves a value of the forward function to the reverse function; returns what it is there. */
  private Value kept(Value value) {
    forward.add(new Op.Push(forwardTape, value, Origin.NONE));
    Value popped = new Value(value.type(), value.name());
    pops.push(new Op.Pop(popped, reverseTape, Origin.NONE));
    return popped;
  }

  /** The shadows of the parameters in the reverse function; null for those that need none. */
  private List<Value> parameterShadows(List<Value> forwardParams) {
    List<Value> shadows = new ArrayList<>();
    List<Link.Param> params = link.params();
    for (int i = 0; i < params.size(); i++) {
      Value param = primal.params().get(i);
      boolean isShadowed = param.type().isReference() && activity.isActive(param);
      Value shadow = new Value(param.type(), Names.bar(param));
      if (isShadowed) {
        forwardParams.add(shadow);
        shadows.add(kept(shadow));
      } else if (params.get(i).isDifferentiated() && params.get(i).written()) {
        shadows.add(kept(forward.copyArray(param, Op.CopyArray.Kind.ZEROS, "")));
      } else {
        shadows.add(null);
      }
    }
    return shadows;
  }

  /** The adjoints of the leaves of the result, as the reverse function is given them. */
  private List<Value> seeds(
      List<Value> results, List<Value> yields, List<Value> reverseParams, List<Value> cleared) {
    List<Value> seeds = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Value result = results.get(i);
      boolean isActive = activity.isActive(primal.body().yields().get(i));
      if (result.type().isReal() && isActive) {
        Value seed = new Value(result.type(), "seed");
        reverseParams.add(seed);
        seeds.add(seed);
      } else if (result.type().isReal()) {
        seeds.add(reverse.zero(result.type()));
      } else if (result.type().isRealArray()) {
        Value shadow = forward.copyArray(result, Op.CopyArray.Kind.ZEROS, "");
        seeds.add(kept(shadow));
        if (isActive) {
          yields.add(shadow);
          cleared.add(seeds.get(i));
        }
      } else {
        seeds.add(kept(result));
      }
    }
    return seeds;
  }

  /** Applies the seeds; adds into shadows and returns the adjoints of numbers. */
  private List<Value> reverse(Value pullback, List<Value> resultSeeds, List<Value> shadows) {
    List<Value> seeds = new ArrayList<>(resultSeeds);
    List<Link.Param> params = link.params();
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i).isDifferentiated() && params.get(i).written()) {
        seeds.add(shadows.get(i));
      }
    }
    Value gradient = LinkedCode.apply(link, pullback, seeds, reverse);
    List<Value> bars = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      Link.Param param = params.get(i);
      Value part =
          param.isDifferentiated()
              ? LinkedCode.component(param.type(), gradient, param.component(), reverse)
              : null;
      hand(part, primal.params().get(i), shadows.get(i), param, bars);
    }
    return bars;
  }

  private void hand(Value part, Value param, Value shadow, Link.Param of, List<Value> bars) {
    if (param.type().isReal() && activity.isActive(param)) {
      bars.add(part != null ? part : reverse.zero(param.type()));
    } else if (shadow != null && part != null && activity.isActive(param)) {
      if (of.written()) {
        RuntimeCalls.clear(reverse, shadow);
      }
      RuntimeCalls.add(reverse, shadow, part);
    }
  }
}
