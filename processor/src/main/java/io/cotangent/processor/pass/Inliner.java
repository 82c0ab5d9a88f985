package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts bodies in the place of calls. In: any unit. Out: the same with calls only to recursive
 * functions and to functions beyond the budget; functions nobody calls any more are gone.
 *
 * <p>If the body always throws, the region of the call ends there.
 */
public final class Inliner {
  private static final int CALLEE_BUDGET = 2000;
  private static final int RESULT_BUDGET = 4000;

  private final Unit unit;
  private final CallGraph graph;
  private final Map<String, Function> done = new HashMap<>();

  private Inliner(Unit unit) {
    this.unit = unit;
    this.graph = CallGraph.of(unit);
  }

  /** Inlines what fits. */
  public static Unit run(Unit unit) {
    Inliner inliner = new Inliner(unit);
    Map<String, Function> functions = new LinkedHashMap<>();
    unit.functions().keySet().forEach(name -> functions.put(name, inliner.inlined(name)));
    Unit inlined = new Unit(unit.root(), functions);
    Set<String> reachable = CallGraph.of(inlined).reachableFrom(unit.root());
    functions.keySet().retainAll(reachable);
    return new Unit(unit.root(), functions);
  }

  /**
   * The function with its calls inlined; callees first, which ends because of the recursion test.
   */
  private Function inlined(String name) {
    Function known = done.get(name);
    if (known == null) {
      Function function = unit.function(name);
      known = function.withBody(new Caller(function.body().size()).region(function.body()));
      done.put(name, known);
    }
    return known;
  }

  /** Inlines into one function. */
  private final class Caller {
    private final Substitution results = new Substitution();
    private int size;

    Caller(int size) {
      this.size = size;
    }

    Region region(Region region) {
      List<Op> ops = new ArrayList<>();
      for (Op op : region.ops()) {
        if (op instanceof Op.Call call && fits(call)) {
          if (expand(call, ops)) {
            return new Region(region.params(), ops, List.of());
          }
        } else {
          List<Value> operands = results.get(op.operands());
          List<Region> regions = op.regions().stream().map(this::region).toList();
          ops.add(op.rebuild(op.results(), operands, regions));
        }
      }
      return new Region(region.params(), ops, results.get(region.yields()));
    }

    private boolean fits(Op.Call call) {
      if (graph.isRecursive(call.callee()) || unit.function(call.callee()).link().isPresent()) {
        return false;
      }
      int callee = inlined(call.callee()).body().size();
      return callee < CALLEE_BUDGET && size + callee < RESULT_BUDGET;
    }

    /** Appends the callee's body and says whether it always throws. */
    private boolean expand(Op.Call call, List<Op> ops) {
      Region body = inlined(call.callee()).body();
      size += body.size();
      Map<Value, Value> map = new HashMap<>();
      for (int i = 0; i < call.args().size(); i++) {
        map.put(body.params().get(i), results.get(call.args().get(i)));
      }
      ops.addAll(Substitution.clone(body.ops(), map));
      if (body.isTerminated()) {
        return true;
      }
      results.putAll(call.results(), new Substitution(map).get(body.yields()));
      return false;
    }
  }
}
