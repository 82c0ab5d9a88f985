package io.cotangent.processor.source;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Region;
import java.util.List;

/**
 * Functions that compute the last derivatives that are taken: what they call need not be known, as
 * long as nobody differentiates it after all.
 */
final class Untracked {
  private Untracked() {}

  static Function of(Function function) {
    return function.withBody(region(function.body()));
  }

  private static Region region(Region region) {
    List<Op> ops = region.ops().stream().map(Untracked::op).toList();
    return new Region(region.params(), ops, region.yields());
  }

  private static Op op(Op op) {
    if (op instanceof Op.Opaque opaque && opaque.nature() == Nature.UNKNOWN) {
      return new Op.Opaque(
          opaque.results(),
          opaque.java(),
          opaque.args(),
          Nature.UNTRACKED,
          opaque.callee(),
          opaque.origin());
    }
    List<Region> regions = op.regions().stream().map(Untracked::region).toList();
    return op.rebuild(op.results(), op.operands(), regions);
  }
}
