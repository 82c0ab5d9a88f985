package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Arrays that each iteration of a loop makes and leaves on the tape for the iteration with the same
 * index of a loop behind it, which counts back. Between the two nothing else happens to references
 * on that tape, so what an iteration takes is what the one with its index has left.
 */
final class Handovers {
  private static final Type DOUBLES = Type.array(Primitive.DOUBLE, 1);

  private final Map<Value, Op> definitions = new HashMap<>();
  private final List<Handover> found = new ArrayList<>();

  private Handovers() {}

  /**
   * One of them.
   *
   * @param around the region of both loops
   */
  record Handover(Region around, Op.For from, Op.Push push, Op.For to, Op.Pop pop) {
    /** The array as the first loop makes it. */
    Value made() {
      return push.pushed();
    }

    /** The array as the second loop takes it. */
    Value taken() {
      return pop.value();
    }
  }

  /** All in a function. */
  static List<Handover> in(Region function) {
    Handovers handovers = new Handovers();
    handovers.define(function);
    handovers.walk(function);
    return handovers.found;
  }

  private void define(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(r -> definitions.put(r, op));
      op.regions().forEach(this::define);
    }
  }

  private void walk(Region region) {
    for (int i = 0; i < region.ops().size(); i++) {
      Op op = region.ops().get(i);
      if (op instanceof Op.For loop) {
        List<Op> behind = region.ops().subList(i + 1, region.ops().size());
        pushes(loop).forEach((tape, pushes) -> match(region, loop, tape, pushes, behind));
      }
      op.regions().forEach(this::walk);
    }
  }

  /** What a loop pushes in each iteration, by tape. */
  private static Map<Value, List<Op.Push>> pushes(Op.For loop) {
    Map<Value, List<Op.Push>> pushes = new HashMap<>();
    for (Op op : loop.body().ops()) {
      if (op instanceof Op.Push push && isReference(push.pushed())) {
        pushes.computeIfAbsent(push.tape(), t -> new ArrayList<>()).add(push);
      }
    }
    return pushes;
  }

  private void match(
      Region region, Op.For from, Value tape, List<Op.Push> pushes, List<Op> behind) {
    Optional<Op> next = behind.stream().filter(op -> concerns(op, tape)).findFirst();
    boolean countsUp = from.step() == 1 && from.index().type() == Primitive.INT;
    if (!countsUp
        || from.body().isTerminated()
        || !startsNearZero(from)
        || next.isEmpty()
        || !(next.get() instanceof Op.For to)
        || !isReverse(from, to)) {
      return;
    }
    List<Op> there = to.body().ops().stream().filter(op -> concerns(op, tape)).toList();
    boolean arePops = there.stream().allMatch(Op.Pop.class::isInstance);
    if (!arePops || there.size() != pushes.size() || touches(from, tape) != pushes.size()) {
      return;
    }
    for (int i = 0; i < pushes.size(); i++) {
      Op.Push push = pushes.get(i);
      if (isMadeIn(from.body(), push.pushed(), pushes)) {
        Op.Pop pop = (Op.Pop) there.get(there.size() - 1 - i);
        found.add(new Handover(region, from, push, to, pop));
      }
    }
  }

  private static long touches(Op.For loop, Value tape) {
    return loop.body().ops().stream().filter(op -> concerns(op, tape)).count();
  }

  /** Whether references on the tape may come or go, or the tape is given to somebody. */
  private static boolean concerns(Op op, Value tape) {
    return concernsItself(op, tape)
        || op.regions().stream().flatMap(r -> r.ops().stream()).anyMatch(o -> concerns(o, tape));
  }

  private static boolean concernsItself(Op op, Value tape) {
    if (op instanceof Op.Push push) {
      return push.tape() == tape && isReference(push.pushed());
    }
    if (op instanceof Op.Pop pop) {
      return pop.tape() == tape && isReference(pop.value());
    }
    return op.operands().contains(tape);
  }

  private static boolean isReference(Value value) {
    return !(value.type() instanceof Primitive);
  }

  private static boolean isMadeIn(Region body, Value array, List<Op.Push> pushes) {
    return array.type().equals(DOUBLES)
        && pushes.stream().filter(p -> p.pushed() == array).count() == 1
        && body.ops().stream()
            .anyMatch(op -> op instanceof Op.NewArray made && made.value() == array);
  }

  /** Places are counted from zero, so that few are empty. */
  private boolean startsNearZero(Op.For loop) {
    return number(loop.lower()).filter(n -> n >= 0 && n <= 8).isPresent();
  }

  private Optional<Integer> number(Value value) {
    return definitions.get(value) instanceof Op.Const c && c.constant() instanceof Integer number
        ? Optional.of(number)
        : Optional.empty();
  }

  private boolean isReverse(Op.For from, Op.For to) {
    return to.step() == -1
        && to.inclusive()
        && isSame(to.upper(), from.lower())
        && (from.inclusive() ? isSame(to.lower(), from.upper()) : isNumberBefore(to.lower(), from));
  }

  private boolean isSame(Value a, Value b) {
    return a == b || number(a).isPresent() && number(a).equals(number(b));
  }

  private boolean isNumberBefore(Value last, Op.For from) {
    Value end = from.upper();
    if (number(last).isPresent()) {
      return number(end).filter(n -> n - 1 == number(last).get()).isPresent();
    }
    return definitions.get(last) instanceof Op.Apply before
        && before.operator() == Operator.SUB
        && number(before.args().get(1)).filter(n -> n == 1).isPresent()
        && isEnd(before.args().get(0), from);
  }

  /** The end of a loop, or its start if that is farther, where it has no iterations. */
  private boolean isEnd(Value value, Op.For from) {
    if (value == from.upper()) {
      return true;
    }
    return definitions.get(value) instanceof Op.Apply most
        && most.operator() == Operator.MAX
        && Stream.of(from.upper(), from.lower())
            .allMatch(end -> most.args().stream().anyMatch(arg -> isSame(arg, end)));
  }
}
