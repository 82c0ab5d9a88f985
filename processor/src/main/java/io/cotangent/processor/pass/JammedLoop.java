package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A loop whose iterations begin with a sum over a row.
 *
 * @param prefix what comes before the inner loop: reads what the index says, and computes
 * @param inner adds up, and reads what either index says
 * @param suffix everything behind
 * @param varying what is another value in each iteration, of the prefix and the inner loop
 */
record JammedLoop(Op.For loop, List<Op> prefix, Op.For inner, List<Op> suffix, Set<Value> varying) {
  private static final Type ROW = Type.array(Primitive.DOUBLE, 1);
  private static final Type ROWS = Type.array(Primitive.DOUBLE, 2);
  private static final Type WHOLE = Type.array(Primitive.INT, 1);
  private static final int LONGEST_PART = 12;
  private static final int LONGEST_REST = 40;
  private static final int FEWEST = 8;

  /** The loop, if it is one. */
  static Optional<JammedLoop> of(Op.For loop, Map<Value, Op> definitions) {
    List<Op> ops = loop.body().ops();
    int at = 0;
    while (at < ops.size() && ops.get(at).regions().isEmpty()) {
      at++;
    }
    if (at == ops.size() || !(ops.get(at) instanceof Op.For inner)) {
      return Optional.empty();
    }
    List<Op> prefix = new ArrayList<>(ops.subList(0, at));
    List<Op> inside = new ArrayList<>(inner.body().ops());
    List<Op> rows = inside.stream().filter(op -> isAt(op, loop.index())).toList();
    // Where no row is missing they can be read in front of the inner loop.
    prefix.addAll(rows);
    inside.removeAll(rows);
    Region body = new Region(inner.body().params(), inside, inner.body().yields());
    Op.For sum = (Op.For) inner.rebuild(inner.results(), inner.operands(), List.of(body));
    List<Op> suffix = ops.subList(at + 1, ops.size());
    JammedLoop found = new JammedLoop(loop, prefix, sum, suffix, new HashSet<>());
    found.spread();
    return Optional.of(found).filter(j -> j.isPlain(definitions) && j.isShort());
  }

  private void spread() {
    varying.add(loop.index());
    varying.addAll(inner.carried());
    prefix.forEach(this::spread);
    inner.body().ops().forEach(this::spread);
  }

  private void spread(Op op) {
    if (op.operands().stream().anyMatch(varying::contains)) {
      varying.addAll(op.results());
    }
  }

  private boolean isShort() {
    return prefix.size() <= LONGEST_PART
        && inner.body().ops().size() <= LONGEST_PART
        && new Region(List.of(), suffix, List.of()).size() <= LONGEST_REST;
  }

  private boolean isPlain(Map<Value, Op> definitions) {
    return isUpwards(loop)
        && isUpwards(inner)
        && number(inner.lower(), definitions).filter(n -> n >= 0).isPresent()
        && number(inner.upper(), definitions).filter(n -> n < FEWEST).isEmpty()
        && number(loop.upper(), definitions).filter(n -> n < FEWEST).isEmpty()
        && isKnownBound()
        && !loop.body().isTerminated()
        && !inner.body().isTerminated()
        && carriesNothingIn()
        && addsUp()
        && prefix.stream().allMatch(op -> isSafe(op) || isReadAtIndex(op) || isBound(op))
        && inner.body().ops().stream().allMatch(op -> isSafe(op) || isReadInside(op))
        && !rows().isEmpty()
        && suffix.stream().noneMatch(op -> op.has(JammedLoop::isUnknown));
  }

  private static boolean isUpwards(Op.For loop) {
    return loop.step() == 1 && !loop.inclusive() && loop.index().type() == Primitive.INT;
  }

  private static Optional<Integer> number(Value value, Map<Value, Op> definitions) {
    return definitions.get(value) instanceof Op.Const c && c.constant() instanceof Integer number
        ? Optional.of(number)
        : Optional.empty();
  }

  /** Nothing before the suffix depends on the iteration before. */
  private boolean carriesNothingIn() {
    Set<Value> carried = new HashSet<>(loop.carried());
    return prefix.stream().noneMatch(op -> op.operands().stream().anyMatch(carried::contains))
        && inner.operands().stream().noneMatch(carried::contains)
        && !inner.body().has(op -> op.operands().stream().anyMatch(carried::contains));
  }

  private boolean addsUp() {
    Set<Value> sums = new HashSet<>(inner.carried());
    return !sums.isEmpty()
        && sums.stream().allMatch(s -> s.type() == Primitive.DOUBLE)
        && inner.body().ops().stream()
            .anyMatch(
                op ->
                    op instanceof Op.Apply sum
                        && (sum.operator() == Operator.ADD || sum.operator() == Operator.SUB)
                        && sum.args().stream().anyMatch(sums::contains));
  }

  /** Whether an operation computes, and cannot fail. */
  private static boolean isSafe(Op op) {
    if (op instanceof Op.Apply apply) {
      boolean divides = apply.operator() == Operator.DIV || apply.operator() == Operator.REM;
      return !divides || apply.value().type().isReal();
    }
    return op instanceof Op.Const
        || op instanceof Op.Comment
        || op instanceof Op.Opaque opaque && opaque.nature() == Op.Opaque.Nature.PURE;
  }

  private static boolean isAt(Op op, Value index) {
    return op instanceof Op.Load load && load.index() == index;
  }

  private boolean isReadAtIndex(Op op) {
    return op instanceof Op.Load load
        && isAt(op, loop.index())
        && isOutside(load.array())
        && (load.array().type().equals(ROWS)
            || load.array().type().equals(ROW)
            || load.array().type().equals(WHOLE));
  }

  /** Whether it says how long all rows are. */
  private boolean isBound(Op op) {
    return op instanceof Op.Length length
        && length.value() == inner.upper()
        && length.array().type().equals(ROW)
        && isOutside(length.array());
  }

  private boolean isReadInside(Op op) {
    return op instanceof Op.Load load
        && load.index() == inner.index()
        && load.array().type().equals(ROW)
        && (rowLoad(load.array()).isPresent() || isOutside(load.array()));
  }

  private static boolean isUnknown(Op op) {
    return op instanceof Op.Call
        || op instanceof Op.Throw
        || op instanceof Op.Opaque opaque && opaque.nature() != Op.Opaque.Nature.PURE;
  }

  private boolean isOutside(Value value) {
    return !varying.contains(value)
        && prefix.stream().noneMatch(op -> op.results().contains(value))
        && !inner.body().params().contains(value)
        && !loop.body().params().contains(value)
        && inner.body().ops().stream().noneMatch(op -> op.results().contains(value));
  }

  private boolean isKnownBound() {
    return isOutside(inner.upper()) && isOutside(inner.lower())
        || boundArray().isPresent() && isOutside(inner.lower())
        || isConstant(inner.lower()) && (isOutside(inner.upper()) || boundArray().isPresent());
  }

  private boolean isConstant(Value value) {
    return prefix.stream().anyMatch(op -> op instanceof Op.Const c && c.value() == value);
  }

  /** The array whose length ends the inner loop, if the prefix asks for it. */
  Optional<Value> boundArray() {
    return prefix.stream().filter(this::isBound).map(op -> ((Op.Length) op).array()).findFirst();
  }

  /** The arrays that are read at the index of the loop. */
  List<Value> arraysAtIndex() {
    return prefix.stream()
        .map(op -> op instanceof Op.Load load ? load.array() : null)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** The arrays of rows that the inner loop goes through. */
  List<Value> rows() {
    return inner.body().ops().stream()
        .map(op -> op instanceof Op.Load load ? rowLoad(load.array()).orElse(null) : null)
        .filter(Objects::nonNull)
        .map(Op.Load::array)
        .distinct()
        .toList();
  }

  /** The other arrays that the inner loop goes through. */
  List<Value> arraysInside() {
    return inner.body().ops().stream()
        .map(op -> op instanceof Op.Load load ? load.array() : null)
        .filter(Objects::nonNull)
        .filter(array -> rowLoad(array).isEmpty())
        .distinct()
        .toList();
  }

  private Optional<Op.Load> rowLoad(Value row) {
    return prefix.stream()
        .filter(op -> op instanceof Op.Load load && load.value() == row)
        .map(Op.Load.class::cast)
        .findFirst();
  }

  /** The loads of the prefix and the inner loop. */
  List<Op.Load> loads() {
    List<Op> all = new ArrayList<>(prefix);
    all.addAll(inner.body().ops());
    return all.stream().filter(Op.Load.class::isInstance).map(Op.Load.class::cast).toList();
  }

  /** Whether an operation gives something else in each iteration. */
  boolean isVarying(Op op) {
    return op.results().stream().anyMatch(varying::contains);
  }

  /** Where a function defines its values. */
  static Map<Value, Op> definitions(Region region) {
    Map<Value, Op> definitions = new HashMap<>();
    for (Op op : region.ops()) {
      op.results().forEach(r -> definitions.put(r, op));
      op.regions().forEach(inner -> definitions.putAll(definitions(inner)));
    }
    return definitions;
  }
}
