package io.cotangent.processor.source;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds what two operands have in common: something that can hold either of them. Where they are of
 * different kinds that is a {@link Operand.Union}.
 */
final class Joining {
  /** Deeper nesting than this is taken for endless. */
  static final int MOST_NESTED = 40;

  private final Map<Object, Integer> tags = new HashMap<>();

  Joining() {
    // What memory holds before anything is stored there is the null reference.
    nullTag();
  }

  /** The number of a kind of operand, the same in all unions. */
  int tag(Operand operand) {
    Integer known = tags.get(operand.kind());
    if (known == null) {
      known = tags.size();
      tags.put(operand.kind(), known);
    }
    return known;
  }

  /** The tag of {@code null} in unions. */
  int nullTag() {
    return tag(new Operand.Null(RefType.OBJECT));
  }

  /** Something both can be adapted to; only what it is made of counts, not its values. */
  Operand join(Operand a, Operand b) {
    if (a.key().equals(b.key()) || b instanceof Operand.Unset) {
      return a;
    }
    if (a instanceof Operand.Unset) {
      return b;
    }
    if (a instanceof Operand.Null && isReference(b)) {
      return b;
    }
    if (b instanceof Operand.Null && isReference(a)) {
      return a;
    }
    if (a.kind().equals(b.kind())) {
      return joinParts(a, b);
    }
    SortedMap<Integer, Operand> alternatives = new TreeMap<>();
    alternatives(a).forEach(o -> alternatives.merge(tag(o), o, this::join));
    alternatives(b).forEach(o -> alternatives.merge(tag(o), o, this::join));
    return new Operand.Union(new Value(Primitive.INT, "kind"), a.type(), alternatives);
  }

  /** A union that is always the operand. */
  Operand tagged(Operand operand) {
    SortedMap<Integer, Operand> alternatives = new TreeMap<>(Map.of(tag(operand), operand));
    return new Operand.Union(new Value(Primitive.INT, "kind"), operand.type(), alternatives);
  }

  private static boolean isReference(Operand operand) {
    return operand instanceof Operand.Scalar scalar && scalar.type().isReference()
        || operand instanceof Instance
        || operand instanceof Linked
        || operand instanceof Columns;
  }

  /** What the operand may be. */
  static Collection<Operand> alternatives(Operand operand) {
    return operand instanceof Operand.Union union
        ? union.alternatives().values()
        : List.of(operand);
  }

  private Operand joinParts(Operand a, Operand b) {
    if (a instanceof Operand.Tuple first && b instanceof Operand.Tuple second) {
      return new Operand.Tuple(first.type(), join(first.components(), second.components()));
    }
    if (a instanceof Instance first && b instanceof Instance second) {
      return new Instance(first.of(), join(first.parts(), second.parts()));
    }
    if (a instanceof Operand.Closure first && b instanceof Operand.Closure second) {
      List<Operand> captured = join(first.captured(), second.captured());
      return new Operand.Closure(first.code(), first.type(), captured);
    }
    throw new IllegalStateException("cannot join " + a + " and " + b);
  }

  private List<Operand> join(List<Operand> a, List<Operand> b) {
    return IntStream.range(0, a.size()).mapToObj(i -> join(a.get(i), b.get(i))).toList();
  }

  /** The operand as one that is made of what the other is made of, which was joined from it. */
  Operand adapt(Operand operand, Operand to, Builder out) {
    if (operand.key().equals(to.key())) {
      return operand;
    }
    if (operand instanceof Operand.Unset) {
      return zero(to, out);
    }
    if (to instanceof Operand.Union union) {
      return adaptToUnion(operand, union, out);
    }
    if (operand instanceof Operand.Null && isReference(to)) {
      return zero(to, out);
    }
    if (operand instanceof Instance instance && to instanceof Instance wide) {
      return new Instance(wide.of(), adapt(instance.parts(), wide.parts(), out));
    }
    if (operand instanceof Operand.Tuple tuple && to instanceof Operand.Tuple wide) {
      return new Operand.Tuple(tuple.type(), adapt(tuple.components(), wide.components(), out));
    }
    if (operand instanceof Operand.Closure closure && to instanceof Operand.Closure wide) {
      return new Operand.Closure(
          wide.code(), closure.type(), adapt(closure.captured(), wide.captured(), out));
    }
    throw new IllegalStateException("cannot adapt " + operand + " to " + to);
  }

  private List<Operand> adapt(List<Operand> operands, List<Operand> to, Builder out) {
    return IntStream.range(0, to.size())
        .mapToObj(i -> adapt(operands.get(i), to.get(i), out))
        .toList();
  }

  private Operand adaptToUnion(Operand operand, Operand.Union to, Builder out) {
    SortedMap<Integer, Operand> given = new TreeMap<>();
    Value tag;
    if (operand instanceof Operand.Union union) {
      given.putAll(union.alternatives());
      tag = union.tag();
    } else {
      given.put(tag(operand), operand);
      tag = out.intConstant(tag(operand));
    }
    SortedMap<Integer, Operand> alternatives = new TreeMap<>();
    to.alternatives()
        .forEach(
            (number, wide) -> {
              Operand own = given.getOrDefault(number, new Operand.Unset(wide.type()));
              alternatives.put(number, adapt(own, wide, out));
            });
    return new Operand.Union(tag, to.type(), alternatives);
  }

  /** An operand like the given one whose leaves are zero. */
  static Operand zero(Operand like, Builder out) {
    Iterator<Value> zeros = like.leaves().stream().map(v -> out.zero(v.type())).iterator();
    return like.withLeaves(zeros);
  }

  /** An operand like the given one made of new values. */
  static Operand fresh(Operand like, String name) {
    List<Value> fresh = new ArrayList<>();
    addFresh(like, name, fresh);
    return like.withLeaves(fresh.iterator());
  }

  private static void addFresh(Operand like, String name, List<Value> fresh) {
    if (like instanceof Operand.Tuple tuple) {
      for (int i = 0; i < tuple.components().size(); i++) {
        String component = tuple.type().components().get(i).name();
        addFresh(
            tuple.components().get(i), name.isEmpty() ? component : name + "_" + component, fresh);
      }
    } else if (like instanceof Instance instance) {
      for (int i = 0; i < instance.parts().size(); i++) {
        String part = instance.of().slots().get(i).name();
        addFresh(instance.parts().get(i), name.isEmpty() ? part : name + "_" + part, fresh);
      }
    } else if (like instanceof Operand.Scalar scalar) {
      fresh.add(new Value(scalar.type(), name));
    } else if (like instanceof Columns array && array.element() instanceof Operand.Scalar) {
      fresh.add(new Value(array.leaves().get(0).type(), name));
    } else {
      like.leaves().forEach(v -> fresh.add(new Value(v.type(), v.name())));
    }
  }

  /** How deep operands lie within one another. */
  static int depth(Operand operand) {
    List<Operand> parts = Nesting.parts(operand);
    return 1 + parts.stream().mapToInt(Joining::depth).max().orElse(0);
  }
}
