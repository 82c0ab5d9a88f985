package io.cotangent.processor.pass;

import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Arrays that iterations of a loop with checkpoints hand on: {@code u = next}, or two that change
 * places. In: any IR. Out: the same, where such a loop has arrays of its own, made before it, into
 * which it copies what it hands on. So its state is numbers and elements of arrays, as a state that
 * is kept has to be. Loops stay as they are if anybody could tell the difference, see {@link
 * Handing}.
 */
public final class HandedArrays {
  private final Region function;
  private final Memory memory;

  private HandedArrays(Function function, Memory memory) {
    this.function = function.body();
    this.memory = memory;
  }

  /** Changes the loops of every function. */
  public static Unit run(Unit unit) {
    if (unit.functions().values().stream().noneMatch(f -> f.body().has(HandedArrays::isWanted))) {
      return unit;
    }
    Memory memory = Memory.of(unit, List.of());
    return unit.map(f -> f.withBody(new HandedArrays(f, memory).region(f.body())));
  }

  private static boolean isWanted(Op op) {
    return op instanceof Op.For && op.origin().snapshots() > 0;
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (isWanted(op) && new Handing(function, region, (Op.For) op, memory).isHidden()) {
        ops.addAll(ownArrays((Op.For) op));
      } else {
        List<Region> regions = op.regions().stream().map(this::region).toList();
        ops.add(op.rebuild(op.results(), op.operands(), regions));
      }
    }
    return new Region(region.params(), ops, region.yields());
  }

  /** The loop behind copies of the arrays it starts with, which are its results, too. */
  private static List<Op> ownArrays(Op.For loop) {
    Builder out = new Builder(new Origin(loop.origin().statement(), loop.origin().site()));
    Substitution own = new Substitution();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < loop.inits().size(); i++) {
      Value result = loop.results().get(i);
      if (result.type().isReference()) {
        Value init = loop.inits().get(i);
        out.add(new Op.CopyArray(result, init, Op.CopyArray.Kind.CLONE, out.origin()));
        own.put(loop.carried().get(i), result);
      } else {
        kept.add(i);
      }
    }
    Builder body = out.nested();
    loop.body().ops().forEach(op -> body.add(own.apply(op)));
    handOn(loop, own, body);
    List<Value> params = new ArrayList<>(List.of(loop.index()));
    params.addAll(of(kept, loop.carried()));
    Region region = body.region(params, own.get(of(kept, loop.body().yields())));
    out.add(
        new Op.For(
            of(kept, loop.results()),
            loop.lower(),
            loop.upper(),
            loop.step(),
            loop.inclusive(),
            of(kept, loop.inits()),
            region,
            loop.origin()));
    return out.ops();
  }

  /** Copies what the iteration hands on, as it is before the first of these arrays changes. */
  private static void handOn(Op.For loop, Substitution own, Builder body) {
    List<Value> from = new ArrayList<>();
    List<Value> to = new ArrayList<>();
    for (int i = 0; i < loop.carried().size(); i++) {
      Value result = loop.results().get(i);
      Value next = loop.body().yields().get(i);
      if (result.type().isReference() && next != loop.carried().get(i)) {
        boolean isOther = loop.carried().contains(next);
        Value at = own.get(next);
        from.add(isOther ? body.copyArray(at, Op.CopyArray.Kind.CLONE, at.name()) : at);
        to.add(result);
      }
    }
    for (int i = 0; i < to.size(); i++) {
      Value source = from.get(i);
      Value target = to.get(i);
      body.eachIndex(
          target, "", (at, index) -> at.store(target, index, at.load(source, index, "")));
    }
  }

  private static List<Value> of(List<Integer> positions, List<Value> values) {
    return positions.stream().map(values::get).toList();
  }
}
