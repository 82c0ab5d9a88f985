package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which values carry derivatives.
 *
 * <p>A real value is <em>varied</em> if it depends on a differentiated parameter through real
 * arithmetic, <em>useful</em> if a result depends on it, <em>active</em> if both. Arrays are varied
 * and useful by memory class, whatever the order of reads and writes. Both are least fixpoints over
 * all functions of the unit: {@link VariedPass} runs forwards, {@link UsefulPass} backwards.
 */
public final class Activity {
  private final Memory memory;
  private final Set<Value> variedScalars = new HashSet<>();
  private final Set<Value> usefulScalars = new HashSet<>();
  private final Set<MemoryClass> variedMemory = new HashSet<>();
  private final Set<MemoryClass> usefulMemory = new HashSet<>();

  private Activity(Memory memory) {
    this.memory = memory;
  }

  /**
   * Activity in a unit.
   *
   * @param independents the leaves of the differentiated parameters of the root
   */
  public static Activity of(Unit unit, Memory memory, List<Value> independents) {
    return of(unit, memory, independents, unit.rootFunction().body().yields());
  }

  /**
   * Activity in a unit of whose results only some are to be differentiated.
   *
   * @param dependents those of the root's results, beside the parameters that are written
   */
  public static Activity of(
      Unit unit, Memory memory, List<Value> independents, List<Value> dependents) {
    Activity activity = new Activity(memory);
    independents.forEach(v -> activity.markVaried(v));
    new VariedPass(unit, activity).run();
    dependents.forEach(v -> activity.markUseful(v));
    for (Value parameter : independents) {
      if (parameter.type().isReference() && memory.isWritten(parameter)) {
        activity.markUseful(parameter);
      }
    }
    new UsefulPass(unit, activity).run();
    return activity;
  }

  /** Whether the value, or the array it refers to, carries derivatives. */
  public boolean isActive(Value value) {
    return isVaried(value) && isUseful(value);
  }

  /** Whether a differentiated parameter has an influence on the value. */
  public boolean isVaried(Value value) {
    if (value.type().isReal()) {
      return variedScalars.contains(value);
    }
    return value.type().isRealArray() && variedMemory.contains(memory.innermost(value));
  }

  /** Whether the value has an influence on a result. */
  public boolean isUseful(Value value) {
    if (value.type().isReal()) {
      return usefulScalars.contains(value);
    }
    return value.type().isRealArray() && usefulMemory.contains(memory.innermost(value));
  }

  /** Adds a fact; returns whether it is new. */
  boolean markVaried(Value value) {
    if (value.type().isReal()) {
      return variedScalars.add(value);
    }
    return value.type().isRealArray() && variedMemory.add(memory.innermost(value));
  }

  /** Adds a fact; returns whether it is new. */
  boolean markUseful(Value value) {
    if (value.type().isReal()) {
      return usefulScalars.add(value);
    }
    return value.type().isRealArray() && usefulMemory.add(memory.innermost(value));
  }

  /** Whether the operation, or one nested in it, defines or changes something active. */
  public boolean touches(Op op) {
    if (op instanceof Op.Store store && isActive(store.array())) {
      return true;
    }
    if (op instanceof Op.Call call && call.args().stream().anyMatch(this::isActive)) {
      return true;
    }
    return op.results().stream().anyMatch(this::isActive)
        || op.regions().stream().anyMatch(r -> r.ops().stream().anyMatch(this::touches));
  }
}
