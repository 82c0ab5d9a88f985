package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * Reverses what touches arrays. The adjoint of an element lives in the shadow: reading it adds to
 * the shadow, writing it moves the shadow's value out and leaves zero, because what was there
 * before has no influence any more.
 */
final class MemoryPlanner {
  private final Frame frame;
  private final Adjoints adjoints;
  private final Builder reverse;

  MemoryPlanner(Frame frame, Adjoints adjoints, Builder reverse) {
    this.frame = frame;
    this.adjoints = adjoints;
    this.reverse = reverse;
  }

  /** {@code x = a[i]}: {@code aBar[i] += xBar}. */
  List<Op> load(Op.Load op) {
    Builder forward = forward(op);
    if (op.value().type().isReference()) {
      frame.shadowing().load(op, forward);
      return forward.ops();
    }
    Value bar = adjoints.take(op.value());
    if (bar != null) {
      Value shadow = frame.shadowing().of(op.array());
      Value sum = reverse.apply(Operator.ADD, reverse.load(shadow, op.index(), ""), bar);
      reverse.store(shadow, op.index(), sum);
    }
    return forward.ops();
  }

  /**
   * {@code a[i] = x}: {@code xBar += aBar[i]; aBar[i] = 0}. Where x is the element and something
   * more, only that gets its share.
   */
  List<Op> store(Op.Store op, Accumulations accumulations) {
    Builder forward = forward(op);
    if (op.stored().type().isReference()) {
      frame.shadowing().store(op, forward);
      return forward.ops();
    }
    Value shadow = frame.shadowing().of(op.array());
    frame.watched().write(op, shadow, reverse);
    Optional<List<Accumulations.Term>> terms = accumulations.terms(op);
    if (terms.isPresent() && frame.activity().isActive(op.stored())) {
      accumulate(terms.get(), reverse.load(shadow, op.index(), ""));
    } else if (frame.activity().isActive(op.stored())) {
      Value bar = reverse.load(shadow, op.index(), Names.bar(op.stored()));
      reverse.store(shadow, op.index(), reverse.zero(bar.type()));
      adjoints.add(reverse, op.stored(), bar);
    } else {
      reverse.store(shadow, op.index(), reverse.zero(op.stored().type()));
    }
    return forward.ops();
  }

  private void accumulate(List<Accumulations.Term> terms, Value bar) {
    for (Accumulations.Term term : terms) {
      if (frame.activity().isActive(term.value())) {
        Value share = term.isNegative() ? reverse.apply(Operator.NEG, bar) : bar;
        adjoints.add(reverse, term.value(), share);
      }
    }
  }

  /** A new array starts with constants: its adjoint ends here. */
  List<Op> newArray(Op.NewArray op) {
    Builder forward = forward(op);
    frame.shadowing().newArray(op, forward);
    boolean hasNumbers = op.dimensions().size() == ((ArrayType) op.value().type()).rank();
    if (hasNumbers && frame.isReplayed() && frame.shadowing().isShadowed(op.value())) {
      clearOwnRows(op.value(), forward);
    }
    return forward.ops();
  }

  /** {@code c = a.clone()}: {@code aBar += cBar}. */
  List<Op> copyArray(Op.CopyArray op) {
    Builder forward = forward(op);
    if (!frame.shadowing().isShadowed(op.value())) {
      return forward.ops();
    }
    Value to = frame.shadowing().of(op.value());
    if (op.kind() == Op.CopyArray.Kind.DEEP) {
      throw new IllegalStateException("a snapshot shares the shadow of its array");
    }
    if (op.kind() == Op.CopyArray.Kind.ZEROS) {
      forward.add(new Op.CopyArray(to, op.value(), op.kind(), op.origin()));
      if (frame.isReplayed()) {
        RuntimeCalls.clear(reverse, to);
      }
    } else if (((ArrayType) op.value().type()).element().isReference()) {
      Value from = frame.shadowing().of(op.array());
      forward.add(new Op.CopyArray(to, from, op.kind(), op.origin()));
    } else {
      forward.add(new Op.CopyArray(to, op.value(), Op.CopyArray.Kind.ZEROS, op.origin()));
      if (frame.shadowing().isShadowed(op.array())) {
        RuntimeCalls.add(reverse, frame.shadowing().of(op.array()), to);
      }
      if (frame.isReplayed()) {
        RuntimeCalls.clear(reverse, to);
      }
    }
    return forward.ops();
  }

  /** Clears the rows the array was made with, which need not be those it has in the end. */
  private void clearOwnRows(Value array, Builder forward) {
    Value shadow = frame.shadowing().of(array);
    boolean keepsRows = !frame.stability().hasReplacedRows(array);
    RuntimeCalls.clear(reverse, keepsRows ? shadow : RuntimeCalls.spine(forward, shadow));
  }

  private static Builder forward(Op op) {
    Builder forward = new Builder(op.origin());
    forward.add(op);
    return forward;
  }
}
