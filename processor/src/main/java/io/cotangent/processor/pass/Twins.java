package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges values that loops carry, and branches yield, if they are always equal. In: any IR. Out:
 * the same over one value instead of two; what became useless is left to {@link DeadCode}. Tangents
 * of tangents in one direction are full of such twins.
 *
 * <p>Which values a loop carries are equal is found as congruence is: those that start equal are
 * taken to stay equal, and parted until an iteration keeps equal what it was given equal.
 */
public final class Twins {
  private final Map<Value, Object> constants = new HashMap<>();
  private final Substitution replaced = new Substitution();

  private Twins() {}

  /** Merges in every function. */
  public static Unit merge(Unit unit) {
    return unit.map(f -> f.withBody(new Twins().region(f.body())));
  }

  /** What is equal for equal constants, and for nothing but the same value otherwise. */
  private record Constant(Type type, Object value) {}

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      Op now = op.rebuild(op.results(), replaced.get(op.operands()), op.regions());
      if (now instanceof Op.Const constant && constant.constant() != null) {
        constants.put(constant.value(), new Constant(constant.value().type(), constant.constant()));
      }
      ops.add(op(now));
    }
    return new Region(region.params(), ops, replaced.get(region.yields()));
  }

  private Op op(Op op) {
    if (op instanceof Op.For loop && !loop.body().isTerminated()) {
      return counted(loop);
    }
    if (op instanceof Op.While loop
        && !loop.before().isTerminated()
        && !loop.body().isTerminated()) {
      return open(loop);
    }
    List<Region> regions = op.regions().stream().map(this::region).toList();
    Op now = op.rebuild(op.results(), op.operands(), regions);
    if (now instanceof Op.If branch
        && !branch.then().isTerminated()
        && !branch.otherwise().isTerminated()) {
      List<Value> then = branch.then().yields();
      List<Integer> classes = classes(then, classes(branch.otherwise().yields(), null));
      unite(branch.results(), classes, replaced);
    }
    return now;
  }

  private Op counted(Op.For loop) {
    List<Integer> classes = classes(loop.inits(), null);
    while (true) {
      Twins inner = inner();
      unite(loop.carried(), classes, inner.replaced);
      Region body = inner.swept(replaced.apply(loop.body()));
      List<Integer> finer = inner.classes(body.yields(), classes);
      if (finer.equals(classes)) {
        unite(loop.results(), classes, replaced);
        return loop.rebuild(loop.results(), loop.operands(), List.of(body));
      }
      classes = finer;
    }
  }

  private Op open(Op.While loop) {
    List<Integer> classes = classes(loop.inits(), null);
    while (true) {
      Twins inner = inner();
      unite(loop.before().params(), classes, inner.replaced);
      Region before = inner.swept(replaced.apply(loop.before()));
      List<Value> handedOn = before.yields().subList(1, before.yields().size());
      List<Integer> passed = inner.classes(handedOn, null);
      unite(loop.body().params(), passed, inner.replaced);
      Region body = inner.swept(replaced.apply(loop.body()));
      List<Integer> finer = inner.classes(body.yields(), classes);
      if (finer.equals(classes)) {
        unite(loop.results(), passed, replaced);
        return loop.rebuild(loop.results(), loop.operands(), List.of(before, body));
      }
      classes = finer;
    }
  }

  private Twins inner() {
    Twins inner = new Twins();
    inner.constants.putAll(constants);
    return inner;
  }

  /** The region with its twins merged, which shows whether its yields are equal. */
  private Region swept(Region region) {
    Region simple = Simplify.sweep(replaced.apply(region), Simplify.Mode.EXACT);
    Region merged = Simplify.sweep(region(simple), Simplify.Mode.EXACT);
    remember(merged);
    return merged;
  }

  private void remember(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Const constant && constant.constant() != null) {
        constants.put(constant.value(), new Constant(constant.value().type(), constant.constant()));
      }
    }
  }

  /**
   * For each value the index of the first one equal to it.
   *
   * @param within classes that are only parted further; null for none
   */
  private List<Integer> classes(List<Value> values, List<Integer> within) {
    Map<List<Object>, Integer> first = new HashMap<>();
    List<Integer> classes = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      Object what = constants.getOrDefault(value, value);
      List<Object> key = List.of(what, value.type(), within == null ? 0 : within.get(i));
      Integer known = first.putIfAbsent(key, i);
      classes.add(known == null ? i : known);
    }
    return classes;
  }

  private static void unite(List<Value> values, List<Integer> classes, Substitution substitution) {
    for (int i = 0; i < values.size(); i++) {
      if (classes.get(i) != i) {
        substitution.put(values.get(i), values.get(classes.get(i)));
      }
    }
  }
}
