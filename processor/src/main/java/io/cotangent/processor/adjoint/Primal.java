package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.analysis.Traces;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.StoragePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The program to differentiate, with what the analyses found out.
 *
 * @param unit plain operations; no function of it calls the root
 * @param independents the leaves of the differentiated parameters of the root
 * @param settings what may be done to make it fast
 * @param plans where what is decided is written down, function by function
 */
record Primal(
    Signature signature,
    Unit unit,
    Memory memory,
    Activity activity,
    List<Value> independents,
    Settings settings,
    List<StoragePlan> plans) {
  Function root() {
    return unit.rootFunction();
  }

  /** Whether a parameter of the root is one to differentiate with respect to. */
  boolean isIndependent(Value param) {
    return independents.contains(param);
  }

  /** What the watched variables hold last; nothing if the root never returns. */
  List<Value> watched() {
    return watched(signature, unit);
  }

  /** The same before there is a primal. */
  static List<Value> watched(Signature signature, Unit unit) {
    List<Value> yields = unit.rootFunction().body().yields();
    int first = yields.isEmpty() ? 0 : yields.size() - signature.watched().size();
    return yields.subList(first, yields.size());
  }

  /** Where active values have left traces. */
  Traces traces() {
    return traces(List.of());
  }

  /** The same if they have left traces in some values already. */
  Traces traces(List<Value> marked) {
    return Traces.of(unit, activity, marked);
  }

  /** Parameters for the seeds of the result's differentiable leaves. */
  List<Value> seedParameters() {
    List<Value> seeds = new ArrayList<>();
    for (Type leaf : signature.resultLeaves()) {
      if (leaf.isDifferentiable()) {
        seeds.add(new Value(leaf, "seed"));
      }
    }
    return seeds;
  }

  /** The array parameters of the root that it writes to. */
  List<Value> writtenParameters() {
    return root().params().stream()
        .filter(p -> p.type() instanceof ArrayType && memory.isWritten(p))
        .toList();
  }

  /** Arrays of the root that its caller holds and may change: written parameters and results. */
  List<Value> sharedMemory() {
    List<Value> shared = new ArrayList<>(writtenParameters());
    List<Value> yields = root().body().yields();
    yields.subList(0, yields.size() - watched().size()).stream()
        .filter(v -> v.type() instanceof ArrayType)
        .forEach(shared::add);
    return shared;
  }
}
