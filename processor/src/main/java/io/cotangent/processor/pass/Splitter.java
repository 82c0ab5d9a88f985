package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts one function into several. Inner regions first, so that each is small when its owner is
 * looked at; a region that is still too large becomes calls of its pieces, again and again until it
 * is small.
 */
final class Splitter {
  private final Function function;
  private final CodeSize size;
  private final int rootLimit;
  private final int pieceLimit;
  private final Map<Value, Op> constants = new LinkedHashMap<>();
  private final Frames frames = new Frames(constants);
  private final List<Function> pieces = new ArrayList<>();

  /**
   * Cuts.
   *
   * @param rootLimit the most bytes that stay in the function
   * @param pieceLimit the most bytes of a piece, if it can be cut at all
   */
  Splitter(Function function, int rootLimit, int pieceLimit) {
    this.function = function;
    this.size = CodeSize.ofParts(function);
    this.rootLimit = rootLimit;
    this.pieceLimit = pieceLimit;
  }

  /** The function under its name, and what it calls. */
  List<Function> run() {
    Region small = shrink(withoutConstants(function.body()), rootLimit);
    List<Op> ops = new ArrayList<>(frames.entry());
    ops.addAll(small.ops());
    Region body = new Region(small.params(), ops, small.yields());
    List<Function> all = new ArrayList<>(List.of(function.withBody(body)));
    all.addAll(pieces);
    all.replaceAll(f -> f.withBody(withConstants(f.body())));
    return all;
  }

  private Region shrink(Region region, int limit) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> inner = op.regions().stream().map(r -> shrink(r, pieceLimit)).toList();
      ops.add(op.rebuild(op.results(), op.operands(), inner));
    }
    Region now = new Region(region.params(), ops, region.yields());
    int before = Integer.MAX_VALUE;
    int bytes = size.of(now);
    while (bytes > limit && bytes < before) {
      before = bytes;
      now = new Outline(this, now, Cuts.of(now, size, pieceLimit)).run();
      bytes = size.of(now);
    }
    return now;
  }

  Frames frames() {
    return frames;
  }

  int pieceLimit() {
    return pieceLimit;
  }

  CodeSize size() {
    return size;
  }

  boolean isConstant(Value value) {
    return constants.containsKey(value);
  }

  /** A name for the next piece; it ends as the function's does, which says whether it may throw. */
  String nextName() {
    String name = function.name();
    String end = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return "part" + (pieces.size() + 1) + "Of" + end;
  }

  void add(Function piece) {
    pieces.add(piece);
  }

  /** Constants cost nothing where they are used: every piece gets its own. */
  private Region withoutConstants(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (op instanceof Op.Const) {
        constants.put(op.result(), op);
      } else {
        List<Region> inner = op.regions().stream().map(this::withoutConstants).toList();
        ops.add(op.rebuild(op.results(), op.operands(), inner));
      }
    }
    return new Region(region.params(), ops, region.yields());
  }

  private Region withConstants(Region region) {
    Set<Value> used = new LinkedHashSet<>();
    collect(region, used);
    List<Op> ops = new ArrayList<>();
    Map<Value, Value> copies = new HashMap<>();
    for (Value value : used) {
      Value copy = value.copy();
      copies.put(value, copy);
      ops.add(constants.get(value).rebuild(List.of(copy), List.of(), List.of()));
    }
    Region substituted = new Substitution(copies).apply(region);
    ops.addAll(substituted.ops());
    return new Region(region.params(), ops, substituted.yields());
  }

  private void collect(Region region, Set<Value> used) {
    for (Op op : region.ops()) {
      op.operands().stream().filter(this::isConstant).forEach(used::add);
      op.regions().forEach(inner -> collect(inner, used));
    }
    region.yields().stream().filter(this::isConstant).forEach(used::add);
  }
}
