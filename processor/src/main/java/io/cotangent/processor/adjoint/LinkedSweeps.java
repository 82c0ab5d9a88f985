package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.tangent.LinkedCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward and reverse function of a method whose code is elsewhere and which has more results than
 * a number: the forward function leaves a pullback that was generated there on the tape, the
 * reverse function applies the adjoints to it.
 */
final class LinkedSweeps {
  private final LinkedPair pair;
  private final Link link;

  private LinkedSweeps(LinkedPair pair) {
    this.pair = pair;
    this.link = pair.link();
  }

  /** Forward and reverse function, as calls expect them. */
  static List<Function> of(Primal program, Function primal) {
    LinkedPair pair = new LinkedPair(program, primal);
    if (pair.link().member() == Link.Member.GRADIENT) {
      return new CurvatureSweeps(pair).functions();
    }
    if (pair.link().member() == Link.Member.SERIES) {
      return SeriesSweeps.functions(pair);
    }
    return pair.link().hasGradient()
        ? GradientSweeps.functions(pair)
        : new LinkedSweeps(pair).functions();
  }

  private List<Function> functions() {
    Value pullback = LinkedCode.pullback(link, pair.tape(), pair.params(), pair.forward());
    Value popped = pair.kept(pullback);
    List<Value> shadows = parameterShadows();
    List<Value> results = LinkedCode.result(link, pullback, "value", pair.forward());
    List<Value> yields = new ArrayList<>(results);
    List<Value> cleared = new ArrayList<>();
    List<Value> seeds = seeds(results, yields, cleared);
    pair.turn();
    List<Value> bars = reverse(popped, seeds, shadows);
    cleared.forEach(shadow -> RuntimeCalls.clear(pair.reverse(), shadow));
    return pair.functions(yields, bars);
  }

  /** The shadows of the parameters in the reverse function; null for those that need none. */
  private List<Value> parameterShadows() {
    List<Value> shadows = new ArrayList<>();
    List<Link.Param> params = link.params();
    for (int i = 0; i < params.size(); i++) {
      Value shadow = pair.shadow(i);
      boolean isOutput = params.get(i).isDifferentiated() && params.get(i).written();
      shadows.add(shadow == null && isOutput ? pair.kept(pair.zeros(pair.param(i))) : shadow);
    }
    return shadows;
  }

  /** The adjoints of the real leaves of the result, as the reverse function is given them. */
  private List<Value> seeds(List<Value> results, List<Value> yields, List<Value> cleared) {
    List<Value> seeds = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Value result = results.get(i);
      boolean isActive = pair.isActiveResult(i);
      if (result.type().isReal()) {
        seeds.add(isActive ? pair.seed(result.type()) : pair.reverse().zero(result.type()));
      } else if (result.type().isRealArray()) {
        Value shadow = pair.zeros(result);
        seeds.add(pair.kept(shadow));
        if (isActive) {
          yields.add(shadow);
          cleared.add(seeds.get(seeds.size() - 1));
        }
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
    Value gradient = LinkedCode.apply(link, pullback, seeds, pair.reverse());
    List<Value> bars = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      Link.Param param = params.get(i);
      Value part =
          param.isDifferentiated() ? LinkedCode.derivative(param, gradient, pair.reverse()) : null;
      hand(part, pair.param(i), shadows.get(i), param, bars);
    }
    return bars;
  }

  private void hand(Value part, Value param, Value shadow, Link.Param of, List<Value> bars) {
    if (param.type().isReal() && pair.isActive(param)) {
      bars.add(part != null ? part : pair.reverse().zero(param.type()));
    } else if (shadow != null && part != null && pair.isActive(param)) {
      if (of.written()) {
        RuntimeCalls.clear(pair.reverse(), shadow);
      }
      RuntimeCalls.add(pair.reverse(), shadow, part);
    }
  }
}
