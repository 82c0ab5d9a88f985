package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;

/** Refuses programs in which an active value goes into a method nobody knows the derivative of. */
final class ForeignCalls {
  private final Primal primal;
  private final Report report;
  private boolean isClean = true;

  private ForeignCalls(Primal primal, Report report) {
    this.primal = primal;
    this.report = report;
  }

  /** Reports every such call; returns whether there is none. */
  static boolean check(Primal primal, Report report) {
    ForeignCalls calls = new ForeignCalls(primal, report);
    primal.unit().functions().values().stream().map(Function::body).forEach(calls::region);
    return calls.isClean;
  }

  private void region(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Opaque opaque && isRefused(opaque)) {
        isClean = false;
        report.error(Problem.ACTIVE_FOREIGN_CALL, op.origin().site(), opaque.callee());
      }
      op.regions().forEach(this::region);
    }
  }

  private boolean isRefused(Op.Opaque op) {
    boolean takesVaried = op.args().stream().anyMatch(primal.activity()::isVaried);
    return takesVaried && op.nature() == Op.Opaque.Nature.UNKNOWN;
  }
}
