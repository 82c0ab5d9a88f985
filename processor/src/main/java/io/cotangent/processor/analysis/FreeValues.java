package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The values a piece of code uses without defining them. */
public final class FreeValues {
  private final Set<Value> defined = new HashSet<>();
  private final Set<Value> free = new LinkedHashSet<>();

  private FreeValues() {}

  /** The free values of a region, in the order of their first use. */
  public static Set<Value> of(Region region) {
    FreeValues values = new FreeValues();
    values.region(region);
    return values.free;
  }

  /** The values an operation uses without defining them; those it uses twice may be there twice. */
  public static Collection<Value> of(Op op) {
    return op.regions().isEmpty() ? op.operands() : of(List.of(op));
  }

  /** The free values of operations that stand in a row. */
  public static Set<Value> of(List<Op> ops) {
    return of(new Region(List.of(), ops, List.of()));
  }

  private void region(Region region) {
    defined.addAll(region.params());
    for (Op op : region.ops()) {
      op.operands().forEach(this::use);
      op.regions().forEach(this::region);
      defined.addAll(op.results());
    }
    region.yields().forEach(this::use);
  }

  private void use(Value value) {
    if (!defined.contains(value)) {
      free.add(value);
    }
  }
}
