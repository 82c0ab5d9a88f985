package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.tangent.LinkedCode;
import io.cotangent.processor.tangent.Products;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward and reverse function of {@code x -> (f(x), f'(x), ...)} that is computed elsewhere: the
 * derivative of each result is the next one.
 */
final class SeriesSweeps {
  private SeriesSweeps() {}

  static List<Function> functions(LinkedPair pair) {
    int count = pair.link().count();
    List<Value> found = LinkedCode.series(pair.link(), count + 1, pair.params(), pair.forward());
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      parts.add(pair.isActiveResult(i) ? pair.kept(found.get(i + 1)) : null);
    }
    List<Value> seeds = new ArrayList<>();
    parts.forEach(part -> seeds.add(part == null ? null : pair.seed(part.type())));
    for (int i = 0; i < pair.params().size(); i++) {
      pair.shadow(i);
    }
    pair.turn();
    Value sum = pair.reverse().zero(Primitive.DOUBLE);
    for (int i = 0; i <= count; i++) {
      if (parts.get(i) != null) {
        Value product = Products.of(seeds.get(i), parts.get(i), pair.reverse());
        sum = pair.reverse().apply(Operator.ADD, sum, product);
      }
    }
    return pair.functions(found.subList(0, count + 1), bars(pair, sum));
  }

  private static List<Value> bars(LinkedPair pair, Value found) {
    List<Value> bars = new ArrayList<>();
    for (int i = 0; i < pair.params().size(); i++) {
      Link.Param param = pair.link().params().get(i);
      if (param.type().isReal() && pair.isActive(pair.param(i))) {
        bars.add(param.isDifferentiated() ? found : pair.reverse().zero(param.type()));
      }
    }
    return bars;
  }
}
