package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Writes a loop that carries sums instead of adding to elements of arrays. */
final class CollectingLoop {
  private CollectingLoop() {}

  /** The loop without the additions, and what adds the sums behind it. */
  static List<Op> of(Op.For loop, List<Additions.Addition> moved) {
    Builder out = new Builder(loop.origin());
    List<Value> inits = new ArrayList<>(loop.inits());
    List<Value> results = new ArrayList<>(loop.results());
    List<Value> params = new ArrayList<>(loop.body().params());
    List<Value> yields = new ArrayList<>(loop.body().yields());
    List<Op> body = new ArrayList<>(loop.body().ops());
    for (Additions.Addition addition : moved) {
      Op.Apply sum = addition.sum();
      Value param = new Value(sum.value().type(), addition.array().name());
      inits.add(out.zero(param.type()));
      params.add(param);
      results.add(param.copy());
      yields.add(sum.value());
      List<Value> args = new ArrayList<>(sum.args());
      args.set(args.indexOf(addition.load().value()), param);
      Op carried = new Op.Apply(sum.value(), sum.operator(), sum.strict(), args, sum.origin());
      body.replaceAll(op -> op == sum ? carried : op);
      body.removeIf(op -> op == addition.load() || op == addition.store());
    }
    Region region = new Region(params, body, yields);
    out.add(
        new Op.For(
            results,
            loop.lower(),
            loop.upper(),
            loop.step(),
            loop.inclusive(),
            inits,
            region,
            loop.origin()));
    int first = loop.results().size();
    for (int i = 0; i < moved.size(); i++) {
      add(out, moved.get(i), results.get(first + i));
    }
    return out.ops();
  }

  /** {@code if (sum != 0) a[k] += sum}. */
  private static void add(Builder out, Additions.Addition addition, Value sum) {
    Value isSome = out.apply(Operator.NE, sum, out.zero(sum.type()));
    Builder then = out.nested();
    Value old = then.load(addition.array(), addition.index(), "");
    then.store(addition.array(), addition.index(), then.apply(Operator.ADD, old, sum));
    Region nothing = new Region(List.of(), List.of(), List.of());
    out.add(new Op.If(List.of(), isSome, then.region(List.of(), List.of()), nothing, out.origin()));
  }
}
