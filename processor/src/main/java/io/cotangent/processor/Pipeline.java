package io.cotangent.processor;

import io.cotangent.processor.adjoint.Differentiation;
import io.cotangent.processor.ir.IrPrinter;
import io.cotangent.processor.ir.IrVerifier;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.pass.CountedLoops;
import io.cotangent.processor.pass.DeadCode;
import io.cotangent.processor.pass.Inliner;
import io.cotangent.processor.pass.LoopInvariants;
import io.cotangent.processor.pass.Simplify;
import io.cotangent.processor.pass.Unreachable;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.source.Lowering;
import io.cotangent.processor.source.Program;
import io.cotangent.processor.source.Request;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The road of one method, one line a pass. */
final class Pipeline {
  private final Program program;
  private final String dumped;

  /**
   * The pipeline.
   *
   * @param dumped the pass behind which the program is printed; {@code all} for every pass
   */
  Pipeline(Program program, String dumped) {
    this.program = program;
    this.dumped = dumped;
  }

  /** Everything that is generated for a request; empty if errors were reported. */
  Optional<Derived> run(Request request, Report report) {
    Optional<Unit> lowered = Lowering.lower(request.source(), program, report);
    if (lowered.isEmpty() || report.hasErrors()) {
      return Optional.empty();
    }
    Unit unit = check("lower", lowered.get());
    unit = pass("inline", unit, Inliner::run);
    unit = pass("simplify", unit, Simplify::run);
    unit = pass("dead", unit, DeadCode::run);
    unit = pass("unreachable", unit, Unreachable::run);
    unit = pass("count", unit, CountedLoops::run);
    unit = pass("hoist", unit, LoopInvariants::run);
    unit = pass("dead", unit, DeadCode::run);
    Optional<Derived> derived = Differentiation.derive(request.signature(), unit, report);
    derived.ifPresent(d -> check("adjoint", d.unit()));
    return derived;
  }

  private Unit pass(String name, Unit unit, UnaryOperator<Unit> pass) {
    return check(name, pass.apply(unit));
  }

  private Unit check(String name, Unit unit) {
    if (dumped.equals(name) || dumped.equals("all")) {
      System.err.println("--- " + name + "\n" + IrPrinter.print(unit));
    }
    IrVerifier.verify(unit);
    return unit;
  }
}
