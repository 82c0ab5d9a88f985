package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.TapeType;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives a tape to functions with more than one result that have none, and to those that call them:
 * Java methods return one value, the others travel on the tape.
 */
final class ScratchTapes {
  private final Map<String, Function> functions;
  private final Set<String> needing = new LinkedHashSet<>();

  private ScratchTapes(Map<String, Function> functions) {
    this.functions = functions;
  }

  /**
   * The functions with tapes where they need them.
   *
   * @param entries functions that are written inside public members, which put their results
   *     together themselves
   */
  static Map<String, Function> give(Map<String, Function> functions, Set<String> entries) {
    ScratchTapes tapes = new ScratchTapes(functions);
    functions.values().stream()
        .filter(f -> f.resultTypes().size() > 1 && !entries.contains(f.name()) && !hasTape(f))
        .forEach(f -> tapes.needing.add(f.name()));
    if (tapes.needing.isEmpty()) {
      return functions;
    }
    tapes.addCallers();
    Map<String, Function> given = new LinkedHashMap<>();
    functions.forEach((name, f) -> given.put(name, tapes.withTape(f)));
    return given;
  }

  private static boolean hasTape(Function function) {
    return !function.params().isEmpty() && function.params().get(0).type() == TapeType.TAPE;
  }

  private void addCallers() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Function function : functions.values()) {
        if (!hasTape(function) && callsNeeding(function.body())) {
          changed |= needing.add(function.name());
        }
      }
    }
  }

  private boolean callsNeeding(Region region) {
    return region.has(op -> op instanceof Op.Call call && needing.contains(call.callee()));
  }

  private Function withTape(Function function) {
    Region body = function.body();
    if (!needing.contains(function.name()) && !callsNeeding(body)) {
      return function;
    }
    boolean isNew = needing.contains(function.name());
    Value tape = isNew ? new Value(TapeType.TAPE, "tape") : function.params().get(0);
    List<Value> params = isNew ? Lists.join(List.of(tape), body.params()) : body.params();
    Region handing = handing(body, tape);
    return function.withBody(new Region(params, handing.ops(), handing.yields()));
  }

  private Region handing(Region region, Value tape) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (op instanceof Op.Call call && needing.contains(call.callee())) {
        List<Value> args = Lists.join(List.of(tape), call.args());
        ops.add(new Op.Call(call.results(), call.callee(), args, call.origin()));
      } else {
        List<Region> regions = op.regions().stream().map(r -> handing(r, tape)).toList();
        ops.add(op.rebuild(op.results(), op.operands(), regions));
      }
    }
    return new Region(region.params(), ops, region.yields());
  }
}
