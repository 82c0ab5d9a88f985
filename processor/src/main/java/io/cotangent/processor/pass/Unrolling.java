package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Writes short loops out. In: any IR. Out: the same without counted loops whose bounds are
 * constants close to each other and whose body is small; the innermost first, so that a loop over
 * them may become small enough in turn.
 */
public final class Unrolling {
  private static final int MOST_TRIPS = 8;

  /** The most operations a loop may become. */
  private static final int LOOP_BUDGET = 240;

  /** The most operations of a function in which loops are written out. */
  private static final int FUNCTION_BUDGET = 2000;

  /** Bounds that are constants only after an outer loop has been written out need another round. */
  private static final int ROUNDS = 3;

  private final Definitions definitions;
  private final Substitution replaced = new Substitution();
  private final BiConsumer<Op, String> log;
  private int size;
  private boolean changed;

  private Unrolling(Region body, BiConsumer<Op, String> log) {
    this.definitions = Definitions.of(body);
    this.size = body.size();
    this.log = log;
  }

  /** Writes loops out in every function, and simplifies what has changed. */
  public static Unit run(Unit unit) {
    return run(unit, (loop, reason) -> {});
  }

  /**
   * Does the same.
   *
   * @param log is told of each loop that is written out, and why
   */
  public static Unit run(Unit unit, BiConsumer<Op, String> log) {
    return unit.map(f -> function(f, log));
  }

  private static Function function(Function function, BiConsumer<Op, String> log) {
    Region body = function.body();
    for (int round = 0; round < ROUNDS; round++) {
      Unrolling unrolling = new Unrolling(body, log);
      Region unrolled = unrolling.region(body);
      if (!unrolling.changed) {
        break;
      }
      body = Simplify.sweep(unrolled, Simplify.Mode.EXACT);
    }
    return function.withBody(body);
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> regions = op.regions().stream().map(this::region).toList();
      Op rebuilt = op.rebuild(op.results(), replaced.get(op.operands()), regions);
      if (rebuilt instanceof Op.For loop && isShort(loop)) {
        unroll(loop, ops);
      } else {
        ops.add(rebuilt);
      }
    }
    return new Region(region.params(), ops, replaced.get(region.yields()));
  }

  private boolean isShort(Op.For loop) {
    long trips = trips(loop);
    long grown = trips * loop.body().size();
    return trips >= 0
        && trips <= MOST_TRIPS
        && grown <= LOOP_BUDGET
        && size + grown <= FUNCTION_BUDGET
        && !loop.body().isTerminated();
  }

  /** How often the body runs; -1 if that is not known here. */
  private long trips(Op.For loop) {
    if (!(definitions.constant(loop.lower()) instanceof Number lower)
        || !(definitions.constant(loop.upper()) instanceof Number upper)) {
      return -1;
    }
    boolean isFar =
        Math.abs(lower.longValue()) > Integer.MAX_VALUE / 2
            || Math.abs(upper.longValue()) > Integer.MAX_VALUE / 2;
    if (isFar) {
      return -1;
    }
    long span = upper.longValue() - lower.longValue();
    long step = Math.abs((long) loop.step());
    long distance = (loop.step() > 0 ? span : -span) + (loop.inclusive() ? 1 : 0);
    return distance <= 0 ? 0 : (distance + step - 1) / step;
  }

  private void unroll(Op.For loop, List<Op> out) {
    changed = true;
    long trips = trips(loop);
    log.accept(loop, trips + " times " + loop.body().size() + " operations");
    size += (int) (trips - 1) * loop.body().size();
    long index = ((Number) definitions.constant(loop.lower())).longValue();
    List<Value> carried = loop.inits();
    for (long trip = 0; trip < trips; trip++, index += loop.step()) {
      Builder constant = new Builder(loop.origin());
      Map<Value, Value> map = new HashMap<>();
      map.put(loop.index(), index(constant, loop.index().type(), index));
      for (int i = 0; i < carried.size(); i++) {
        map.put(loop.carried().get(i), carried.get(i));
      }
      out.addAll(constant.ops());
      out.addAll(Substitution.clone(loop.body().ops(), map));
      carried = new Substitution(map).get(loop.body().yields());
    }
    replaced.putAll(loop.results(), carried);
  }

  private static Value index(Builder out, Type type, long index) {
    return out.constant(type, type == Primitive.LONG ? (Object) index : (Object) (int) index);
  }
}
