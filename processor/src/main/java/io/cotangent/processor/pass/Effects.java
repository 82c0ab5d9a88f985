package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.OpVisitor;
import io.cotangent.processor.ir.Value;
import java.util.List;

/** Which operations must stay although nobody uses their results. */
final class Effects {
  private final Definitions definitions;
  private final boolean speculative;

  Effects(Definitions definitions, DeadCode.Mode mode) {
    this.definitions = definitions;
    this.speculative = mode == DeadCode.Mode.SPECULATIVE;
  }

  /** Whether the operation must stay; operations with regions stay with what is in them. */
  boolean mustStay(Op op, Liveness liveness) {
    return op.accept(new Visitor(liveness));
  }

  private boolean isNatural(Value value) {
    return definitions.constant(value) instanceof Integer n && n >= 0;
  }

  private boolean isAllocatedHere(Value array) {
    Op op = definitions.get(array);
    return op instanceof Op.NewArray || op instanceof Op.CopyArray;
  }

  /** True for what has effects; in strict mode an exception is one. */
  private final class Visitor implements OpVisitor<Boolean> {
    private final Liveness liveness;

    Visitor(Liveness liveness) {
      this.liveness = liveness;
    }

    @Override
    public Boolean visitConst(Op.Const op) {
      return false;
    }

    @Override
    public Boolean visitApply(Op.Apply op) {
      return !speculative && definitions.mayThrow(op);
    }

    @Override
    public Boolean visitLoad(Op.Load op) {
      return !speculative;
    }

    /** A store is seen unless it goes into an array of ours nobody looks at. */
    @Override
    public Boolean visitStore(Op.Store op) {
      return !speculative || !isAllocatedHere(op.array()) || liveness.isLive(op.array());
    }

    @Override
    public Boolean visitLength(Op.Length op) {
      return !speculative && !isAllocatedHere(op.array());
    }

    @Override
    public Boolean visitNewArray(Op.NewArray op) {
      List<Value> dimensions = op.dimensions();
      return !speculative && !dimensions.stream().allMatch(Effects.this::isNatural);
    }

    /** Only a clone fails on null. */
    @Override
    public Boolean visitCopyArray(Op.CopyArray op) {
      return !speculative && op.kind() == Op.CopyArray.Kind.CLONE && !isAllocatedHere(op.array());
    }

    @Override
    public Boolean visitIf(Op.If op) {
      return false;
    }

    @Override
    public Boolean visitFor(Op.For op) {
      return false;
    }

    @Override
    public Boolean visitWhile(Op.While op) {
      return false;
    }

    @Override
    public Boolean visitCall(Op.Call op) {
      return true;
    }

    @Override
    public Boolean visitOpaque(Op.Opaque op) {
      return op.nature() != Op.Opaque.Nature.PURE && op.nature() != Op.Opaque.Nature.PARTIAL;
    }

    @Override
    public Boolean visitThrow(Op.Throw op) {
      return true;
    }

    @Override
    public Boolean visitPush(Op.Push op) {
      return true;
    }

    @Override
    public Boolean visitPop(Op.Pop op) {
      return true;
    }

    @Override
    public Boolean visitComment(Op.Comment op) {
      return false;
    }
  }
}
