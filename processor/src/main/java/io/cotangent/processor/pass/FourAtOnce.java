package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a loop that runs four iterations at once as long as it can, and the loop for the rest. */
final class FourAtOnce {
  private static final int COUNT = 4;
  private static final String BLOCKS = "{io.cotangent.runtime.Blocks}";

  private final JammedLoop jammed;
  private final Op.For loop;
  private final Builder out;
  private final List<Map<Value, Value>> names = new ArrayList<>();

  FourAtOnce(JammedLoop jammed) {
    this.jammed = jammed;
    this.loop = jammed.loop();
    this.out = new Builder(loop.origin());
  }

  /** What takes the place of the loop. */
  List<Op> ops() {
    Value end = end();
    List<Value> params = loop.body().params().stream().map(Value::copy).toList();
    List<Value> between = loop.results().stream().map(Value::copy).toList();
    Region body = body(params);
    out.add(
        new Op.For(between, loop.lower(), end, COUNT, false, loop.inits(), body, loop.origin()));
    out.add(
        new Op.For(
            loop.results(), end, loop.upper(), 1, false, between, loop.body(), loop.origin()));
    return out.ops();
  }

  /** How far nothing is missing that four iterations read before the first one is over. */
  private Value end() {
    Value from = loop.lower();
    Value end = pure(".end(#0, #1)", List.of(from, loop.upper()));
    List<Value> rows = jammed.rows();
    for (Value array : jammed.arraysAtIndex()) {
      if (!rows.contains(array)) {
        end = pure(".within(#0, #1, #2)", List.of(array, from, end));
      }
    }
    Value length =
        jammed
            .boundArray()
            .map(array -> pure(".length(#0)", List.of(array)))
            .orElse(jammed.inner().upper());
    for (Value array : jammed.arraysInside()) {
      if (jammed.boundArray().filter(a -> a == array).isEmpty()) {
        end = pure(".reaching(#0, #1, #2, #3)", List.of(array, from, end, length));
      }
    }
    for (Value array : rows) {
      end = pure(".rows(#0, #1, #2, #3)", List.of(array, from, end, length));
    }
    return end;
  }

  private Value pure(String call, List<Value> args) {
    Value result = new Value(Primitive.INT, "end");
    out.add(
        new Op.Opaque(
            List.of(result), BLOCKS + call, args, Op.Opaque.Nature.PURE, "", loop.origin()));
    return result;
  }

  private Region body(List<Value> params) {
    Builder body = out.nested();
    for (int i = 0; i < COUNT; i++) {
      Value index = params.get(0);
      if (i > 0) {
        index = body.apply(Operator.ADD, index, body.intConstant(i));
      }
      names.add(new HashMap<>(Map.of(loop.index(), index)));
    }
    cloneEach(jammed.prefix(), body);
    inner(body);
    List<Value> carried = params.subList(1, params.size());
    for (Map<Value, Value> own : names) {
      for (int i = 0; i < carried.size(); i++) {
        own.put(loop.carried().get(i), carried.get(i));
      }
      body.addAll(Substitution.clone(jammed.suffix(), own));
      carried = new Substitution(own).get(loop.body().yields());
    }
    return body.region(params, carried);
  }

  /** Each operation once for each iteration, or once if it is the same in all. */
  private void cloneEach(List<Op> ops, Builder body) {
    for (Op op : ops) {
      boolean varies = jammed.isVarying(op);
      for (int i = 0; i < COUNT; i++) {
        if (i == 0 || varies) {
          body.addAll(Substitution.clone(List.of(op), names.get(i)));
        } else {
          Map<Value, Value> first = names.get(0);
          Map<Value, Value> own = names.get(i);
          op.results().forEach(result -> own.put(result, first.get(result)));
        }
      }
    }
  }

  private void inner(Builder out) {
    Op.For inner = jammed.inner();
    Value index = inner.index().copy();
    List<Value> params = new ArrayList<>(List.of(index));
    List<Value> inits = new ArrayList<>();
    List<Value> results = new ArrayList<>();
    for (Map<Value, Value> own : names) {
      Substitution named = new Substitution(own);
      inits.addAll(named.get(inner.inits()));
      own.put(inner.index(), index);
      for (int i = 0; i < inner.carried().size(); i++) {
        params.add(copied(inner.carried().get(i), own));
        results.add(copied(inner.results().get(i), own));
      }
    }
    Builder body = out.nested();
    cloneEach(inner.body().ops(), body);
    List<Value> yields = new ArrayList<>();
    names.forEach(own -> yields.addAll(new Substitution(own).get(inner.body().yields())));
    Substitution first = new Substitution(names.get(0));
    out.add(
        new Op.For(
            results,
            first.get(inner.lower()),
            first.get(inner.upper()),
            1,
            false,
            inits,
            body.region(params, yields),
            inner.origin()));
  }

  private static Value copied(Value value, Map<Value, Value> names) {
    Value copy = value.copy();
    names.put(value, copy);
    return copy;
  }
}
