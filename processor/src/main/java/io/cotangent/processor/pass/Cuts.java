package io.cotangent.processor.pass;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a region is cut into pieces: none larger than a limit, few values handed from one to
 * another. Headings and a throw at the end belong to no piece.
 *
 * <p>The cost of a cut is the number of values that are defined before and used behind it, plus a
 * constant that keeps the number of pieces small. The cheapest cuts are found by dynamic
 * programming over the ends of pieces.
 */
final class Cuts {
  /** What a piece costs besides the values: about ten of them. */
  private static final int PIECE = 10;

  /** References are handed on as results, which is dearer than an element of a frame. */
  private static final int REFERENCE = 4;

  private final List<Op> ops;
  private final int[] sizes;
  private final int[] across;
  private final int limit;

  private Cuts(Region region, CodeSize size, int limit) {
    this.ops = region.ops();
    this.sizes = ops.stream().mapToInt(size::of).toArray();
    this.across = across(region);
    this.limit = limit;
  }

  /** Operations from one index until before another. */
  record Piece(int from, int to) {}

  /** The pieces, in order. */
  static List<Piece> of(Region region, CodeSize size, int limit) {
    Cuts cuts = new Cuts(region, size, limit);
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cuts.ops.size(); i++) {
      if (i == cuts.ops.size() || isFixed(cuts.ops.get(i))) {
        pieces.addAll(cuts.pieces(from, i));
        from = i + 1;
      }
    }
    return pieces;
  }

  private static boolean isFixed(Op op) {
    return op instanceof Op.Throw || op instanceof Op.Comment comment && comment.isHeading();
  }

  /** For each index the weight of the values defined before it and used at or behind it. */
  private static int[] across(Region region) {
    int[] change = new int[region.ops().size() + 2];
    Map<Value, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < region.ops().size(); i++) {
      for (Value used : FreeValues.of(region.ops().get(i))) {
        lastUse.put(used, i);
      }
    }
    region.yields().forEach(v -> lastUse.put(v, region.ops().size()));
    for (int i = 0; i < region.ops().size(); i++) {
      for (Value result : region.ops().get(i).results()) {
        int weight = result.type().isReference() ? REFERENCE : 1;
        change[i + 1] += weight;
        change[Math.max(lastUse.getOrDefault(result, i), i) + 1] -= weight;
      }
    }
    for (int i = 1; i < change.length; i++) {
      change[i] += change[i - 1];
    }
    return change;
  }

  private List<Piece> pieces(int from, int to) {
    long[] best = new long[to - from + 1];
    int[] start = new int[to - from + 1];
    for (int end = from + 1; end <= to; end++) {
      best[end - from] = Long.MAX_VALUE;
      int size = 0;
      for (int begin = end - 1; begin >= from; begin--) {
        size += sizes[begin];
        if (size > limit && begin < end - 1) {
          break;
        }
        long cost = best[begin - from] + cost(end);
        if (cost < best[end - from]) {
          best[end - from] = cost;
          start[end - from] = begin;
        }
      }
    }
    List<Piece> pieces = new ArrayList<>();
    for (int end = to; end > from; end = start[end - from]) {
      pieces.add(0, new Piece(start[end - from], end));
    }
    return pieces;
  }

  /** A comment belongs to what follows it. */
  private int cost(int end) {
    return PIECE + across[end] + (ops.get(end - 1) instanceof Op.Comment ? 1 : 0);
  }
}
