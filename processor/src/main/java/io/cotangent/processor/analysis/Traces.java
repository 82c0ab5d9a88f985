package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which passive values could still be made into the number an active value was: texts, bits, hash
 * codes, and objects they were put into. A least fixpoint over all functions, whatever the order;
 * what may be the same object is taken for it. Casts and rounding leave no trace: their derivative
 * is zero.
 */
public final class Traces extends Flow {
  private static final Set<String> MATHEMATICS = Set.of("java.lang.Math", "java.lang.StrictMath");

  private final Activity activity;
  private final List<Value> params;
  private final Set<Object> marked = new HashSet<>();
  private boolean changed;

  private Traces(Unit unit, Activity activity) {
    super(unit);
    this.activity = activity;
    this.params = unit.rootFunction().params();
  }

  /** The traces in a unit. */
  public static Traces of(Unit unit, Activity activity) {
    return of(unit, activity, List.of());
  }

  /** The same if they are in some values already. */
  public static Traces of(Unit unit, Activity activity, List<Value> marked) {
    Traces traces = new Traces(unit, activity);
    traces.marked.addAll(marked);
    do {
      traces.changed = false;
      traces.sweep();
      traces.params.forEach(traces::outside);
    } while (traces.changed);
    return traces;
  }

  /** Whether an active value has left a trace in the value. */
  public boolean isIn(Value value) {
    return marked.contains(value);
  }

  /** Whether what the operation gives, or writes into its arguments, can be made from a trace. */
  public boolean reach(Op.Opaque op) {
    return op.args().stream().anyMatch(this::isIn) || marked.contains(owner(op));
  }

  private void mark(Object key) {
    changed |= marked.add(key);
  }

  private static boolean isKept(Value value) {
    return !value.type().isReal()
        && !value.type().isRealArray()
        && value.type() != Primitive.BOOLEAN;
  }

  /** Whether a class has nothing that changes: a trace does not go back into it. */
  private static boolean isUnchanging(String name) {
    return RefType.PLAIN.contains(name) || MATHEMATICS.contains(name);
  }

  private static boolean isShared(Value value) {
    return isKept(value)
        && (value.type() instanceof ArrayType
            || value.type() instanceof RefType type && !isUnchanging(type.name()));
  }

  @Override
  void region(Region region) {
    region.ops().forEach(this::visit);
  }

  @Override
  void edge(Value from, Value to) {
    if (!isKept(from) || !isKept(to)) {
      return;
    }
    if (isIn(from)) {
      mark(to);
    }
    if (isIn(to) && isShared(from) && isShared(to)) {
      mark(from);
    }
  }

  @Override
  public Void visitApply(Op.Apply op) {
    op.args().forEach(a -> edge(a, op.value()));
    return null;
  }

  @Override
  public Void visitCopyArray(Op.CopyArray op) {
    edge(op.array(), op.value());
    return null;
  }

  @Override
  public Void visitOpaque(Op.Opaque op) {
    boolean isPartial = op.nature() == Nature.PARTIAL || op.nature() == Nature.UNTRACKED;
    if (isPartial || op.isStop()) {
      return null;
    }
    boolean takes = op.nature() == Nature.SINK && op.args().stream().anyMatch(activity::isVaried);
    if (reach(op) || takes) {
      op.results().stream().filter(Traces::isKept).forEach(this::mark);
      op.args().stream().filter(a -> isShared(a) && changes(op, a)).forEach(this::mark);
      markOwner(op);
    }
    if (op.args().isEmpty() && !op.java().startsWith("new ")) {
      op.results().forEach(this::outside);
    }
    boolean givesTrace = op.results().stream().anyMatch(r -> isShared(r) && isIn(r));
    if (givesTrace) {
      op.args().stream().filter(a -> isShared(a) && givesBack(op, a)).forEach(this::mark);
    }
    return null;
  }

  /** Objects of one type that come from outside may be the same. */
  private void outside(Value value) {
    if (isShared(value)) {
      String key = "outside " + value.type();
      if (isIn(value)) {
        mark(key);
      }
      if (marked.contains(key)) {
        mark(value);
      }
    }
  }

  private void markOwner(Op.Opaque op) {
    if (op.java().contains("(") && !owner(op).isEmpty()) {
      mark(owner(op));
    }
  }

  /** The class whose static state an unknown method or field belongs to; empty if there is none. */
  private static String owner(Op.Opaque op) {
    String java = op.java();
    if (!op.nature().isForeign() || !java.startsWith("{")) {
      return "";
    }
    String name = java.substring(1, java.indexOf('}'));
    return isUnchanging(name) ? "" : "class " + name;
  }

  /** Whether the operation may put what it is given into the argument. */
  private static boolean changes(Op.Opaque op, Value arg) {
    return switch (op.nature()) {
      case PURE -> false;
      case SINK ->
          isReceiver(op, arg)
              || arg.type() instanceof ArrayType array && array.element() instanceof Primitive;
      default -> true;
    };
  }

  /** Whether the operation may change an object it is called on: a stream it prints to. */
  public static boolean changesItsReceiver(Op.Opaque op) {
    return op.args().stream().anyMatch(a -> isShared(a) && isReceiver(op, a));
  }

  /** Whether the result may be the argument, or refer to it. */
  private static boolean givesBack(Op.Opaque op, Value arg) {
    return op.nature() != Nature.SINK || isReceiver(op, arg);
  }

  /** Whether a method is called on the argument, at once or in an attempt. */
  private static boolean isReceiver(Op.Opaque op, Value arg) {
    for (int i = 0; i < op.args().size(); i++) {
      boolean isCalled =
          op.java().startsWith("#" + i + ".") || op.java().contains("-> given" + i + "_.");
      if (op.args().get(i) == arg && isCalled) {
        return true;
      }
    }
    return false;
  }
}
