package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.analysis.Traces;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import java.util.List;

/** Refuses programs in which an active value goes into a method nobody knows the derivative of. */
final class ForeignCalls {
  private final Activity activity;
  private final Report report;
  private final Traces traces;
  private boolean isClean = true;

  private ForeignCalls(Activity activity, Traces traces, Report report) {
    this.activity = activity;
    this.traces = traces;
    this.report = report;
  }

  /** Reports every such call; returns whether there is none. */
  static boolean check(Primal primal, Report report) {
    return check(primal.unit(), primal.activity(), report);
  }

  /** What would be refused with other traces. */
  static Report report(Primal primal, Traces traces) {
    Report report = new Report();
    check(primal.unit(), primal.activity(), traces, report);
    return report;
  }

  /** The same for a unit that is differentiated in another way. */
  static boolean check(Unit unit, Activity activity, Report report) {
    return check(unit, activity, Traces.of(unit, activity), report);
  }

  private static boolean check(Unit unit, Activity activity, Traces traces, Report report) {
    ForeignCalls calls = new ForeignCalls(activity, traces, report);
    unit.functions().values().stream()
        .filter(f -> f.link().isEmpty())
        .map(Function::body)
        .forEach(body -> calls.region(unit, body));
    return calls.isClean;
  }

  private void region(Unit unit, Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Call call) {
        unit.function(call.callee()).link().ifPresent(link -> check(call, link));
      }
      if (op instanceof Op.Opaque opaque) {
        check(opaque);
      }
      if (op instanceof Op.Apply apply) {
        check(apply);
      }
      op.regions().forEach(inner -> region(unit, inner));
    }
  }

  /** A number made of digits, bits or a hash code is no longer a function with steps. */
  private void check(Op.Apply op) {
    boolean isMade = op.value().type().isReal() && op.args().stream().anyMatch(traces::isIn);
    if (isMade && activity.isUseful(op.value())) {
      isClean = false;
      String way = "way through a text, bits or a hash code";
      report.error(Problem.ACTIVE_CONVERSION, op.origin().site(), way);
    }
  }

  /** Whether the code a call goes to was compiled with the derivatives that are needed here. */
  private void check(Op.Call call, Link link) {
    boolean takesVaried = call.args().stream().anyMatch(activity::isVaried);
    boolean isOnceMore = link.member() != Link.Member.METHOD;
    if (isOnceMore && takesVaried && !link.goesOn()) {
      isClean = false;
      String obstacle = obstacle(link);
      report.error(Problem.LINKED_ORDER, call.origin().site(), link.method(), obstacle);
    }
    if (link.member() == Link.Member.LAST) {
      return;
    }
    if (call.args().stream().anyMatch(traces::isIn)) {
      isClean = false;
      report.error(Problem.ACTIVE_CONVERSION, call.origin().site(), "way through " + link.method());
      return;
    }
    List<Link.Param> params = link.params();
    for (int i = 0; i < params.size(); i++) {
      Value arg = call.args().get(i);
      boolean isLost = !params.get(i).isDifferentiated() && arg.type().isDifferentiable();
      boolean carries = activity.isVaried(arg) || takesVaried && params.get(i).written();
      if (isLost && carries) {
        isClean = false;
        String name = params.get(i).described();
        report.error(Problem.LINKED_WRT, call.origin().site(), link.method(), name);
        return;
      }
    }
  }

  /** Why what a link leads to cannot be differentiated once more. */
  private static String obstacle(Link link) {
    if (!link.hasGradient()) {
      return "That goes through methods that return a number and write to none of their parameters.";
    }
    if (link.order() < 2) {
      return "It was compiled with order = 1: compile it with @Differentiable(order = 2).";
    }
    if (!link.hasCurvature()) {
      return "It would run twice, and an object it takes might have changed.";
    }
    return link.hasSeries() || link.isOfOneNumber()
        ? "Its class has derivatives to order "
            + link.order()
            + ": compile it with a higher @Differentiable(order = ...)."
        : "Two derivatives are what its class has, and here is a third. Write a method beside it that"
            + " returns the derivative it is needed of, calling the generated member, and compile that"
            + " with @Differentiable(order = 2): a call of it has two more.";
  }

  private void check(Op.Opaque op) {
    if (isRefused(op)) {
      isClean = false;
      report(op);
    } else if (needsRule(op)) {
      isClean = false;
      report.error(Problem.RULE_ORDER, op.origin().site(), op.callee());
    } else if (comesBack(op)) {
      isClean = false;
      report.error(Problem.ACTIVE_CONVERSION, op.origin().site(), "way through " + op.callee());
    } else if (escapesInto(op)) {
      isClean = false;
      report.error(Problem.FOREIGN_ARRAY, op.origin().site(), op.callee());
    }
  }

  private void report(Op.Opaque op) {
    String callee = op.callee();
    int arguments = callee.indexOf('(');
    if (arguments < 0) {
      report.error(Problem.ACTIVE_CONVERSION, op.origin().site(), callee);
      return;
    }
    report.error(Problem.ACTIVE_FOREIGN_CALL, op.origin().site(), callee, RuleAdvice.of(op));
  }

  private boolean isRefused(Op.Opaque op) {
    boolean takesVaried = op.args().stream().anyMatch(activity::isVaried);
    return takesVaried && op.nature().isForeign();
  }

  /** Whether partial derivatives nobody knows the derivatives of are differentiated in turn. */
  private boolean needsRule(Op.Opaque op) {
    boolean isPartial =
        op.nature() == Op.Opaque.Nature.PARTIAL || op.nature() == Op.Opaque.Nature.UNTRACKED;
    return isPartial
        && op.args().stream().anyMatch(activity::isVaried)
        && (op.results().stream().anyMatch(activity::isUseful)
            || op.args().stream().anyMatch(a -> a.type().isRealArray() && activity.isUseful(a)));
  }

  /** Whether a number is made of a text or an object that an active value was put into. */
  private boolean comesBack(Op.Opaque op) {
    boolean givesNumber =
        op.results().stream().anyMatch(r -> r.type().isReal() && activity.isUseful(r));
    boolean writesNumbers =
        op.nature().mayWrite()
            && op.args().stream().anyMatch(a -> a.type().isRealArray() && activity.isUseful(a));
    return (givesNumber || writesNumbers) && traces.reach(op);
  }

  /** Whether active values are stored in an array that others can reach, a static field's. */
  private boolean escapesInto(Op.Opaque op) {
    return op.results().stream().anyMatch(r -> r.type().isRealArray() && activity.isVaried(r));
  }
}
