package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.StoragePlan;
import io.cotangent.processor.tangent.Shadowing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the planners of one function decide, told by them as they walk backwards: what is told first
 * comes last in the program. A planner that tries another way takes back what was told since it
 * began.
 */
final class StorageLog {
  private final Wording wording;
  private final Set<Value> kept = new HashSet<>();
  private final List<StoragePlan.Entry> entries = new ArrayList<>();

  StorageLog(Region function, Shadowing shadowing) {
    this.wording = new Wording(function, shadowing);
  }

  /** The value is what the other one is called behind the branch that keeps it. */
  void kept(Value value, Value other) {
    wording.call(value, name(other));
    kept.add(value);
  }

  /** The value is the adjoint of the other one. */
  void adjoint(Value value, Value other) {
    wording.call(value, "adjoint of " + name(other));
  }

  /** Whether a branch keeps the value, which was told then. */
  boolean isKept(Value value) {
    return kept.contains(value);
  }

  /** What a reader would call a value. */
  String name(Value value) {
    return wording.of(value);
  }

  /** A value is had in some way; constants are not worth a word. */
  void held(Value value, StoragePlan.Way way, String reason) {
    if (!wording.isConstant(value)) {
      Origin origin = wording.origin(value);
      entries.add(new StoragePlan.Held(name(value), value.type(), origin, way, reason));
    }
  }

  /**
   * Values of the forward sweep that a reverse region needs are still there.
   *
   * @param reason why the value is; null for those that are not
   */
  void available(Region reverse, Function<Value, String> reason) {
    List<Value> needed = new ArrayList<>(FreeValues.of(reverse));
    Collections.reverse(needed);
    for (Value value : needed) {
      String why = reason.apply(value);
      if (why != null) {
        held(value, StoragePlan.Way.AVAILABLE, why);
      }
    }
  }

  /** A call leaves what its reversal needs. */
  void call(Op.Call call) {
    entries.add(
        new StoragePlan.Held(
            call.callee(),
            call.results().isEmpty() ? call.args().get(0).type() : call.result().type(),
            call.origin(),
            StoragePlan.Way.CALLEE,
            "the function was not inlined and has a plan of its own"));
  }

  /** Begins to tell of a loop. */
  Loop loop(Op loop) {
    return new Loop(loop);
  }

  /** Everything, in the order of the program. */
  StoragePlan plan(String function) {
    List<StoragePlan.Entry> all = new ArrayList<>(entries);
    Collections.reverse(all);
    return new StoragePlan(function, all);
  }

  /** One loop while ways to reverse it are tried. */
  final class Loop {
    private final Op loop;
    private final int start = entries.size();
    private final List<String> reasons = new ArrayList<>();

    private Loop(Op loop) {
      this.loop = loop;
    }

    /** Takes back what was told of the loop's body. */
    void again() {
      entries.subList(start, entries.size()).clear();
    }

    /** Says why something is as it is. */
    void because(String reason) {
      reasons.add(reason);
    }

    /** Closes the loop. */
    void done(StoragePlan.Manner manner) {
      List<StoragePlan.Entry> own = new ArrayList<>(entries.subList(start, entries.size()));
      Collections.reverse(own);
      again();
      entries.add(new StoragePlan.Reversed(loop.origin(), manner, reasons, own));
    }
  }
}
