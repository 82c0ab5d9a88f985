package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Functions in which an operation may run, be it in what they call. */
final class Callers {
  private final Set<String> names = new LinkedHashSet<>();
  private final Predicate<Op> isWanted;

  private Callers(Predicate<Op> isWanted) {
    this.isWanted = isWanted;
  }

  /** The names of those functions in a unit: a least fixpoint over the calls. */
  static Set<String> of(Unit unit, Predicate<Op> isWanted) {
    Callers callers = new Callers(isWanted);
    int before;
    do {
      before = callers.names.size();
      unit.functions().values().stream()
          .filter(f -> f.link().isEmpty() && callers.runs(f.body()))
          .map(Function::name)
          .forEach(callers.names::add);
    } while (callers.names.size() > before);
    return callers.names;
  }

  private boolean runs(Region region) {
    return region.has(
        isWanted.or(op -> op instanceof Op.Call call && names.contains(call.callee())));
  }
}
