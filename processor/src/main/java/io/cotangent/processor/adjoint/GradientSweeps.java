package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.tangent.Products;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward and reverse function of a method that gives a number and whose code is elsewhere: the
 * forward function has the gradient computed with the value and leaves it on the tape, the reverse
 * function multiplies.
 */
final class GradientSweeps {
  private GradientSweeps() {}

  static List<Function> functions(LinkedPair pair) {
    List<Value> found = pair.gradient();
    List<Value> parts = new ArrayList<>();
    List<Value> shadows = new ArrayList<>();
    int next = 1;
    for (int i = 0; i < pair.params().size(); i++) {
      Value part = pair.link().params().get(i).isDifferentiated() ? found.get(next++) : null;
      boolean isActive = pair.isActive(pair.param(i));
      parts.add(part != null && isActive ? pair.kept(part) : null);
      shadows.add(pair.shadow(i));
    }
    Value seed =
        pair.isActiveResult(0)
            ? pair.seed(found.get(0).type())
            : pair.reverse().zero(found.get(0).type());
    pair.turn();
    return pair.functions(List.of(found.get(0)), multiply(pair, seed, parts, shadows));
  }

  /** Adds into shadows and returns the adjoints of numbers. */
  private static List<Value> multiply(
      LinkedPair pair, Value seed, List<Value> parts, List<Value> shadows) {
    List<Value> bars = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Value part = parts.get(i);
      Link.Param param = pair.link().params().get(i);
      if (param.type().isReal() && pair.isActive(pair.param(i))) {
        bars.add(
            part == null
                ? pair.reverse().zero(param.type())
                : Products.of(seed, part, pair.reverse()));
      } else if (shadows.get(i) != null && part != null) {
        RuntimeCalls.addScaled(pair.reverse(), shadows.get(i), part, seed);
      }
    }
    return bars;
  }
}
