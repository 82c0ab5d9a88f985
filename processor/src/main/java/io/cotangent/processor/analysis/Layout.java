package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Where everything stands in a function: program order, enclosing regions, definitions. */
public final class Layout {
  private final Map<Op, Integer> positions = new IdentityHashMap<>();
  private final Map<Op, List<Region>> enclosing = new IdentityHashMap<>();
  private final Map<Value, List<Region>> definedIn = new HashMap<>();
  private final Map<Region, Op> owners = new IdentityHashMap<>();
  private int next;

  /** The layout of one function. */
  public static Layout of(Function function) {
    Layout layout = new Layout();
    layout.walk(function.body(), List.of());
    return layout;
  }

  private void walk(Region region, List<Region> outer) {
    List<Region> path = new ArrayList<>(outer);
    path.add(region);
    region.params().forEach(p -> definedIn.put(p, path));
    for (Op op : region.ops()) {
      positions.put(op, next++);
      enclosing.put(op, path);
      op.results().forEach(r -> definedIn.put(r, path));
      for (Region inner : op.regions()) {
        owners.put(inner, op);
        walk(inner, path);
      }
    }
  }

  /** Whether the operation is one of the function's own. */
  boolean has(Op op) {
    return positions.containsKey(op);
  }

  /** The place of an operation in program order. */
  int position(Op op) {
    return positions.get(op);
  }

  /** The regions around an operation, outermost first. */
  List<Region> regionsAround(Op op) {
    return enclosing.get(op);
  }

  /** How many regions are around an operation. */
  public int depth(Op op) {
    return enclosing.getOrDefault(op, List.of()).size();
  }

  /** Whether the value is defined in the region or in one nested in it, parameters included. */
  public boolean isDefinedWithin(Value value, Region region) {
    return definedIn.getOrDefault(value, List.of()).contains(region);
  }

  /** Whether the region is the body or the condition of a loop. */
  public boolean isLoopRegion(Region region) {
    Op owner = owners.get(region);
    return owner instanceof Op.For || owner instanceof Op.While;
  }

  /** The operation that owns the region; null for the body of the function. */
  Op owner(Region region) {
    return owners.get(region);
  }
}
