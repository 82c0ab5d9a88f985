package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The values something depends on that must stay. The least set such that
 *
 * <ul>
 *   <li>the region's yields and the operands of operations that must stay are live;
 *   <li>the operands of an operation are live if a result is;
 *   <li>what a branch yields for a live result is live, and its condition if anything in it stays;
 *   <li>a carried value is live with the result it becomes, its initial value and what the body
 *       yields for it: one that only feeds itself never gets into the set.
 * </ul>
 */
final class Liveness {
  private final Effects effects;
  private final Set<Value> live = new HashSet<>();
  private boolean changed;

  private Liveness(Effects effects) {
    this.effects = effects;
  }

  /** The live values of a region, those of nested regions included. */
  static Liveness of(Region region, DeadCode.Mode mode) {
    Liveness liveness = new Liveness(new Effects(Definitions.of(region), mode));
    liveness.mark(region.yields());
    do {
      liveness.changed = false;
      liveness.region(region);
    } while (liveness.changed);
    return liveness;
  }

  boolean isLive(Value value) {
    return live.contains(value);
  }

  /** Whether the operation, not looking at its regions, is kept. */
  boolean isKept(Op op) {
    return effects.mustStay(op, this) || op.results().stream().anyMatch(live::contains);
  }

  private void mark(Value value) {
    changed |= live.add(value);
  }

  private void mark(List<Value> values) {
    values.forEach(this::mark);
  }

  /** Goes through a region backwards and says whether anything in it is kept. */
  private boolean region(Region region) {
    boolean kept = false;
    for (int i = region.ops().size() - 1; i >= 0; i--) {
      kept |= op(region.ops().get(i));
    }
    return kept;
  }

  private boolean op(Op op) {
    if (op instanceof Op.If branch) {
      return branch(branch);
    }
    if (op instanceof Op.For loop) {
      return loop(loop);
    }
    if (op instanceof Op.While loop) {
      return loop(loop);
    }
    boolean kept = isKept(op);
    if (kept) {
      mark(op.operands());
    }
    return kept;
  }

  private boolean branch(Op.If op) {
    boolean kept = isKept(op);
    for (Region arm : op.regions()) {
      for (int i = 0; i < arm.yields().size(); i++) {
        together(op.results().get(i), arm.yields().get(i));
      }
      kept |= region(arm);
    }
    if (kept) {
      mark(op.condition());
    }
    return kept;
  }

  private boolean loop(Op.For op) {
    carry(op);
    boolean kept = region(op.body()) | isKept(op);
    carry(op); // what comes before the loop need not wait for the next round
    if (kept) {
      mark(op.lower());
      mark(op.upper());
    }
    return kept;
  }

  private void carry(Op.For op) {
    for (int i = 0; i < op.results().size(); i++) {
      slot(op.carried().get(i), op.inits().get(i), op.body(), i);
      slot(op.results().get(i), op.inits().get(i), op.body(), i);
      together(op.carried().get(i), op.results().get(i));
    }
  }

  private boolean loop(Op.While op) {
    carry(op);
    boolean kept = region(op.body()) | region(op.before()) | isKept(op);
    carry(op);
    if (kept && !op.before().isTerminated()) {
      mark(op.before().yields().get(0));
    }
    return kept;
  }

  private void carry(Op.While op) {
    List<Value> params = op.before().params();
    for (int i = 0; i < op.results().size(); i++) {
      Value handedOn = op.body().params().get(i);
      together(op.results().get(i), handedOn);
      if (!op.before().isTerminated()) {
        together(handedOn, op.before().yields().get(1 + i));
      }
      if (isAligned(op)) {
        together(handedOn, params.get(i));
        together(params.get(i), handedOn);
      }
    }
    for (int i = 0; i < params.size(); i++) {
      slot(params.get(i), op.inits().get(i), op.body(), i);
    }
  }

  /** Whether the loop hands on as many values as it carries: such slots live and die as a whole. */
  static boolean isAligned(Op.While op) {
    return op.results().size() == op.inits().size();
  }

  private void slot(Value value, Value init, Region body, int index) {
    together(value, init);
    if (!body.isTerminated()) {
      together(value, body.yields().get(index));
    }
  }

  /** If {@code user} is live, so is {@code used}. */
  private void together(Value user, Value used) {
    if (live.contains(user)) {
      mark(used);
    }
  }
}
