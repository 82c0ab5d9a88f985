package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.pass.Repetitions;
import io.cotangent.processor.pass.Writes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores that add to what an element was, {@code a[i] = a[i] + x - y}. The element's adjoint is the
 * same before and after such a store, so that it may stay in the shadow. What else the reverse
 * sweep adds to the shadow meanwhile commutes with that; nothing else reads it, since no other
 * element is written between load and store.
 */
final class Accumulations {
  private static final int LONGEST = 8;

  private final List<Op> ops;
  private final Repetitions repetitions;
  private final Map<Value, Integer> places = new HashMap<>();

  /**
   * The accumulations in a region.
   *
   * @param ops its operations
   */
  Accumulations(List<Op> ops, Repetitions repetitions) {
    this.ops = ops;
    this.repetitions = repetitions;
    for (int i = 0; i < ops.size(); i++) {
      for (Value result : ops.get(i).results()) {
        places.put(result, i);
      }
    }
  }

  /** What is added to an element, or taken away from it. */
  record Term(Value value, boolean isNegative) {}

  /** What the store adds to the element; empty if it does anything else. */
  Optional<List<Term>> terms(Op.Store store) {
    List<Term> terms = new ArrayList<>();
    return !store.stored().type().isReference() && reaches(store.stored(), store, terms)
        ? Optional.of(terms)
        : Optional.empty();
  }

  private boolean reaches(Value value, Op.Store store, List<Term> terms) {
    Integer place = places.get(value);
    if (place == null || terms.size() > LONGEST) {
      return false;
    }
    Op op = ops.get(place);
    if (op instanceof Op.Load load) {
      return load.array() == store.array()
          && repetitions.areEqual(load.index(), store.index())
          && isUnchanged(place, store);
    }
    if (!(op instanceof Op.Apply sum)) {
      return false;
    }
    boolean isSum = sum.operator() == Operator.ADD;
    if ((isSum || sum.operator() == Operator.SUB) && through(sum, 0, !isSum, store, terms)) {
      return true;
    }
    return isSum && through(sum, 1, false, store, terms);
  }

  private boolean through(
      Op.Apply sum, int operand, boolean isNegative, Op.Store store, List<Term> terms) {
    if (!reaches(sum.args().get(operand), store, terms)) {
      return false;
    }
    terms.add(new Term(sum.args().get(1 - operand), isNegative));
    return true;
  }

  private boolean isUnchanged(int from, Op.Store store) {
    for (int i = from + 1; i < ops.size() && ops.get(i) != store; i++) {
      if (Writes.mayHappen(ops.get(i), store.array().type())) {
        return false;
      }
    }
    return true;
  }
}
