package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Between which numbers the whole numbers of a function lie, as far as lengths, constants, the
 * headers of counted loops and arithmetic say it. What may overflow, and what comes from elsewhere,
 * can be any number of its type.
 */
public final class Ranges {
  /** Numbers from {@code least} to {@code most}. */
  private record Range(long least, long most) {
    Range with(Range other) {
      return new Range(Math.min(least, other.least), Math.max(most, other.most));
    }
  }

  private static final Range INT = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final Range LONG = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

  private final Map<Value, Op> definitions = new HashMap<>();
  private final Map<Value, Range> known = new HashMap<>();

  private Ranges() {}

  /** The ranges in a function. */
  public static Ranges of(Region function) {
    Ranges ranges = new Ranges();
    ranges.add(function);
    return ranges;
  }

  private void add(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(r -> definitions.put(r, op));
      if (op instanceof Op.For loop) {
        definitions.put(loop.index(), loop);
      }
      op.regions().forEach(this::add);
    }
  }

  /** Whether a value is never the least number of its type. */
  public boolean isAboveLeast(Value value) {
    return range(value).least > all(value).least;
  }

  /** Whether a value lies in every array of that length: it is the index of a loop up to there. */
  public boolean isIndex(Value value, Value length) {
    return definitions.get(value) instanceof Op.For loop
        && loop.index() == value
        && loop.step() > 0
        && !loop.inclusive()
        && loop.upper() == length
        && range(loop.lower()).least >= 0;
  }

  /** Whether a value is never the greatest number of its type. */
  public boolean isBelowMost(Value value) {
    return range(value).most < all(value).most;
  }

  private static Range all(Value value) {
    return value.type() == Primitive.LONG ? LONG : INT;
  }

  private Range range(Value value) {
    Range found = known.get(value);
    if (found == null) {
      found = within(find(value, definitions.get(value)), value);
      known.put(value, found);
    }
    return found;
  }

  private static Range within(Range range, Value value) {
    Range all = all(value);
    return range.least < all.least || range.most > all.most ? all : range;
  }

  private Range find(Value value, Op op) {
    if (op instanceof Op.Const number && number.constant() instanceof Number constant) {
      return new Range(constant.longValue(), constant.longValue());
    }
    if (op instanceof Op.Length) {
      return new Range(0, Integer.MAX_VALUE);
    }
    if (op instanceof Op.For loop && loop.index() == value) {
      return index(loop);
    }
    if (op instanceof Op.If branch) {
      return branch(branch, branch.results().indexOf(value));
    }
    return op instanceof Op.Apply apply ? applied(apply) : all(value);
  }

  /** An arm that throws gives nothing. */
  private Range branch(Op.If branch, int at) {
    List<Range> arms =
        Stream.of(branch.then(), branch.otherwise())
            .filter(arm -> !arm.isTerminated())
            .map(arm -> range(arm.yields().get(at)))
            .toList();
    return arms.stream().reduce(Range::with).orElse(all(branch.results().get(at)));
  }

  /** An index lies between its start and its end, where the body runs at all. */
  private Range index(Op.For loop) {
    Range start = range(loop.lower());
    Range end = range(loop.upper());
    int beyond = loop.inclusive() ? 0 : 1;
    return loop.step() > 0
        ? new Range(start.least, Math.max(start.least, end.most - beyond))
        : new Range(Math.min(start.most, end.least + beyond), start.most);
  }

  private Range applied(Op.Apply op) {
    List<Value> args = op.args();
    boolean isWhole =
        args.stream().allMatch(a -> a.type() == Primitive.INT || a.type() == Primitive.LONG);
    if (!isWhole || args.isEmpty()) {
      return all(op.value());
    }
    Range a = range(args.get(0));
    Range b = args.size() > 1 ? range(args.get(1)) : a;
    try {
      return switch (op.operator()) {
        case ADD -> new Range(Math.addExact(a.least, b.least), Math.addExact(a.most, b.most));
        case SUB ->
            new Range(Math.subtractExact(a.least, b.most), Math.subtractExact(a.most, b.least));
        case MAX -> new Range(Math.max(a.least, b.least), Math.max(a.most, b.most));
        case MIN -> new Range(Math.min(a.least, b.least), Math.min(a.most, b.most));
        case MUL ->
            a.least >= 0 && b.least >= 0
                ? new Range(0, Math.multiplyExact(a.most, b.most))
                : all(op.value());
        case DIV, SHR -> a.least >= 0 && b.least >= 0 ? new Range(0, a.most) : all(op.value());
        case CAST -> op.value().type() == Primitive.LONG ? a : all(op.value());
        default -> all(op.value());
      };
    } catch (ArithmeticException overflow) {
      return all(op.value());
    }
  }
}
