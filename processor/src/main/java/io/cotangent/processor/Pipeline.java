package io.cotangent.processor;

import io.cotangent.processor.adjoint.BorrowedArrays;
import io.cotangent.processor.adjoint.Differentiation;
import io.cotangent.processor.adjoint.NestedDerivatives;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.IrPrinter;
import io.cotangent.processor.ir.IrVerifier;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.model.StoragePlan.Manner;
import io.cotangent.processor.model.StoragePlan.Reversed;
import io.cotangent.processor.model.Watched;
import io.cotangent.processor.pass.CountedLoops;
import io.cotangent.processor.pass.DeadCode;
import io.cotangent.processor.pass.HandedArrays;
import io.cotangent.processor.pass.Inductions;
import io.cotangent.processor.pass.Inliner;
import io.cotangent.processor.pass.InvariantElements;
import io.cotangent.processor.pass.LoopInvariants;
import io.cotangent.processor.pass.ScalarReplacement;
import io.cotangent.processor.pass.Simplify;
import io.cotangent.processor.pass.Unreachable;
import io.cotangent.processor.pass.Unrolling;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.report.StorageText;
import io.cotangent.processor.source.GeneratedMember;
import io.cotangent.processor.source.Lowered;
import io.cotangent.processor.source.Lowering;
import io.cotangent.processor.source.Places;
import io.cotangent.processor.source.Program;
import io.cotangent.processor.source.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The road of one method, one line a pass. */
final class Pipeline {
  private final Program program;
  private final Map<String, Request> requests = new HashMap<>();
  private final Settings settings;
  private final String dumped;
  private final Deque<Request> open = new ArrayDeque<>();
  private final List<Reversed> unrolled = new ArrayList<>();

  /**
   * The pipeline.
   *
   * @param all the requests of the round: methods may call what is generated for others
   * @param settings what is to be done, and what not
   * @param dumped the pass behind which the program is printed; {@code all} for every pass
   */
  Pipeline(Program program, List<Request> all, Settings settings, String dumped) {
    this.program = program;
    this.settings = settings.knowing(program.kinship());
    this.dumped = dumped;
    all.forEach(r -> requests.put(r.signature().qualifiedClass(), r));
  }

  /** Everything that is generated for a request; empty if errors were reported. */
  Optional<Derived> run(Request request, Report report) {
    unrolled.clear();
    Optional<Unit> plain = plain(request, report);
    if (plain.isEmpty() || report.hasErrors()) {
      return Optional.empty();
    }
    Optional<Unit> watching =
        request.signature().watched().isEmpty()
            ? Optional.empty()
            : plain(request, request.signature().watched(), report);
    Optional<Derived> derived =
        Differentiation.derive(request.signature(), plain.get(), watching, settings, report)
            .map(d -> d.withUnrolled(unrolled));
    derived.ifPresent(d -> check("adjoint", d.unit()));
    derived.ifPresent(d -> dumpStorage(d, request));
    derived.ifPresent(d -> Boundary.check(d, plain.get(), request, report));
    derived.ifPresent(d -> HiddenNames.check(d, request, report));
    return derived.filter(d -> !report.hasErrors());
  }

  /** The program of a request, ready to be differentiated. */
  private Optional<Unit> plain(Request request, Report report) {
    return plain(request, List.of(), report);
  }

  private Optional<Unit> plain(Request request, List<Watched> watched, Report report) {
    open.push(request);
    try {
      Optional<Lowered> lowered =
          Lowering.lower(request.source(), watched, program, orders(), report);
      Optional<Unit> linked = lowered.flatMap(l -> linked(l, report));
      Optional<Unit> own = linked.map(unit -> ReturnedObject.check(unit, request, report));
      return own.filter(unit -> !report.hasErrors()).map(this::normalised);
    } finally {
      open.pop();
    }
  }

  /** How many derivatives are taken of the innermost open request. */
  private int orders() {
    return open.stream().mapToInt(r -> r.signature().order()).sum();
  }

  private Unit normalised(Unit lowered) {
    Unit unit = check("lower", lowered);
    unit = pass("inline", Optimisation.INLINE, unit, Inliner::run);
    unit = pass("simplify", Optimisation.SIMPLIFY, unit, Simplify::run);
    unit = pass("dead", Optimisation.DEAD_CODE, unit, DeadCode::run);
    unit = check("unreachable", Unreachable.run(unit));
    unit = pass("count", Optimisation.COUNTED_LOOPS, unit, CountedLoops::run);
    unit = pass("unroll", Optimisation.UNROLL, unit, u -> Unrolling.run(u, this::unrolled));
    unit = pass("scalars", Optimisation.SCALARS, unit, ScalarReplacement::run);
    unit = pass("dead", Optimisation.DEAD_CODE, unit, DeadCode::run);
    unit = pass("induct", Optimisation.INDUCTION, unit, Inductions::run);
    unit = pass("simplify", Optimisation.SIMPLIFY, unit, Simplify::run);
    unit = pass("hoist", Optimisation.HOIST, unit, LoopInvariants::run);
    unit = pass("elements", Optimisation.HOIST_ELEMENTS, unit, InvariantElements::run);
    unit = pass("dead", Optimisation.DEAD_CODE, unit, DeadCode::run);
    return check("hand", HandedArrays.run(unit));
  }

  /** The program with the generated members it calls. */
  private Optional<Unit> linked(Lowered lowered, Report report) {
    Map<String, Function> functions = new LinkedHashMap<>(lowered.unit().functions());
    for (Map.Entry<String, GeneratedMember> call : lowered.generated().entrySet()) {
      Request target = requests.get(call.getValue().nestedClass());
      if (target == null || open.contains(target)) {
        Problem problem = target == null ? Problem.GENERATED_MISSING : Problem.GENERATED_CYCLE;
        report.error(problem, open.element().source().site(), call.getValue().nestedClass());
        return Optional.empty();
      }
      Optional<Unit> plain = plain(target, report);
      if (plain.isEmpty()) {
        return Optional.empty();
      }
      Optional<Unit> member =
          NestedDerivatives.of(
              call.getValue().kind().name(),
              call.getKey(),
              target.signature(),
              plain.get(),
              report,
              open.element().source().site());
      if (member.isEmpty()) {
        return Optional.empty();
      }
      if (hasChoice(target) || !fits(member.get().rootFunction(), lowered.unit())) {
        report.error(
            Problem.CALLS_GENERATED,
            open.element().source().site(),
            open.element().source().element().getSimpleName());
        return Optional.empty();
      }
      functions.putAll(member.get().functions());
    }
    return Optional.of(new Unit(lowered.unit().root(), functions));
  }

  private static boolean hasChoice(Request target) {
    return target.signature().parameters().stream().anyMatch(p -> Form.hasChoice(p.form()));
  }

  /** Whether objects are passed on as the member takes them apart: their classes must be known. */
  private static boolean fits(Function member, Unit caller) {
    List<Type> taken = member.params().stream().map(Value::type).toList();
    return caller.functions().values().stream()
        .noneMatch(f -> f.body().has(op -> isOther(op, member, taken)));
  }

  private static boolean isOther(Op op, Function member, List<Type> taken) {
    return op instanceof Op.Call call
        && call.callee().equals(member.name())
        && !(call.args().stream().map(Value::type).toList().equals(taken)
            && call.results().stream().map(Value::type).toList().equals(member.resultTypes()));
  }

  private void unrolled(Op loop, String reason) {
    var entry = new Reversed(loop.origin(), Manner.UNROLLED, List.of(reason), List.of());
    if (unrolled.stream().noneMatch(e -> e.origin().equals(loop.origin()))) {
      unrolled.add(entry);
    }
  }

  private void dumpStorage(Derived derived, Request request) {
    if (isDumped("storage")) {
      String method = request.signature().sourceClass() + "." + request.signature().methodName();
      String plans = StorageText.of(BorrowedArrays.complete(derived), new Places(program));
      System.err.println("--- storage of " + method + "\n" + plans);
    }
  }

  private boolean isDumped(String name) {
    return dumped.equals(name) || dumped.equals("all");
  }

  private Unit pass(String name, Optimisation optimisation, Unit unit, UnaryOperator<Unit> pass) {
    return settings.uses(optimisation) ? check(name, pass.apply(unit)) : unit;
  }

  private Unit check(String name, Unit unit) {
    if (isDumped(name)) {
      System.err.println("--- " + name + "\n" + IrPrinter.print(unit));
    }
    IrVerifier.verify(unit);
    return unit;
  }
}
