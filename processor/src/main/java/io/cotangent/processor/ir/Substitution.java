package io.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values to be replaced by others, and copies of code with fresh values. */
public final class Substitution {
  private final Map<Value, Value> map;

  /** The substitution that replaces nothing yet. */
  public Substitution() {
    this(new HashMap<>());
  }

  /** Replaces as the map says; the map is not copied. */
  public Substitution(Map<Value, Value> map) {
    this.map = map;
  }

  /** From now on {@code from} is replaced by what {@code to} is replaced by at the moment. */
  public void put(Value from, Value to) {
    map.put(from, get(to));
  }

  /** Replaces each value of a list by its counterpart in another of the same length. */
  public void putAll(List<Value> from, List<Value> to) {
    if (from.size() != to.size()) {
      throw new IllegalArgumentException(from + " against " + to);
    }
    for (int i = 0; i < from.size(); i++) {
      put(from.get(i), to.get(i));
    }
  }

  /** What stands for the value: its replacement, or itself. */
  public Value get(Value value) {
    return map.getOrDefault(value, value);
  }

  /** What stands for each of the values. */
  public List<Value> get(List<Value> values) {
    List<Value> replaced = new ArrayList<>(values.size());
    for (Value value : values) {
      replaced.add(get(value));
    }
    return replaced;
  }

  /** The operation over replaced operands, in its regions, too; what it defines stays. */
  public Op apply(Op op) {
    List<Region> regions = new ArrayList<>();
    for (Region region : op.regions()) {
      regions.add(apply(region));
    }
    return op.rebuild(op.results(), get(op.operands()), regions);
  }

  /** The region over replaced values; what it defines stays. */
  public Region apply(Region region) {
    List<Op> ops = region.ops().stream().map(this::apply).toList();
    return new Region(region.params(), ops, get(region.yields()));
  }

  /**
   * A deep copy in which everything that is defined is a fresh value.
   *
   * @param map what to replace on the way; receives the copy of each value that is defined
   */
  public static List<Op> clone(List<Op> ops, Map<Value, Value> map) {
    Substitution substitution = new Substitution(map);
    List<Op> copies = new ArrayList<>(ops.size());
    for (Op op : ops) {
      List<Value> operands = substitution.get(op.operands());
      List<Region> regions = new ArrayList<>();
      for (Region region : op.regions()) {
        regions.add(cloneRegion(region, map));
      }
      copies.add(op.rebuild(fresh(op.results(), map), operands, regions));
    }
    return copies;
  }

  /** A deep copy of a region with fresh parameters, as {@link #clone(List, Map)}. */
  public static Region cloneRegion(Region region, Map<Value, Value> map) {
    List<Value> params = fresh(region.params(), map);
    List<Op> ops = clone(region.ops(), map);
    return new Region(params, ops, new Substitution(map).get(region.yields()));
  }

  private static List<Value> fresh(List<Value> values, Map<Value, Value> map) {
    List<Value> copies = new ArrayList<>(values.size());
    for (Value value : values) {
      Value copy = value.copy();
      map.put(value, copy);
      copies.add(copy);
    }
    return copies;
  }
}
