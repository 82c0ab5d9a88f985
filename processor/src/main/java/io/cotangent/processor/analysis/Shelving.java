package io.cotangent.processor.analysis;

import io.cotangent.processor.analysis.Handovers.Handover;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the arrays of doubles that are made in loops have a place of their own.
 *
 * <p>One that is gone when the iteration that made it ends lies where that of the iteration before
 * lay. One that is handed over ({@link Handovers}) lies at the index of its iteration, if all of
 * them are gone when the iteration of the loop around both ends.
 */
final class Shelving {
  private static final Type DOUBLES = Type.array(Primitive.DOUBLE, 1);

  private final Layout layout;
  private final Stability stability;
  private final Map<Value, Place> made = new HashMap<>();
  private final Map<Value, Place> taken = new HashMap<>();
  private final Set<Op> left = new HashSet<>();
  private int shelves;

  Shelving(Layout layout, Stability stability) {
    this.layout = layout;
    this.stability = stability;
  }

  /** Looks at what is handed over, and then at what stays in one iteration. */
  void plan(List<Handover> handovers, Region function) {
    for (Handover handover : handovers) {
      Value array = handover.made();
      if (isGoneAfter(array, loopAround(handover.from()))) {
        made.put(array, atIndex(handover.from()));
        taken.put(handover.taken(), atIndex(handover.to()));
        left.add(handover.push());
        shelves++;
      }
    }
    if (give(function, 0) > 0) {
      shelves++;
    }
  }

  private Place atIndex(Op.For loop) {
    return new Place(shelves, Optional.of(loop.index()), 0);
  }

  /** Gives places on one shelf to the arrays of a region, from a number on. */
  private int give(Region region, int from) {
    int next = from;
    for (Op op : region.ops()) {
      if (op instanceof Op.NewArray array && isOfOneIteration(array)) {
        made.put(array.value(), new Place(shelves, Optional.empty(), next++));
      }
      for (Region inner : op.regions()) {
        next = give(inner, next);
      }
    }
    return next;
  }

  private boolean isOfOneIteration(Op.NewArray array) {
    Optional<Region> loop = loopAround(array);
    return array.value().type().equals(DOUBLES)
        && !made.containsKey(array.value())
        && loop.isPresent()
        && isGoneAfter(array.value(), loop);
  }

  private boolean isGoneAfter(Value array, Optional<Region> iteration) {
    return !stability.belongsToOthers(array)
        && iteration.map(region -> stability.isPrivate(array, region)).orElse(true);
  }

  /** The body of the innermost loop around an operation. */
  private Optional<Region> loopAround(Op op) {
    return layout.regionsAround(op).stream()
        .filter(layout::isLoopRegion)
        .reduce((outer, inner) -> inner);
  }

  int shelves() {
    return shelves;
  }

  /** Where a new array is to lie. */
  Optional<Place> of(Value array) {
    return Optional.ofNullable(made.get(array));
  }

  /** Where an array lies that would be popped. */
  Optional<Place> ofTaken(Value array) {
    return Optional.ofNullable(taken.get(array));
  }

  /** Whether the array that would be pushed is found at its place instead. */
  boolean isLeft(Op.Push push) {
    return left.contains(push);
  }
}
