package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects in a local what a loop adds to one element of a shadow. In: both sweeps in one function.
 * Out: the same where {@code aBar[k] += v}, with {@code aBar} and {@code k} from outside the loop,
 * is a sum the loop carries, added to the element behind the loop.
 *
 * <p>That is right if everything the loop does to that shadow, and to what may be the same array,
 * is such an addition: the order of additions does not matter to an adjoint. A sum of zero is not
 * added, so that the element of a loop that never runs is not touched.
 */
final class AdjointSums {
  private final Predicate<Value> isShadow;
  private final Memory memory;
  private final Additions additions;

  private AdjointSums(Function function, Predicate<Value> isShadow) {
    this.isShadow = isShadow;
    this.additions = new Additions(function.body());
    this.memory =
        Memory.of(
            new Unit(function.name(), Map.of(function.name(), function)),
            List.of(onTape(function.body(), isShadow), onTape(function.body(), isShadow.negate())));
  }

  /**
   * Collects.
   *
   * @param isShadow whether an array holds adjoints
   */
  static Function collect(Function function, Predicate<Value> isShadow) {
    if (function.body().has(Op.Call.class::isInstance)) {
      return function;
    }
    return function.withBody(new AdjointSums(function, isShadow).region(function.body()));
  }

  /** Arrays that go to the tape or come from there: those of one kind may be the same. */
  private static List<Value> onTape(Region region, Predicate<Value> kind) {
    List<Value> arrays = new ArrayList<>();
    for (Op op : region.ops()) {
      Value value =
          op instanceof Op.Push push
              ? push.pushed()
              : op instanceof Op.Pop pop ? pop.value() : null;
      if (value != null && value.type() instanceof ArrayType && kind.test(value)) {
        arrays.add(value);
      }
      op.regions().forEach(r -> arrays.addAll(onTape(r, kind)));
    }
    return arrays;
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> regions = op.regions().stream().map(this::region).toList();
      Op inner = op.rebuild(op.results(), op.operands(), regions);
      if (inner instanceof Op.For loop
          && !loop.body().isTerminated()
          && !loop.body().has(AdjointSums::mayTouchAnything)) {
        ops.addAll(loop(loop));
      } else {
        ops.add(inner);
      }
    }
    return new Region(region.params(), ops, region.yields());
  }

  private static boolean mayTouchAnything(Op op) {
    return op instanceof Op.Opaque opaque && opaque.nature() != Op.Opaque.Nature.PURE
        || op instanceof Op.CopyArray;
  }

  private List<Op> loop(Op.For loop) {
    Set<Value> inside = new HashSet<>(loop.body().params());
    loop.body().ops().forEach(op -> inside.addAll(op.results()));
    List<Additions.Addition> moved = new ArrayList<>();
    for (Additions.Addition addition : additions.in(loop.body())) {
      boolean isOutside = !inside.contains(addition.array()) && !inside.contains(addition.index());
      if (isOutside && isShadow.test(addition.array()) && onlyGrows(addition, loop.body())) {
        moved.add(addition);
      }
    }
    return moved.isEmpty() ? List.of(loop) : CollectingLoop.of(loop, moved);
  }

  /** Whether all that a region does to the array is adding to it. */
  private boolean onlyGrows(Additions.Addition addition, Region region) {
    List<Additions.Addition> here = additions.in(region);
    for (Op op : region.ops()) {
      boolean isAdding = here.stream().anyMatch(a -> a.load() == op || a.store() == op);
      if (!isAdding && touches(op, addition.array())) {
        return false;
      }
      if (!op.regions().stream().allMatch(r -> onlyGrows(addition, r))) {
        return false;
      }
    }
    return true;
  }

  private boolean touches(Op op, Value array) {
    Value touched =
        op instanceof Op.Load load ? load.array() : op instanceof Op.Store s ? s.array() : null;
    return touched != null
        && touched.type().equals(array.type())
        && memory.mayBeSame(touched, array);
  }
}
