package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Puts a check behind code that finds an array, in a field of an object say: it is none of the
 * method's arguments, if one of them is written. Without that they would be taken for two.
 * Functions that find one, or call one that does, are given the arguments to compare it with.
 */
final class FoundArrays {
  private final Unit unit;
  private final List<Leaf> leaves;
  private final Memory memory;

  /** The arguments by the number of their leaf, where they are known. */
  private final Map<String, Map<Integer, Value>> arguments = new LinkedHashMap<>();

  private FoundArrays(Unit unit, List<Leaf> leaves) {
    this.unit = unit;
    this.leaves = leaves;
    this.memory = Memory.of(unit, List.of());
  }

  /** A unit of plain operations with its checks. */
  static Unit check(Unit unit, List<Leaf> leaves) {
    Set<String> finding = Callers.of(unit, FoundArrays::isFound);
    if (finding.isEmpty()) {
      return unit; // most methods find none, and need no analysis
    }
    FoundArrays found = new FoundArrays(unit, leaves);
    finding.forEach(name -> found.arguments.put(name, found.argumentsOf(unit.function(name))));
    return unit.map(found::function);
  }

  /** The leaves that are arrays of primitives nobody made for the call, as a function sees them. */
  private Map<Integer, Value> argumentsOf(Function function) {
    List<Value> params = unit.rootFunction().params();
    Map<Integer, Value> values = new LinkedHashMap<>();
    IntStream.range(0, leaves.size())
        .filter(i -> !leaves.get(i).isOwn() && isOfPrimitives(leaves.get(i)))
        .forEach(
            i ->
                values.put(
                    i, function == unit.rootFunction() ? params.get(i) : params.get(i).copy()));
    return values;
  }

  private static boolean isOfPrimitives(Leaf leaf) {
    return leaf.form().held() instanceof ArrayType array && array.innermost() instanceof Primitive;
  }

  private Function function(Function function) {
    Map<Integer, Value> known = arguments.get(function.name());
    if (known == null) {
      return function;
    }
    Region body = region(function.body(), known);
    if (function == unit.rootFunction()) {
      return function.withBody(body);
    }
    List<Value> params = new ArrayList<>(body.params());
    params.addAll(known.values());
    return function.withBody(new Region(params, body.ops(), body.yields()));
  }

  private Region region(Region region, Map<Integer, Value> known) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      ops.add(op(op, known));
      if (isFound(op)) {
        add((Op.Opaque) op, known, ops);
      }
    }
    return new Region(region.params(), ops, region.yields());
  }

  private Op op(Op op, Map<Integer, Value> known) {
    if (op instanceof Op.Call call && arguments.containsKey(call.callee())) {
      List<Value> args = new ArrayList<>(call.args());
      args.addAll(known.values());
      return call.rebuild(call.results(), args, List.of());
    }
    List<Region> inner = op.regions().stream().map(r -> region(r, known)).toList();
    return inner.isEmpty() ? op : op.rebuild(op.results(), op.operands(), inner);
  }

  private static boolean isFound(Op op) {
    return op instanceof Op.Opaque opaque
        && !Strangers.isField(opaque)
        && opaque.nature().isForeign()
        && opaque.results().size() == 1
        && opaque.result().type() instanceof ArrayType array
        && array.innermost() instanceof Primitive
        && opaque.args().stream().noneMatch(a -> a.type() instanceof ArrayType);
  }

  private void add(Op.Opaque op, Map<Integer, Value> known, List<Op> ops) {
    Value array = op.result();
    known.forEach(
        (i, argument) -> {
          Leaf leaf = leaves.get(i);
          boolean isLike =
              ((ArrayType) leaf.form().held())
                  .innermost()
                  .equals(((ArrayType) array.type()).innermost());
          boolean isWritten =
              memory.isWritten(unit.rootFunction().params().get(i)) || memory.isWritten(array);
          if (isLike && isWritten) {
            ops.add(comparison(leaf, argument, op));
          }
        });
  }

  private static Op comparison(Leaf leaf, Value argument, Op.Opaque op) {
    String inside = "#0" + "[0]".repeat(leaf.form().cells());
    String names = "(\"%s\", " + inside + ", \"%s\", #1)";
    String java =
        "{io.cotangent.runtime.Shapes}.requireDistinct"
            + names.formatted(leaf.path(), op.callee().replace("\"", ""));
    List<Value> args = List.of(argument, op.result());
    return new Op.Opaque(List.of(), java, args, Nature.SINK, "", op.origin());
  }
}
