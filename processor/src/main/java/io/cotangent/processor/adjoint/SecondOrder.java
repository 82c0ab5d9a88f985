package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.pass.DeadCode;
import io.cotangent.processor.pass.LoopInvariants;
import io.cotangent.processor.pass.Simplify;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.tangent.Tangent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Second derivatives as the adjoint of the tangent: the tangent of a number in the direction v is
 * {@code g(x) . v}, so its gradient with respect to x is the Hessian times v.
 */
final class SecondOrder {
  private static final String SUFFIX = "2";

  private SecondOrder() {}

  /** The functions for a method with a number as its result. */
  static List<Function> of(Primal primal, Report report) {
    Unit unit = Tangent.plain(primal.unit(), primal.activity(), primal::isIndependent, SUFFIX);
    unit = optimised(unit, primal.settings());
    Primal first = analyse(primal, unit);
    Primal tangent = analyse(primal, unit.map(f -> rotated(f, first)));
    ForeignCalls.check(tangent, report);
    CheckpointedLoops.check(tangent, report);
    List<Function> functions = new ArrayList<>();
    functions.add(VjpFunction.ofTangent(tangent));
    for (Function callee : tangent.unit().functions().values()) {
      if (callee != tangent.root()) {
        functions.add(callee);
        functions.addAll(SplitFunctions.ofCallee(tangent, callee));
      }
    }
    return functions;
  }

  private static Unit optimised(Unit tangent, Settings settings) {
    Unit unit = settings.uses(Optimisation.SIMPLIFY) ? Simplify.run(tangent) : tangent;
    unit = settings.uses(Optimisation.DEAD_CODE) ? DeadCode.run(unit) : unit;
    unit = settings.uses(Optimisation.HOIST) ? LoopInvariants.run(unit) : unit;
    return settings.uses(Optimisation.DEAD_CODE) ? DeadCode.run(unit) : unit;
  }

  private static Function rotated(Function function, Primal analysed) {
    return function.withBody(LoopRotation.rotate(function.body(), analysed.activity()));
  }

  private static Primal analyse(Primal primal, Unit unit) {
    Function root = unit.rootFunction();
    List<Value> before = primal.root().params();
    List<Value> independents = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (primal.isIndependent(before.get(i))) {
        independents.add(root.params().get(i));
      }
    }
    Memory memory = Memory.of(unit, List.of());
    List<Value> yields = root.body().yields();
    List<Value> dependents = yields.isEmpty() ? yields : yields.subList(1, yields.size());
    Activity activity = Activity.of(unit, memory, independents, dependents);
    return new Primal(
        signature(primal), unit, memory, activity, independents, primal.settings(), primal.plans());
  }

  private static Signature signature(Primal primal) {
    Signature s = primal.signature();
    Type number = s.result().orElseThrow();
    RecordType results =
        new RecordType(
            "Hvp",
            List.of(
                new RecordType.Component("value", number),
                new RecordType.Component("tangent", number)));
    return s.with(s.parameters(), Optional.of(Form.of(results)));
  }
}
