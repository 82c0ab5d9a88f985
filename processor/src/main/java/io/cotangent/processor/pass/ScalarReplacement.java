package io.cotangent.processor.pass;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns small arrays of a function's own into values. In: any IR. Out: the same without arrays of
 * constant length all of whose uses are loads and stores at constant indices: each element is a
 * value that branches yield and loops carry. Rows of such an array follow once their array is gone.
 */
public final class ScalarReplacement {
  private final SmallArrays arrays;
  private final Substitution replaced = new Substitution();

  private ScalarReplacement(SmallArrays arrays) {
    this.arrays = arrays;
  }

  /** Replaces arrays in every function. */
  public static Unit run(Unit unit) {
    return unit.map(f -> f.withBody(sweep(f.body())));
  }

  /** Replaces arrays in a region, which keeps its parameters. */
  public static Region sweep(Region region) {
    Region body = SmallMatrices.split(region);
    SmallArrays arrays = SmallArrays.of(body);
    while (!arrays.isEmpty()) {
      Region swept = new ScalarReplacement(arrays).region(body, new Elements());
      body = SmallMatrices.split(Simplify.sweep(swept, Simplify.Mode.EXACT));
      arrays = SmallArrays.of(body);
    }
    return body;
  }

  private Region region(Region region, Elements elements) {
    List<Op> out = new ArrayList<>();
    ops(region.ops(), out, elements);
    return new Region(region.params(), out, replaced.get(region.yields()));
  }

  private void ops(List<Op> ops, List<Op> out, Elements elements) {
    for (Op op : ops) {
      if (op instanceof Op.If branch) {
        branch(branch, out, elements);
      } else if (op instanceof Op.For loop) {
        loop(loop, out, elements);
      } else if (op instanceof Op.While loop) {
        loop(loop, out, elements);
      } else if (!access(op, out, elements)) {
        out.add(op.rebuild(op.results(), replaced.get(op.operands()), List.of()));
      }
    }
  }

  /** Handles what has to do with an array that goes; false for everything else. */
  private boolean access(Op op, List<Op> out, Elements elements) {
    if (op instanceof Op.NewArray array && arrays.contains(array.value())) {
      Builder zero = new Builder(op.origin());
      Value first = zero.zero(((ArrayType) array.value().type()).element());
      out.addAll(zero.ops());
      for (int i = 0; i < arrays.length(array.value()); i++) {
        elements.put(new Element(array.value(), i), first);
      }
      return true;
    }
    if (op instanceof Op.Load load && arrays.contains(load.array())) {
      replaced.put(load.value(), elements.get(arrays.element(load.array(), load.index())));
      return true;
    }
    if (op instanceof Op.Store store && arrays.contains(store.array())) {
      Element element = arrays.element(store.array(), store.index());
      elements.put(element, replaced.get(store.stored()));
      return true;
    }
    if (op instanceof Op.Length length && arrays.contains(length.array())) {
      out.add(new Op.Const(length.value(), arrays.length(length.array()), op.origin()));
      return true;
    }
    return false;
  }

  private void branch(Op.If op, List<Op> out, Elements elements) {
    List<Element> changed = stored(op, elements);
    List<Region> arms = new ArrayList<>();
    for (Region arm : op.regions()) {
      Elements inside = elements.copy();
      Region swept = region(arm, inside);
      arms.add(extended(swept, List.of(), swept.isTerminated() ? List.of() : inside.get(changed)));
    }
    List<Value> results = new ArrayList<>(op.results());
    results.addAll(fresh(changed, elements));
    out.add(
        new Op.If(results, replaced.get(op.condition()), arms.get(0), arms.get(1), op.origin()));
  }

  private void loop(Op.For op, List<Op> out, Elements elements) {
    List<Element> changed = stored(op, elements);
    List<Value> inits = new ArrayList<>(replaced.get(op.inits()));
    inits.addAll(elements.get(changed));
    Elements inside = elements.copy();
    List<Value> params = fresh(changed, inside);
    Region swept = region(op.body(), inside);
    Region body = extended(swept, params, swept.isTerminated() ? List.of() : inside.get(changed));
    List<Value> results = new ArrayList<>(op.results());
    results.addAll(fresh(changed, elements));
    out.add(
        new Op.For(
            results,
            replaced.get(op.lower()),
            replaced.get(op.upper()),
            op.step(),
            op.inclusive(),
            inits,
            body,
            op.origin()));
  }

  private void loop(Op.While op, List<Op> out, Elements elements) {
    List<Element> changed = stored(op, elements);
    List<Value> inits = new ArrayList<>(replaced.get(op.inits()));
    inits.addAll(elements.get(changed));
    Elements inside = elements.copy();
    List<Value> params = fresh(changed, inside);
    Region first = region(op.before(), inside);
    Region before = extended(first, params, first.isTerminated() ? List.of() : inside.get(changed));
    List<Value> handedOn = fresh(changed, inside);
    Region second = region(op.body(), inside);
    Region body =
        extended(second, handedOn, second.isTerminated() ? List.of() : inside.get(changed));
    List<Value> results = new ArrayList<>(op.results());
    results.addAll(fresh(changed, elements));
    out.add(new Op.While(results, inits, before, body, op.origin()));
  }

  /** The elements known in front of an operation that something in it writes. */
  private List<Element> stored(Op op, Elements known) {
    Set<Element> stored = new LinkedHashSet<>();
    op.regions().forEach(r -> collect(r, stored));
    return stored.stream().filter(known::contains).toList();
  }

  private void collect(Region region, Set<Element> stored) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Store store && arrays.contains(store.array())) {
        stored.add(arrays.element(store.array(), store.index()));
      }
      op.regions().forEach(r -> collect(r, stored));
    }
  }

  /** New values for elements, which stand for them from now on. */
  private List<Value> fresh(List<Element> changed, Elements elements) {
    List<Value> values = new ArrayList<>();
    for (Element element : changed) {
      Value value = element.value();
      elements.put(element, value);
      values.add(value);
    }
    return values;
  }

  private static Region extended(Region region, List<Value> params, List<Value> yields) {
    List<Value> allParams = new ArrayList<>(region.params());
    allParams.addAll(params);
    List<Value> allYields = new ArrayList<>(region.yields());
    allYields.addAll(yields);
    return new Region(allParams, region.ops(), allYields);
  }

  /** An element of an array that goes. */
  record Element(Value array, int index) {
    /** A value for it, with a name a reader can place. */
    Value value() {
      String name = array.name().isEmpty() ? "" : array.name() + index;
      return new Value(((ArrayType) array.type()).element(), name);
    }
  }

  /** What the elements hold at one point of the program. */
  static final class Elements {
    private final Map<Element, Value> values = new HashMap<>();

    Elements copy() {
      Elements copy = new Elements();
      copy.values.putAll(values);
      return copy;
    }

    boolean contains(Element element) {
      return values.containsKey(element);
    }

    Value get(Element element) {
      return values.get(element);
    }

    List<Value> get(List<Element> elements) {
      return elements.stream().map(values::get).toList();
    }

    void put(Element element, Value value) {
      values.put(element, value);
    }
  }
}
