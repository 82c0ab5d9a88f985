package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The caller's buffers for the adjoints of the root's parameters: arrays of length one for scalars,
 * for arrays their shadows.
 */
final class Buffers {
  private final Primal primal;
  private final Map<Value, Value> buffers = new LinkedHashMap<>();
  private final Map<Value, Value> spines = new LinkedHashMap<>();
  private final List<Value> foreign = new ArrayList<>();

  Buffers(Primal primal) {
    this.primal = primal;
    for (Value param : primal.independents()) {
      boolean isScalar = param.type().isReal();
      buffers.put(
          param,
          new Value(isScalar ? new ArrayType(param.type()) : param.type(), Names.bar(param)));
    }
  }

  /** All buffers, in the order of the parameters. */
  List<Value> all() {
    return List.copyOf(buffers.values());
  }

  /** The buffers of the array parameters. */
  List<Value> ofArrays() {
    return primal.independents().stream()
        .filter(p -> p.type().isReference())
        .map(buffers::get)
        .toList();
  }

  /**
   * Gives every active array parameter its shadow. A buffer serves as the shadow itself unless the
   * program replaces rows of the array: then the shadow moves with it, and the buffer, whose rows
   * belong to the caller, stays as it is.
   */
  void bind(Frame frame, Builder entry) {
    for (Value param : primal.root().params()) {
      if (!frame.shadowing().isShadowed(param)) {
        continue;
      }
      if (!primal.isIndependent(param)) {
        frame.shadowing().foreign(param, entry);
        foreign.add(RuntimeCalls.spine(entry, frame.shadowing().of(param)));
      } else if (primal.memory().hasReplacedRows(param)) {
        frame.shadowing().foreign(param, entry);
        spines.put(param, RuntimeCalls.spine(entry, frame.shadowing().of(param)));
      } else {
        frame.shadowing().bind(param, buffers.get(param));
      }
    }
  }

  /** At the end of the primal, buffers hold seeds: those of moving shadows take them over. */
  void seed(Frame frame, Builder reverse) {
    for (Value param : spines.keySet()) {
      Value buffer = buffers.get(param);
      RuntimeCalls.move(reverse, frame.shadowing().of(param), buffer);
    }
  }

  /** Adds what the reverse sweep found to the buffers. */
  void collect(Frame frame, Adjoints adjoints, Builder reverse) {
    foreign.forEach(shadow -> clearForReplay(frame, shadow, reverse));
    for (Value param : primal.independents()) {
      Value buffer = buffers.get(param);
      Value bar = param.type().isReal() ? adjoints.take(param) : null;
      if (bar != null) {
        Value index = reverse.intConstant(0);
        Value sum = reverse.apply(Operator.ADD, reverse.load(buffer, index, ""), bar);
        reverse.store(buffer, index, sum);
      }
      if (spines.containsKey(param)) {
        RuntimeCalls.add(reverse, buffer, spines.get(param));
        clearForReplay(frame, spines.get(param), reverse);
      }
    }
  }

  private static void clearForReplay(Frame frame, Value shadow, Builder reverse) {
    if (frame.isReplayed()) {
      RuntimeCalls.clear(reverse, shadow);
    }
  }

  /** The same buffers as parameters of another function. */
  Map<Value, Value> renamed() {
    Map<Value, Value> names = new LinkedHashMap<>();
    buffers.values().forEach(b -> names.put(b, b.copy()));
    return names;
  }
}
