package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program with several results as one with one more, the sum of all numbers in them, each times
 * its seed: its gradient is what a {@code vjp} adds into the buffers.
 */
final class SeededResults {
  private SeededResults() {}

  /**
   * The program whose root takes a seed for each result as well.
   *
   * @param name what the root is called
   */
  static Unit of(Unit unit, String name) {
    Function root = unit.rootFunction();
    List<Value> params = new ArrayList<>();
    root.params().forEach(p -> params.add(p.copy()));
    Builder out = new Builder(Origin.NONE);
    List<Value> results = new ArrayList<>(NestedGradient.call(out, unit, List.copyOf(params)));
    Value sum = out.zero(Primitive.DOUBLE);
    for (Value result : List.copyOf(results)) {
      Value seed = new Value(result.type(), "seed");
      params.add(seed);
      if (result.type().isDifferentiable()) {
        sum = add(out, sum, result, seed);
      }
    }
    results.add(sum);
    List<Type> types = results.stream().map(Value::type).toList();
    Map<String, Function> functions = new LinkedHashMap<>(unit.functions());
    functions.put(name, new Function(name, out.region(params, results), types));
    return new Unit(name, functions);
  }

  /** A seed of another shape fails, as it has no element where the result has one. */
  private static Value add(Builder out, Value sum, Value result, Value seed) {
    if (!(result.type() instanceof ArrayType)) {
      Value product = out.apply(Operator.MUL, seed, result);
      return out.apply(Operator.ADD, sum, out.cast(product, Primitive.DOUBLE));
    }
    Value longer = out.apply(Operator.MAX, out.length(result), out.length(seed));
    Value index = new Value(Primitive.INT, "i");
    Value carried = new Value(Primitive.DOUBLE, "sum");
    Builder body = out.nested();
    Value next = add(body, carried, body.load(result, index, ""), body.load(seed, index, ""));
    Region region = body.region(List.of(index, carried), List.of(next));
    Value total = new Value(Primitive.DOUBLE, "sum");
    Value zero = out.intConstant(0);
    out.add(new Op.For(List.of(total), zero, longer, 1, false, List.of(sum), region, Origin.NONE));
    return total;
  }
}
