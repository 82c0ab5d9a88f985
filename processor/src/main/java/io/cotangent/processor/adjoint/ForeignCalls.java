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
        report(opaque);
      }
      if (op instanceof Op.Opaque opaque && escapesInto(opaque)) {
        isClean = false;
        report.error(Problem.FOREIGN_ARRAY, op.origin().site(), opaque.callee());
      }
      op.regions().forEach(this::region);
    }
  }

  private void report(Op.Opaque op) {
    String callee = op.callee();
    int arguments = callee.indexOf('(');
    String name = arguments < 0 ? callee : callee.substring(0, arguments);
    String simple = name.substring(name.lastIndexOf('.') + 1) + "Partials";
    String rule = simple + (arguments < 0 ? "(double value)" : callee.substring(arguments));
    report.error(Problem.ACTIVE_FOREIGN_CALL, op.origin().site(), callee, rule);
  }

  private boolean isRefused(Op.Opaque op) {
    boolean takesVaried = op.args().stream().anyMatch(primal.activity()::isVaried);
    return takesVaried && op.nature() == Op.Opaque.Nature.UNKNOWN;
  }

  /** Whether active values are stored in an array that others can reach, a static field's. */
  private boolean escapesInto(Op.Opaque op) {
    return op.results().stream()
        .anyMatch(r -> r.type().isRealArray() && primal.activity().isVaried(r));
  }
}
