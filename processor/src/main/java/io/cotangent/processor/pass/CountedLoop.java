package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A While that counts: one carried whole number is compared with a bound that stays the same, and
 * changed by a constant at the end of the body; nothing else happens in the condition.
 *
 * @param hoisted operations of the condition that do not change, to run once in front of the loop
 * @param slot the index of the counter among the carried values
 */
record CountedLoop(
    Op.While loop, Carried carried, List<Op> hoisted, int slot, Bound bound, int step) {

  /** The loop as a counted one, if it is. */
  static Optional<CountedLoop> match(Op.While loop, Definitions definitions) {
    Optional<Carried> carried = Carried.of(loop);
    if (carried.isEmpty()) {
      return Optional.empty();
    }
    LoopCondition condition = new LoopCondition(loop, carried.get(), definitions);
    if (!condition.isSimple()) {
      return Optional.empty();
    }
    return condition
        .bound()
        .flatMap(
            bound -> {
              int slot = loop.before().params().indexOf(bound.counter());
              long step = step(loop, carried.get(), slot, definitions);
              boolean ends = bound.isUpper() ? step > 0 : step < 0;
              return ends && step == (int) step && !overflows(loop, slot, bound, step, definitions)
                  ? Optional.of(
                      new CountedLoop(
                          loop, carried.get(), condition.hoisted(), slot, bound, (int) step))
                  : Optional.empty();
            });
  }

  /**
   * Whether the counter is known to pass the end of its range: behind the bound, or before the
   * start when the loop is reversed. Such a loop does not just count.
   */
  private static boolean overflows(
      Op.While loop, int slot, Bound bound, long step, Definitions definitions) {
    boolean isInt = bound.counter().type() == Primitive.INT;
    long least = isInt ? Integer.MIN_VALUE : Long.MIN_VALUE;
    long most = isInt ? Integer.MAX_VALUE : Long.MAX_VALUE;
    Object start = definitions.constant(loop.inits().get(slot));
    Object end = definitions.constant(bound.value());
    boolean startsFar =
        start instanceof Number n
            && (step > 0 ? n.longValue() < least + step : n.longValue() > most + step);
    long beyond = step > 0 ? step - 1 : step + 1;
    boolean endsFar =
        end instanceof Number n
            && (step > 0 ? n.longValue() > most - beyond : n.longValue() < least - beyond);
    return startsFar || endsFar;
  }

  /** What an iteration adds to the counter; 0 if that is not a constant. */
  private static long step(Op.While loop, Carried carried, int slot, Definitions definitions) {
    long step = 0;
    Value at = loop.body().yields().get(slot);
    while (true) {
      int param = loop.body().params().indexOf(at);
      if (param >= 0) {
        return carried.sources().get(param) == slot ? step : 0;
      }
      Op.Apply sum = definitions.application(at, Operator.ADD);
      Op.Apply difference = definitions.application(at, Operator.SUB);
      if (sum != null && definitions.constant(sum.args().get(1)) instanceof Number n) {
        step += n.longValue();
        at = sum.args().get(0);
      } else if (sum != null && definitions.constant(sum.args().get(0)) instanceof Number n) {
        step += n.longValue();
        at = sum.args().get(1);
      } else if (difference != null
          && definitions.constant(difference.args().get(1)) instanceof Number n) {
        step -= n.longValue();
        at = difference.args().get(0);
      } else {
        return 0;
      }
    }
  }

  /**
   * Appends the For.
   *
   * @param results receives what the results of the While are replaced by
   * @param isUsed whether anything uses a value
   */
  void emit(List<Op> ops, Substitution results, Predicate<Value> isUsed) {
    ops.addAll(hoisted);
    boolean keepsCounter = needsCounter(isUsed) && !hasExitFormula();
    Counting counting = new Counting(this, keepsCounter);
    ops.add(counting.loop());
    for (int i = 0; i < loop.results().size(); i++) {
      int source = carried.sources().get(i);
      Value result = loop.results().get(i);
      if (source == slot && !keepsCounter) {
        if (isUsed.test(result)) {
          results.put(result, exitValue(ops));
        }
      } else {
        results.put(result, counting.resultOf(i));
      }
    }
  }

  private boolean needsCounter(Predicate<Value> isUsed) {
    for (int i = 0; i < loop.results().size(); i++) {
      if (carried.sources().get(i) == slot && isUsed.test(loop.results().get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasExitFormula() {
    return step == 1 || step == -1;
  }

  /**
   * The counter after a loop of step one: the first value that fails the condition, or the initial
   * one if no iteration runs. The bound of an inclusive loop that ends is not the last number there
   * is, so nothing overflows.
   */
  private Value exitValue(List<Op> ops) {
    Builder builder = new Builder(loop.origin());
    Value first = bound.value();
    if (bound.inclusive()) {
      Type type = first.type();
      Object one = type == Primitive.LONG ? (Object) (long) step : (Object) step;
      first = builder.apply(Operator.ADD, first, builder.constant(type, one));
    }
    Operator farther = step > 0 ? Operator.MAX : Operator.MIN;
    List<Value> args = List.of(loop.inits().get(slot), first);
    Value exit = builder.apply(farther, first.type(), counter().name(), args);
    ops.addAll(builder.ops());
    return exit;
  }

  /** The counter as the condition sees it. */
  Value counter() {
    return loop.before().params().get(slot);
  }

  /** The body over the parameters of {@code before}. */
  Region body() {
    Substitution params = new Substitution();
    for (int i = 0; i < loop.body().params().size(); i++) {
      params.put(loop.body().params().get(i), handedOn(i));
    }
    return params.apply(loop.body());
  }

  /** What is handed on in a place, unchanging values as they were before the loop. */
  Value handedOn(int index) {
    return carried.invariants().get(loop.before().yields().get(1 + index));
  }

  /** The carried values that change, the counter not among them. */
  List<Integer> changing() {
    List<Integer> slots = new ArrayList<>();
    for (int i = 0; i < loop.before().params().size(); i++) {
      Value param = loop.before().params().get(i);
      if (i != slot && carried.invariants().get(param) == param) {
        slots.add(i);
      }
    }
    return slots;
  }
}
