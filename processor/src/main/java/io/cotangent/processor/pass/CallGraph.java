package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which function calls which.
 *
 * @param callees by the name of the caller
 */
record CallGraph(Map<String, Set<String>> callees) {
  static CallGraph of(Unit unit) {
    Map<String, Set<String>> callees = new HashMap<>();
    unit.functions().forEach((name, function) -> callees.put(name, calledIn(function.body())));
    return new CallGraph(callees);
  }

  /** The functions that are called in a region. */
  static Set<String> calledIn(Region region) {
    Set<String> called = new LinkedHashSet<>();
    collect(region, called);
    return called;
  }

  private static void collect(Region region, Set<String> called) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Call call) {
        called.add(call.callee());
      }
      op.regions().forEach(r -> collect(r, called));
    }
  }

  /** Whether the function can come to call itself. */
  boolean isRecursive(String name) {
    return calledBy(name).contains(name);
  }

  private Set<String> calledBy(String root) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(root));
    while (!open.isEmpty()) {
      for (String callee : callees.get(open.pop())) {
        if (reached.add(callee)) {
          open.push(callee);
        }
      }
    }
    return reached;
  }
}
