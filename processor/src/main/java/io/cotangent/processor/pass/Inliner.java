package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
  private final Map<String, Plan> plans = new HashMap<>();

  private Inliner(Unit unit) {
    this.unit = unit;
    this.graph = CallGraph.of(unit);
  }

  /** Inlines what fits. */
  public static Unit run(Unit unit) {
    Inliner inliner = new Inliner(unit);
    Map<String, Function> written = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(unit.root()));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!written.containsKey(name)) {
        Function function = inliner.inlined(name);
        written.put(name, function);
        open.addAll(CallGraph.calledIn(function.body()));
      }
    }
    Map<String, Function> functions = new LinkedHashMap<>();
    for (String name : unit.functions().keySet()) {
      if (written.containsKey(name)) {
        functions.put(name, written.get(name));
      }
    }
    return new Unit(unit.root(), functions);
  }

  private Function inlined(String name) {
    Function function = unit.function(name);
    Substitution names = new Substitution();
    return function.withBody(new Writer(this, plan(name), names, false).region(function.body()));
  }

  /**
   * What becomes of a function. Bodies are only written where they end up: a chain of calls would
   * otherwise be copied once for each of its links.
   *
   * @param inlined the calls that are replaced, by identity
   * @param size the number of operations once they are
   * @param isTerminated whether the function always throws
   */
  private record Plan(Set<Op> inlined, int size, boolean isTerminated) {}

  /** The plan for a function; callees first, which ends because of the recursion test. */
  private Plan plan(String name) {
    Plan known = plans.get(name);
    if (known == null) {
      Region body = unit.function(name).body();
      Planner planner = new Planner(body.size());
      boolean isTerminated = planner.region(body);
      known = new Plan(planner.inlined, planner.written, isTerminated);
      plans.put(name, known);
    }
    return known;
  }

  /** Decides on the calls of one function. */
  private final class Planner {
    private final Set<Op> inlined = Collections.newSetFromMap(new IdentityHashMap<>());
    private int size;
    private int written;

    Planner(int size) {
      this.size = size;
    }

    /** Goes through a region and says whether it ends in a throw. */
    boolean region(Region region) {
      boolean isTerminated = false;
      for (Op op : region.ops()) {
        if (op instanceof Op.Call call && fits(call)) {
          Plan callee = plan(call.callee());
          inlined.add(call);
          size += callee.size();
          written += callee.size();
          isTerminated = callee.isTerminated();
        } else {
          op.regions().forEach(this::region);
          written++;
          isTerminated = op instanceof Op.Throw;
        }
        if (isTerminated) {
          return true;
        }
      }
      return false;
    }

    private boolean fits(Op.Call call) {
      if (graph.isRecursive(call.callee()) || unit.function(call.callee()).link().isPresent()) {
        return false;
      }
      int callee = plan(call.callee()).size();
      return callee < CALLEE_BUDGET && size + callee < RESULT_BUDGET;
    }
  }

  /**
   * Writes the code of one function, as its own or as a copy with fresh values.
   *
   * @param names what stands for its values
   */
  private record Writer(Inliner inliner, Plan plan, Substitution names, boolean isCopy) {
    Region region(Region region) {
      List<Value> params = defined(region.params());
      List<Op> ops = new ArrayList<>();
      boolean isTerminated = append(region.ops(), ops);
      return new Region(params, ops, isTerminated ? List.of() : names.get(region.yields()));
    }

    private List<Value> defined(List<Value> values) {
      if (!isCopy) {
        return values;
      }
      List<Value> copies = new ArrayList<>(values.size());
      for (Value value : values) {
        Value copy = value.copy();
        names.put(value, copy);
        copies.add(copy);
      }
      return copies;
    }

    /** Appends operations and says whether they always throw. */
    private boolean append(List<Op> ops, List<Op> place) {
      for (Op op : ops) {
        if (plan.inlined().contains(op)) {
          if (expand((Op.Call) op, place)) {
            return true;
          }
        } else {
          List<Value> operands = names.get(op.operands());
          List<Region> regions = new ArrayList<>();
          for (Region inner : op.regions()) {
            regions.add(region(inner));
          }
          place.add(op.rebuild(defined(op.results()), operands, regions));
        }
      }
      return !place.isEmpty() && place.get(place.size() - 1) instanceof Op.Throw;
    }

    /** Appends the callee's body and says whether it always throws. */
    private boolean expand(Op.Call call, List<Op> place) {
      Region body = inliner.unit.function(call.callee()).body();
      Substitution inside = new Substitution();
      inside.putAll(body.params(), names.get(call.args()));
      Writer writer = new Writer(inliner, inliner.plan(call.callee()), inside, true);
      if (writer.append(body.ops(), place)) {
        return true;
      }
      names.putAll(call.results(), inside.get(body.yields()));
      return false;
    }
  }
}
