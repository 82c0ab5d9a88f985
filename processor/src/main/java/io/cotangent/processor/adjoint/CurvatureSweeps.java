package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.tangent.LinkedCode;
import io.cotangent.processor.tangent.Products;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward and reverse function of a gradient {@code x -> (f(x), g(x))} that is computed elsewhere.
 * The Hessian is symmetric: the adjoint of {@code x} is {@code H(x) gBar + fBar g(x)}. The point is
 * kept, since the Hessian is evaluated there when {@code gBar} is known.
 */
final class CurvatureSweeps {
  private final LinkedPair pair;
  private final Link link;

  CurvatureSweeps(LinkedPair pair) {
    this.pair = pair;
    this.link = pair.link();
  }

  List<Function> functions() {
    List<Value> found = pair.gradient();
    List<Value> point = new ArrayList<>();
    pair.params().forEach(param -> point.add(pair.keptAsItIs(param)));
    List<Value> yields = new ArrayList<>(found);
    boolean hasValue = pair.isActiveResult(0);
    Value seed = hasValue ? pair.seed(found.get(0).type()) : null;
    List<Value> gradient = new ArrayList<>();
    List<Value> direction = new ArrayList<>();
    for (int i = 1; i < found.size(); i++) {
      gradient.add(hasValue ? pair.keptAsItIs(found.get(i)) : null);
      direction.add(direction(i, found.get(i), yields));
    }
    List<Value> shadows = new ArrayList<>();
    for (int i = 0; i < pair.params().size(); i++) {
      shadows.add(pair.shadow(i));
    }
    pair.turn();
    point.addAll(direction);
    Value curvature = LinkedCode.curvature(link, point, pair.reverse());
    List<Value> bars = hand(seed, gradient, curvature, shadows);
    direction.stream()
        .filter(d -> d.type().isReference())
        .forEach(d -> RuntimeCalls.clear(pair.reverse(), d));
    return pair.functions(yields, bars);
  }

  /** The adjoint of one part of the gradient, in the reverse function. */
  private Value direction(int index, Value part, List<Value> yields) {
    boolean isActive = pair.isActiveResult(index);
    if (part.type().isReal()) {
      return isActive ? pair.seed(part.type()) : pair.reverse().zero(part.type());
    }
    Value shadow = pair.zeros(part);
    if (isActive) {
      yields.add(shadow);
    }
    return pair.kept(shadow);
  }

  private List<Value> hand(Value seed, List<Value> gradient, Value curvature, List<Value> shadows) {
    List<Value> bars = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < shadows.size(); i++) {
      boolean isFound = link.params().get(i).isDifferentiated();
      int at = isFound ? next++ : 0;
      Value param = pair.param(i);
      if (param.type().isReal() && pair.isActive(param)) {
        bars.add(
            isFound
                ? number(seed, gradient.get(at), product(i, curvature))
                : pair.reverse().zero(param.type()));
      } else if (isFound && shadows.get(i) != null) {
        RuntimeCalls.add(pair.reverse(), shadows.get(i), product(i, curvature));
        if (seed != null) {
          RuntimeCalls.addScaled(pair.reverse(), shadows.get(i), gradient.get(at), seed);
        }
      }
    }
    return bars;
  }

  private Value product(int param, Value curvature) {
    return LinkedCode.product(link.params().get(param), curvature, pair.reverse());
  }

  private Value number(Value seed, Value derivative, Value hessian) {
    return seed == null
        ? hessian
        : pair.reverse()
            .apply(Operator.ADD, hessian, Products.of(seed, derivative, pair.reverse()));
  }
}
