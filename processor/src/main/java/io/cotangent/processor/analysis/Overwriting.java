package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * New arrays of doubles of which each element is set before anything reads it: what they are made
 * with does not matter. The first operation that knows such an array is a loop through all its
 * indices, and the first thing that does with it is to store at the index.
 */
final class Overwriting {
  private static final Type DOUBLES = Type.array(Primitive.DOUBLE, 1);

  private final Map<Value, Op> definitions = new HashMap<>();
  private final Set<Value> found = new HashSet<>();

  private Overwriting() {}

  /** The arrays in a function. */
  static Set<Value> in(Region function) {
    Overwriting overwriting = new Overwriting();
    overwriting.walk(function);
    return overwriting.found;
  }

  private void walk(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(r -> definitions.put(r, op));
    }
    for (int i = 0; i < region.ops().size(); i++) {
      Op op = region.ops().get(i);
      op.regions().forEach(this::walk);
      if (op instanceof Op.NewArray made && made.value().type().equals(DOUBLES)) {
        List<Op> behind = region.ops().subList(i + 1, region.ops().size());
        behind.stream()
            .filter(o -> knows(o, made.value()))
            .findFirst()
            .filter(o -> o instanceof Op.For loop && sets(loop, made))
            .ifPresent(o -> found.add(made.value()));
      }
    }
  }

  private static boolean knows(Op op, Value array) {
    return FreeValues.of(op).contains(array);
  }

  private boolean sets(Op.For loop, Op.NewArray made) {
    Value array = made.value();
    List<Op> here = loop.body().ops().stream().filter(o -> knows(o, array)).toList();
    return !loop.operands().contains(array)
        && !loop.body().yields().contains(array)
        && !loop.body().isTerminated()
        && goesThrough(loop, made.dimensions().get(0))
        && here.get(0) instanceof Op.Store
        && here.stream().allMatch(o -> isAt(o, array, loop.index()));
  }

  private static boolean isAt(Op op, Value array, Value index) {
    return op instanceof Op.Store store
        ? store.array() == array && store.index() == index
        : op instanceof Op.Load load && load.index() == index;
  }

  private boolean goesThrough(Op.For loop, Value length) {
    if (loop.step() == 1) {
      return !loop.inclusive() && isNumber(loop.lower(), 0) && loop.upper() == length;
    }
    return loop.step() == -1
        && loop.inclusive()
        && isNumber(loop.upper(), 0)
        && definitions.get(loop.lower()) instanceof Op.Apply last
        && last.operator() == Operator.SUB
        && last.args().get(0) == length
        && isNumber(last.args().get(1), 1);
  }

  private boolean isNumber(Value value, int number) {
    return definitions.get(value) instanceof Op.Const c && c.constant().equals(number);
  }
}
