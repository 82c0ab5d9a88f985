package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.rule.DerivativeTable;
import io.cotangent.processor.rule.Partial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Warns of parameters no derivative leads from, and of the places where it ends. */
final class ZeroDerivatives {
  private final Activity activity;
  private final Report report;

  private ZeroDerivatives(Activity activity, Report report) {
    this.activity = activity;
    this.report = report;
  }

  /** Adds a warning for each such parameter and each operation that cuts what comes from one. */
  static void warn(Primal primal, Map<Parameter, List<Value>> leaves, Report report) {
    List<Value> flat = new ArrayList<>();
    leaves.forEach(
        (parameter, values) -> {
          if (parameter.differentiated()
              && values.stream().noneMatch(v -> primal.activity().isActive(v))
              && !isStopped(primal, values)) {
            report.warning(Problem.ZERO_DERIVATIVE, parameter, parameter.name());
            values.stream().filter(v -> v.type().isDifferentiable()).forEach(flat::add);
          }
        });
    if (!flat.isEmpty()) {
      Activity from = Activity.of(primal.unit(), primal.memory(), flat);
      ZeroDerivatives cuts = new ZeroDerivatives(from, report);
      primal.unit().functions().values().forEach(f -> cuts.region(f.body()));
    }
  }

  /** Whether the user has ended a derivative with respect to one of the values. */
  private static boolean isStopped(Primal primal, List<Value> values) {
    List<Value> reals = values.stream().filter(v -> v.type().isDifferentiable()).toList();
    Activity from = Activity.of(primal.unit(), primal.memory(), reals);
    return primal.unit().functions().values().stream().anyMatch(f -> stops(f.body(), from));
  }

  private static boolean stops(Region region, Activity from) {
    return region.has(
        op ->
            op instanceof Op.Opaque opaque
                && opaque.isStop()
                && from.isVaried(opaque.args().get(0)));
  }

  private void region(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Apply apply && cuts(apply)) {
        report.warning(Problem.CUT, apply.origin().site(), name(apply));
      }
      op.regions().forEach(this::region);
    }
  }

  private boolean cuts(Op.Apply op) {
    if (op.operator() == Operator.CAST) {
      return !op.value().type().isReal() && activity.isVaried(op.args().get(0));
    }
    List<Partial> partials = DerivativeTable.partials(op.operator());
    for (int i = 0; i < partials.size(); i++) {
      if (partials.get(i) instanceof Partial.Zero && activity.isVaried(op.args().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static String name(Op.Apply op) {
    return op.operator() == Operator.CAST
        ? "a conversion to " + op.value().type()
        : op.operator().symbol();
  }
}
