package io.cotangent.processor.emit;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.Map;

/** How often and where values are used. */
final class Uses {
  private final Map<Value, Integer> counts = new HashMap<>();
  private final Map<Value, Region> lastUser = new HashMap<>();
  private final Map<Value, Region> definedIn = new HashMap<>();

  Uses(Region body) {
    region(body);
  }

  private void region(Region region) {
    region.params().forEach(p -> definedIn.put(p, region));
    for (Op op : region.ops()) {
      op.operands().forEach(v -> use(v, region));
      op.results().forEach(r -> definedIn.put(r, region));
      op.regions().forEach(this::region);
    }
    region.yields().forEach(v -> use(v, region));
  }

  private void use(Value value, Region region) {
    counts.merge(value, 1, Integer::sum);
    lastUser.put(value, region);
  }

  int count(Value value) {
    return counts.getOrDefault(value, 0);
  }

  /** Whether the only use is in the region that defines the value. */
  boolean isUsedOnceAtHome(Value value) {
    return count(value) == 1 && lastUser.get(value) == definedIn.get(value);
  }

  /** Whether the region itself defines the value. */
  boolean isDefinedIn(Value value, Region region) {
    return definedIn.get(value) == region;
  }

  /** Whether every use of the value is inside the operation's regions. */
  boolean isUsedOnlyInside(Value value, Op op) {
    int inside = op.regions().stream().mapToInt(r -> new Uses(r).count(value)).sum();
    return inside == count(value);
  }
}
