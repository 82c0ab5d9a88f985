package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The adjoints of scalars at one point of the reverse sweep. An absent adjoint is zero. The
 * adjoints of a nested region see those around it: a branch reads them, a loop carries them as
 * accumulators.
 */
abstract class Adjoints {
  private final Map<Value, Value> current = new LinkedHashMap<>();

  /** The adjoints at the end of a function: nothing yet. */
  static Adjoints ofFunction() {
    return new Adjoints() {
      @Override
      Value inherit(Value value) {
        return null;
      }
    };
  }

  /** The adjoints inside one arm of a branch. */
  static Adjoints ofArm(Adjoints around) {
    return new Adjoints() {
      @Override
      Value inherit(Value value) {
        return around.peek(value);
      }
    };
  }

  /** The adjoint as seen around; null if it is zero or the value is not known there. */
  abstract Value inherit(Value value);

  /** The adjoint of a value, null if it is zero. */
  Value peek(Value value) {
    Value found = current.get(value);
    return found != null ? found : inherit(value);
  }

  /** Ends the accumulation at the definition of the value: its adjoint, null if it is zero. */
  Value take(Value value) {
    Value found = current.remove(value);
    return found;
  }

  /** Adds a contribution. */
  void add(Builder out, Value value, Value contribution) {
    Value sum = peek(value);
    if (sum == null) {
      set(value, contribution);
    } else {
      String name = Names.bar(value);
      set(value, out.apply(Operator.ADD, contribution.type(), name, List.of(sum, contribution)));
    }
  }

  /** Replaces the adjoint. */
  void set(Value value, Value adjoint) {
    current.put(value, adjoint);
  }

  /** The values whose adjoints were changed here and are not defined here. */
  Set<Value> changed() {
    return current.keySet();
  }

  /** The adjoints inside a loop: those of outside values become accumulators on demand. */
  static final class OfLoop extends Adjoints {
    private final Predicate<Value> isInside;
    private final Map<Value, Value> accumulators = new LinkedHashMap<>();

    /**
     * Adjoints of one iteration.
     *
     * @param isInside whether a value is defined by the loop itself
     */
    OfLoop(Predicate<Value> isInside) {
      this.isInside = isInside;
    }

    @Override
    Value inherit(Value value) {
      if (isInside.test(value)) {
        return null;
      }
      return accumulators.computeIfAbsent(value, v -> new Value(v.type(), Names.bar(v)));
    }

    /** The outside values that have an accumulator. */
    List<Value> accumulated() {
      return new ArrayList<>(accumulators.keySet());
    }

    /** The accumulator as it enters an iteration. */
    Value accumulator(Value value) {
      return accumulators.get(value);
    }
  }
}
