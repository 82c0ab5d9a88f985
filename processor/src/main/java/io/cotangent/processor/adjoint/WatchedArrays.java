package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Watched;
import java.util.ArrayList;
import java.util.List;

/**
 * The adjoints of watched arrays. The shadow of an array holds them for a moment only: that of an
 * element when the reverse sweep comes to where the element was written last, those of all others
 * when it comes to where the array became the content of the variable. There an object of the
 * runtime takes them.
 */
final class WatchedArrays {
  private static final String TYPE = "io.cotangent.runtime.WatchedArray";

  /**
   * One variable.
   *
   * @param last the array it held last, a result of the root
   * @param taker the object of the runtime, which only the reverse sweep knows
   * @param holder an array of one place, for the adjoints
   */
  private record Entry(String name, Value last, Value taker, Value holder) {}

  private final Memory memory;
  private final List<Entry> entries = new ArrayList<>();

  private WatchedArrays(Memory memory) {
    this.memory = memory;
  }

  /** Those of the root of a program. */
  static WatchedArrays of(Primal primal) {
    WatchedArrays watched = new WatchedArrays(primal.memory());
    List<Value> lasts = primal.watched();
    for (int i = 0; i < lasts.size(); i++) {
      Watched variable = primal.signature().watched().get(i);
      if (variable.isArray()) {
        Value taker = new Value(new RefType(TYPE), variable.name() + "Watch");
        Value holder = new Value(new ArrayType(variable.type()), variable.name() + Names.SUFFIX);
        watched.entries.add(new Entry(variable.name(), lasts.get(i), taker, holder));
      }
    }
    return watched;
  }

  /** Nothing is watched. */
  static WatchedArrays none(Primal primal) {
    return new WatchedArrays(primal.memory());
  }

  /** Parameters of the reverse function for the adjoints. */
  List<Value> holders() {
    return entries.stream().map(Entry::holder).toList();
  }

  /** Whether the value is what a variable held last. */
  boolean isLast(Value yield) {
    return entries.stream().anyMatch(e -> e.last().equals(yield));
  }

  /** Begins the reverse sweep: the seed is that of what the variable held last. */
  void begin(Builder reverse, Value last, Value shadow, Value seed) {
    for (Entry entry : entries) {
      if (entry.last().equals(last)) {
        String java = "{" + TYPE + "}.of(\"" + entry.name() + ": seed\", #0, #1)";
        effect(reverse, List.of(entry.taker()), java, shadow, seed);
      }
    }
  }

  /** An element is written: from here on backwards its adjoint is that of another value. */
  void write(Op.Store op, Value shadow, Builder reverse) {
    for (Entry entry : entries) {
      if (memory.mayShare(op.array(), entry.last())) {
        effect(reverse, List.of(), "#0.last(#1, #2)", entry.taker(), shadow, op.index());
      }
    }
  }

  /** The array became the content of a variable. */
  void assign(Op.Opaque op, Builder reverse) {
    for (Entry entry : entries) {
      if (entry.name().equals(op.result().name())) {
        effect(reverse, List.of(), "#0.rest()", entry.taker());
      }
    }
  }

  /** Ends the reverse sweep. */
  void end(Builder reverse) {
    for (Entry entry : entries) {
      Value bars = new Value(entry.last().type(), entry.name() + Names.SUFFIX);
      effect(reverse, List.of(bars), "#0.adjoints()", entry.taker());
      reverse.store(entry.holder(), reverse.intConstant(0), bars);
    }
  }

  /** Operations that only run once more: there nothing is watched. */
  static List<Op> plain(List<Op> ops) {
    return ops.stream().map(WatchedArrays::plain).toList();
  }

  private static Op plain(Op op) {
    if (op instanceof Op.Apply apply && apply.operator() == Operator.WATCH) {
      return number(apply);
    }
    List<Region> regions =
        op.regions().stream().map(r -> new Region(r.params(), plain(r.ops()), r.yields())).toList();
    return regions.isEmpty() ? op : op.rebuild(op.results(), op.operands(), regions);
  }

  /** What takes the place of the operator in the forward sweep. */
  static Op number(Op.Apply op) {
    List<Value> value = op.args().subList(0, 1);
    return new Op.Apply(op.value(), Operator.CAST, false, value, op.origin());
  }

  private static void effect(Builder out, List<Value> results, String java, Value... args) {
    Op.Opaque.Nature nature = Op.Opaque.Nature.UNKNOWN;
    out.add(new Op.Opaque(results, java, List.of(args), nature, "", Origin.NONE));
  }
}
