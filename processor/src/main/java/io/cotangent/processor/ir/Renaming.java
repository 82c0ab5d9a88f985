package io.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of units whose functions have other names, so that units can be put together. */
public final class Renaming {
  private Renaming() {}

  /**
   * A copy with fresh values; the suffix is appended to the names of all functions, and made longer
   * where a copy would have the name of another function.
   */
  public static Unit withSuffix(Unit unit, String wish) {
    String suffix = wish;
    while (collides(unit, suffix)) {
      suffix += "_";
    }
    return renamed(unit, suffix);
  }

  /** Methods {@code f} and {@code f2} of one program, for instance. */
  private static boolean collides(Unit unit, String suffix) {
    return unit.functions().keySet().stream()
        .anyMatch(name -> unit.functions().containsKey(name + suffix));
  }

  private static Unit renamed(Unit unit, String suffix) {
    Map<String, Function> renamed = new LinkedHashMap<>();
    for (Function function : unit.functions().values()) {
      Region body = Substitution.cloneRegion(function.body(), new HashMap<>());
      String name = function.name() + suffix;
      renamed.put(
          name, new Function(name, calls(body, suffix), function.resultTypes(), function.link()));
    }
    return new Unit(unit.root() + suffix, renamed);
  }

  private static Region calls(Region region, String suffix) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> regions = op.regions().stream().map(r -> calls(r, suffix)).toList();
      ops.add(
          op instanceof Op.Call call
              ? new Op.Call(call.results(), call.callee() + suffix, call.args(), call.origin())
              : op.rebuild(op.results(), op.operands(), regions));
    }
    return new Region(region.params(), ops, region.yields());
  }
}
