package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.StoragePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reverses a counted loop with checkpoints. The forward sweep runs the plain loop and keeps a few
 * of its states. The reverse sweep takes the iterations last first: it goes back to the latest
 * state that was kept, runs the iterations in between once more, keeping others of their states,
 * then the iteration itself with what its reversal needs, and reverses it at once. Where the
 * reverse sweep is a function of its own, it runs them on arrays of its own.
 */
final class CheckpointPlanner {
  private final Frame frame;
  private final Builder reverse;
  private final Op.For loop;
  private final List<Value> arrays;
  private final Map<Value, Value> own = new LinkedHashMap<>();
  private final CheckpointCalls calls;
  private final Value steps = new Value(Primitive.INT, "steps");

  /**
   * A loop that {@link CheckpointedLoops} accepts.
   *
   * @param reverse the reverse sweep
   */
  CheckpointPlanner(Frame frame, Builder reverse, Op.For loop) {
    this.frame = frame;
    this.reverse = reverse;
    this.loop = loop;
    List<Value> used =
        FreeValues.of(loop.body()).stream().filter(v -> v.type() instanceof ArrayType).toList();
    this.arrays = used.stream().filter(frame.stability()::isWritten).toList();
    if (frame.isReplayed()) {
      used.stream()
          .filter(v -> arrays.contains(v) || frame.stability().belongsToOthers(v))
          .forEach(v -> own.put(v, v.copy()));
    }
    this.calls = new CheckpointCalls(loop.origin().snapshots());
  }

  /**
   * Appends the reverse loop and returns the forward loop.
   *
   * @param forwardBody the body with what its reversal needs
   * @param iteration the reverse iteration, which uses values of the body freely
   */
  List<Op> plan(List<Op> forwardBody, Region iteration, CarriedAdjoints carried) {
    tell();
    List<Value> changed = arrays.stream().filter(array -> !own.containsKey(array)).toList();
    calls.saveEnd(reverse, changed);
    Value step = new Value(Primitive.INT, "step");
    Builder body = reverse.nested();
    List<Value> state = again(body, step);
    Map<Value, Value> names = names(body, step, state);
    names.put(frame.tape(), frame.scratch());
    body.addAll(Substitution.clone(forwardBody, names));
    Region renamed = new Substitution(names).apply(iteration);
    body.addAll(renamed.ops());
    Region region =
        new Region(Lists.join(List.of(step), iteration.params()), body.ops(), renamed.yields());
    Value first = reverse.apply(Operator.SUB, steps, reverse.intConstant(1));
    Value zero = reverse.intConstant(0);
    List<Value> inits = carried.inits(reverse);
    reverse.add(
        new Op.For(
            carried.results(), first, zero, -1, true, inits, Guards.drop(region), loop.origin()));
    calls.loadEnd(reverse, changed);
    return forward();
  }

  private void tell() {
    for (Value value : Lists.join(arrays, loop.carried())) {
      frame.log().held(value, StoragePlan.Way.STATE, "an iteration starts from it");
    }
  }

  /** The plain loop, which keeps states on its way. */
  private List<Op> forward() {
    Builder out = new Builder(loop.origin());
    calls.steps(out, steps, loop);
    calls.create(out, steps);
    own.forEach((array, copy) -> calls.own(out, array, copy));
    Builder body = out.nested();
    Value step = stepOf(body, loop.index());
    keepIfDue(body, step, loop.carried(), arrays);
    body.addAll(WatchedArrays.plain(loop.body().ops()));
    Region region = body.region(loop.body().params(), loop.body().yields());
    out.add(loop.rebuild(loop.results(), loop.operands(), List.of(region)));
    return out.ops();
  }

  /** Runs the iterations from a state that was kept to the one in front of a step. */
  private List<Value> again(Builder out, Value step) {
    Value from = calls.back(out, step);
    List<Value> inits = new ArrayList<>();
    loop.carried().forEach(c -> inits.add(calls.load(out, c)));
    List<Value> contents = arrays.stream().map(array -> own.getOrDefault(array, array)).toList();
    contents.forEach(array -> calls.loadArray(out, array));
    Builder body = out.nested();
    Value index = new Value(Primitive.INT, "again");
    List<Value> state = loop.carried().stream().map(Value::copy).toList();
    keepIfDue(body, index, state, contents);
    Map<Value, Value> names = names(body, index, state);
    body.addAll(Substitution.clone(WatchedArrays.plain(loop.body().ops()), names));
    List<Value> next = new Substitution(names).get(loop.body().yields());
    Region region = body.region(Lists.join(List.of(index), state), next);
    List<Value> results = loop.carried().stream().map(Value::copy).toList();
    out.add(new Op.For(results, from, step, 1, false, inits, Guards.drop(region), loop.origin()));
    return results;
  }

  private void keepIfDue(Builder out, Value step, List<Value> state, List<Value> contents) {
    Value due = calls.isDue(out, step);
    Builder then = out.nested();
    state.forEach(value -> calls.save(then, value));
    contents.forEach(array -> calls.save(then, array));
    Region nothing = out.nested().region(List.of(), List.of());
    out.add(new Op.If(List.of(), due, then.region(List.of(), List.of()), nothing, loop.origin()));
  }

  /** What the values of an iteration's parameters are called in a copy of it. */
  private Map<Value, Value> names(Builder out, Value step, List<Value> state) {
    Map<Value, Value> names = new HashMap<>(own);
    names.put(loop.index(), indexOf(out, step));
    for (int i = 0; i < state.size(); i++) {
      names.put(loop.carried().get(i), state.get(i));
    }
    return names;
  }

  private Value indexOf(Builder out, Value step) {
    Type type = loop.index().type();
    Value stride = out.constant(type, number(type, loop.step()));
    Value distance = out.apply(Operator.MUL, out.cast(step, type), stride);
    return out.apply(Operator.ADD, type, loop.index().name(), List.of(loop.lower(), distance));
  }

  private Value stepOf(Builder out, Value index) {
    boolean isFromZero = frame.repetitions().isNumber(loop.lower(), 0);
    Value distance = isFromZero ? index : out.apply(Operator.SUB, index, loop.lower());
    if (loop.step() == 1) {
      return out.cast(distance, Primitive.INT);
    }
    Value stride = out.constant(index.type(), number(index.type(), loop.step()));
    return out.cast(out.apply(Operator.DIV, distance, stride), Primitive.INT);
  }

  private static Object number(Type type, int value) {
    return type == Primitive.LONG ? (Object) (long) value : (Object) value;
  }
}
