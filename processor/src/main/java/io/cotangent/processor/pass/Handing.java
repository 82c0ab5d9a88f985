package io.cotangent.processor.pass;

import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether nobody can tell a loop that hands arrays on from one that copies their elements: all
 * these arrays are of one length from the beginning to the end; each is handed on once, and made in
 * the iteration or handed to it; only what the loop itself handed on refers to one. If elements of
 * such arrays change, they are made in front of the loop and used by nobody else.
 */
final class Handing {
  private final Region around;
  private final Op.For loop;
  private final Memory memory;
  private final Definitions definitions;
  private final Set<Value> madeInside = new HashSet<>();
  private final List<Integer> positions = new ArrayList<>();
  private final Region function;

  /**
   * The question for one loop.
   *
   * @param function all of the function
   * @param around the region of the loop
   */
  Handing(Region function, Region around, Op.For loop, Memory memory) {
    this.function = function;
    this.around = around;
    this.loop = loop;
    this.memory = memory;
    this.definitions = Definitions.of(function);
    make(loop.body());
    for (int i = 0; i < loop.carried().size(); i++) {
      if (loop.carried().get(i).type().isReference()) {
        positions.add(i);
      }
    }
  }

  private void make(Region region) {
    for (Op op : region.ops()) {
      if (isMaking(op)) {
        madeInside.add(op.result());
      }
      op.regions().forEach(this::make);
    }
  }

  private static boolean isMaking(Op op) {
    return op instanceof Op.NewArray || op instanceof Op.CopyArray;
  }

  /** Whether the loop hands arrays on, and may copy their elements instead. */
  boolean isHidden() {
    return !positions.isEmpty()
        && positions.stream().allMatch(this::isHandedOn)
        && of(loop.body().yields()).size() == positions.size()
        && othersStay(loop.body())
        && (positions.stream().allMatch(this::isOwn)
            || !loop.body().has(this::changes)
                && othersStay(function)
                && positions.stream().allMatch(this::isOnlyRead));
  }

  private Set<Value> of(List<Value> values) {
    Set<Value> found = new HashSet<>();
    positions.forEach(i -> found.add(values.get(i)));
    return found;
  }

  private boolean isHandedOn(int i) {
    Value carried = loop.carried().get(i);
    Value next = loop.body().yields().get(i);
    boolean isFlat = carried.type() instanceof ArrayType type && !type.element().isReference();
    boolean isMade = loop.body().ops().stream().anyMatch(op -> isMaking(op) && op.result() == next);
    boolean isOther = of(loop.carried()).contains(next);
    return isFlat
        && (isMade || isOther)
        && length(next).equals(length(loop.inits().get(i)))
        && staysPrivate(carried, loop.body())
        && staysPrivate(next, loop.body());
  }

  /** Something that is the same for arrays that are as long as each other. */
  private Object length(Value array) {
    int position = loop.carried().indexOf(array);
    if (position >= 0) {
      return length(loop.inits().get(position));
    }
    Op op = definitions.get(array);
    if (op instanceof Op.CopyArray copy) {
      return length(copy.array());
    }
    if (op instanceof Op.NewArray made) {
      Value dimension = made.dimensions().get(0);
      Op of = definitions.get(dimension);
      if (of instanceof Op.Const constant) {
        return constant.constant();
      }
      return of instanceof Op.Length length ? length(length.array()) : dimension;
    }
    return List.of(array);
  }

  /** Whether a region reads and writes elements of an array, and does nothing else with it. */
  private boolean staysPrivate(Value array, Region region) {
    boolean isGiven = region != loop.body() && region.yields().contains(array);
    return !isGiven
        && region.ops().stream()
            .allMatch(
                op ->
                    isElementary(op, array)
                        && op.regions().stream().allMatch(r -> staysPrivate(array, r)));
  }

  private static boolean isElementary(Op op, Value array) {
    if (op instanceof Op.Store store) {
      return store.stored() != array;
    }
    return isRead(op) || !op.operands().contains(array);
  }

  private static boolean isRead(Op op) {
    return op instanceof Op.Load || op instanceof Op.Length || op instanceof Op.CopyArray;
  }

  /** Whether whatever else a region writes to is certainly none of the arrays. */
  private boolean othersStay(Region region) {
    return region.isTerminated() || region.ops().stream().allMatch(this::othersStay);
  }

  private boolean othersStay(Op op) {
    if (op instanceof Op.Store store) {
      Value written = store.array();
      return madeInside.contains(written)
          || loop.carried().contains(written)
          || positions.stream().noneMatch(i -> memory.mayBeSame(written, loop.carried().get(i)));
    }
    if (op == loop) {
      return true;
    }
    return op.regions().isEmpty()
        ? positions.stream().noneMatch(i -> Writes.mayHappen(op, loop.carried().get(i).type()))
        : op.regions().stream().allMatch(this::othersStay);
  }

  /** Whether an operation writes to what was handed to the iteration. */
  private boolean changes(Op op) {
    return op instanceof Op.Store store && loop.carried().contains(store.array());
  }

  /** Whether the array the loop starts with is made beside it, for nobody else. */
  private boolean isOwn(int i) {
    Value init = loop.inits().get(i);
    int start = around.ops().indexOf(loop);
    List<Op> before = around.ops().subList(0, start);
    List<Op> behind = around.ops().subList(start + 1, around.ops().size());
    return before.stream().anyMatch(op -> isMaking(op) && op.result() == init)
        && loop.inits().stream().filter(v -> v == init).count() == 1
        && !around.yields().contains(init)
        && before.stream().allMatch(op -> isPrivate(op, init))
        && !isUsed(init, loop.body())
        && behind.stream().noneMatch(op -> isUsed(init, op));
  }

  private boolean isPrivate(Op op, Value array) {
    return isElementary(op, array) && op.regions().stream().allMatch(r -> staysPrivate(array, r));
  }

  /** Whether anything but the length matters to a region. */
  private boolean isUsed(Value array, Region region) {
    return region.yields().contains(array)
        || region.ops().stream().anyMatch(op -> isUsed(array, op));
  }

  private boolean isUsed(Value array, Op op) {
    return op.operands().contains(array) && !(op instanceof Op.Length)
        || op.regions().stream().anyMatch(r -> isUsed(array, r));
  }

  /** Whether the array the loop ends with is read, or returned, and nothing else. */
  private boolean isOnlyRead(int i) {
    return isOnlyRead(loop.results().get(i), function);
  }

  private boolean isOnlyRead(Value array, Region region) {
    return (region == function || !region.yields().contains(array))
        && region.ops().stream()
            .allMatch(
                op ->
                    (isRead(op) || !op.operands().contains(array))
                        && op.regions().stream().allMatch(r -> isOnlyRead(array, r)));
  }
}
