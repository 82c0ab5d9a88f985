package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds what code would compute although the operations of a region have computed it: the cosine
 * that a partial derivative needs may be there already.
 */
public final class Repetitions {
  private final Definitions definitions;
  private final Available available;

  private Repetitions(Definitions definitions) {
    this.definitions = definitions;
    this.available = new Available(definitions, true);
  }

  /** Knows the constants of a function, and no other operations yet. */
  public static Repetitions of(Region function) {
    return new Repetitions(Definitions.of(function));
  }

  /** Knows the arithmetic among the operations of a region, which belongs to the function. */
  public Repetitions of(List<Op> region) {
    Repetitions inner = new Repetitions(definitions);
    region.stream().filter(Op.Apply.class::isInstance).forEach(inner.available::record);
    return inner;
  }

  /**
   * The operations without those that repeat one of the region.
   *
   * @param ops nothing but they uses what they leave out
   * @param isWorthIt whether an operation should rather be kept than done again
   */
  public List<Op> leaveOut(List<Op> ops, Predicate<Op.Apply> isWorthIt) {
    Substitution replaced = new Substitution();
    List<Op> rest = new ArrayList<>();
    for (Op op : ops) {
      definitions.add(op);
      Op now = replaced.apply(op);
      Optional<Value> known =
          now instanceof Op.Apply apply && isWorthIt.test(apply)
              ? available.find(apply)
              : Optional.empty();
      known.ifPresentOrElse(v -> replaced.put(now.result(), v), () -> rest.add(now));
    }
    return rest;
  }

  /** The value's constant, boxed; null if it has none. */
  public Object constant(Value value) {
    return definitions.constant(value);
  }

  /** Whether the value is that number for certain. */
  public boolean isNumber(Value value, long number) {
    return definitions.constant(value) instanceof Number constant
        && constant.longValue() == number
        && !value.type().isReal();
  }

  /** Whether two values are the same for certain: one value, or equal constants. */
  public boolean areEqual(Value a, Value b) {
    Object constant = definitions.constant(a);
    return a == b || constant != null && constant.equals(definitions.constant(b));
  }
}
