package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.tangent.Shadowing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Forward and reverse sweep as two functions: what the reverse function needs is on the tape. For
 * the root they make a pullback; for functions that are called they are what a call becomes.
 */
final class SplitFunctions {
  private SplitFunctions() {}

  /** Builds {@link Derived#FORWARD} and {@link Derived#REVERSE}. */
  static List<Function> ofRoot(Primal primal) {
    Function root = primal.root();
    Sweeps sweeps = new Sweeps(primal, root, primal.sharedMemory(), true);
    Buffers buffers = new Buffers(primal);
    buffers.bind(sweeps.frame(), sweeps.entry());
    buffers.seed(sweeps.frame(), sweeps.reverse());
    List<Value> seeds = primal.seedParameters();
    if (!root.body().isTerminated()) {
      sweeps.seed(seeds);
    }
    sweeps.run();
    buffers.collect(sweeps.frame(), sweeps.adjoints(), sweeps.reverse());
    sweeps.frame().watched().end(sweeps.reverse());
    Map<Value, Value> renamed = buffers.renamed();
    List<Value> forwardParams = Lists.join(root.params(), buffers.ofArrays());
    Region open = new Region(List.of(), sweeps.reverse().ops(), List.of());
    Keeping keeping = close(sweeps, root, forwardParams, open, renamed);
    primal.plans().add(sweeps.frame().log().plan(Derived.FORWARD));
    Value tape = sweeps.frame().tape();
    Snapshots snapshots = Snapshots.of(primal, sweeps.frame().shadowing(), keeping.forward());
    List<Value> params = new ArrayList<>(List.of(tape));
    params.addAll(snapshots.params());
    params.addAll(buffers.ofArrays());
    List<Op> forwardOps = Lists.join(snapshots.ops(), keeping.forward());
    Region forward = new Region(params, forwardOps, root.body().yields());
    List<Value> reverseParams = new ArrayList<>(List.of(tape));
    reverseParams.addAll(seeds);
    buffers.all().forEach(b -> reverseParams.add(renamed.get(b)));
    reverseParams.addAll(sweeps.frame().watched().holders());
    Region reverse = new Region(reverseParams, keeping.reverse().ops(), List.of());
    Shadowing shadowing = sweeps.frame().shadowing();
    return List.of(
        Cleaning.ofFunction(new Function(Derived.FORWARD, forward, root.resultTypes()), shadowing),
        new Function(Derived.REVERSE, reverse, List.of()));
  }

  /** Builds the pair for a function that is called. */
  static List<Function> ofCallee(Primal primal, Function callee) {
    if (callee.link().filter(link -> link.member() != Link.Member.LAST).isPresent()) {
      return LinkedSweeps.of(primal, callee);
    }
    Sweeps sweeps = new Sweeps(primal, callee, callee.params(), true);
    Frame frame = sweeps.frame();
    List<Value> forwardParams = new ArrayList<>(callee.params());
    List<Value> scalars = new ArrayList<>();
    for (Value param : callee.params()) {
      if (frame.shadowing().isShadowed(param)) {
        Value shadow = new Value(param.type(), Names.bar(param));
        frame.shadowing().bind(param, shadow);
        forwardParams.add(shadow);
      } else if (param.type().isReal() && frame.activity().isActive(param)) {
        scalars.add(param);
      }
    }
    List<Value> seeds = new ArrayList<>();
    for (Value yield : callee.body().yields()) {
      if (yield.type().isReal() && frame.activity().isActive(yield)) {
        Value seed = new Value(yield.type(), "seed");
        seeds.add(seed);
        sweeps.adjoints().add(sweeps.reverse(), yield, seed);
      }
    }
    sweeps.run();
    List<Value> bars = new ArrayList<>();
    for (Value scalar : scalars) {
      Value bar = sweeps.adjoints().take(scalar);
      bars.add(bar != null ? bar : sweeps.reverse().zero(scalar.type()));
    }
    Region open = new Region(List.of(), sweeps.reverse().ops(), bars);
    Keeping keeping = close(sweeps, callee, forwardParams, open, Map.of());
    String forwardName = CallPlanner.forwardName(primal.unit(), callee.name());
    primal.plans().add(frame.log().plan(forwardName));
    ShadowedLists shadowed = new ShadowedLists(frame.shadowing());
    List<Value> yields = callee.body().yields();
    Region forward =
        new Region(
            Lists.join(List.of(frame.tape()), forwardParams),
            keeping.forward(),
            shadowed.extend(yields, yields));
    Region reverse =
        new Region(
            Lists.join(List.of(frame.tape()), seeds),
            keeping.reverse().ops(),
            keeping.reverse().yields());
    List<Type> forwardTypes =
        yields.isEmpty()
            ? callee.resultTypes()
            : forward.yields().stream().map(Value::type).toList();
    List<Type> reverseTypes = reverse.yields().stream().map(Value::type).toList();
    return List.of(
        Cleaning.ofFunction(new Function(forwardName, forward, forwardTypes), frame.shadowing()),
        new Function(CallPlanner.reverseName(primal.unit(), callee.name()), reverse, reverseTypes));
  }

  private static Keeping close(
      Sweeps sweeps,
      Function function,
      List<Value> forwardParams,
      Region open,
      Map<Value, Value> given) {
    if (function.body().isTerminated()) {
      Builder unreached = new Builder(Origin.NONE);
      List<Value> zeros = open.yields().stream().map(v -> unreached.zero(v.type())).toList();
      return new Keeping(sweeps.forward(), unreached.region(List.of(), zeros), List.of());
    }
    Frame frame = sweeps.frame();
    Builder scratch = new Builder(Origin.NONE);
    RuntimeCalls.scratch(scratch, frame.scratch(), frame.tape());
    List<Op> ops = Lists.join(scratch.ops(), open.ops());
    Region reverse =
        Cleaning.ofReverseSweep(
            function.body(), new Region(open.params(), ops, open.yields()), frame.settings());
    return Keeping.onTape(
        frame, function.body(), forwardParams, sweeps.forward(), reverse, List.of(), given);
  }
}
