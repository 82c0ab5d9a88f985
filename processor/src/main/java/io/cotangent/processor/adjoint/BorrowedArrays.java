package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Lending;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.StoragePlan;
import io.cotangent.processor.model.StoragePlan.Way;
import java.util.ArrayList;
import java.util.List;

/** Completes storage plans by the arrays the one function that may borrow some makes. */
public final class BorrowedArrays {
  private BorrowedArrays() {}

  /** The plans of everything that was derived. */
  public static List<StoragePlan> complete(Derived derived) {
    return derived.storage().stream()
        .map(plan -> plan.function().equals(Derived.VJP) ? plan.with(arrays(derived)) : plan)
        .toList();
  }

  private static List<StoragePlan.Entry> arrays(Derived derived) {
    List<StoragePlan.Entry> arrays = new ArrayList<>();
    Lending lending = Lending.of(derived.unit(), derived.function(Derived.VJP));
    lending
        .lent()
        .forEach(
            a -> arrays.add(array(a, Way.BORROWED, "nobody holds it when the method returns")));
    lending.refused().forEach((a, why) -> arrays.add(array(a, Way.MADE, why)));
    return arrays;
  }

  private static StoragePlan.Held array(Value array, Way way, String reason) {
    String name = array.name().isEmpty() ? array.type().toString() : array.name();
    return new StoragePlan.Held(name, array.type(), Origin.NONE, way, reason);
  }
}
