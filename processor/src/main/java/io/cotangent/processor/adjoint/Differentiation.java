package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.analysis.Identity;
import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Renaming;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Apart;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.StoragePlan;
import io.cotangent.processor.pass.Jamming;
import io.cotangent.processor.pass.Split;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.tangent.Tangent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a plain program to everything that is generated for it. */
public final class Differentiation {
  private Differentiation() {}

  /**
   * Differentiates.
   *
   * @param plain inlined, loops counted where they can be
   * @param watching the same with watched variables as {@link Signature#extended} says, if any
   * @return empty if something active goes where no derivative can follow; that has been reported
   */
  public static Optional<Derived> derive(
      Signature signature, Unit plain, Optional<Unit> watching, Settings settings, Report report) {
    List<StoragePlan> plans = new ArrayList<>();
    Primal primal = analyse(signature.unwatched(), withOwnRoot(plain), settings, plans);
    if (!ForeignCalls.check(primal, report)) {
      return Optional.empty();
    }
    CheckpointedLoops.check(primal, report);
    ZeroDerivatives.warn(primal, leaves(signature, primal.root()), report);
    Map<String, Function> functions = new LinkedHashMap<>();
    functions.putAll(Tangent.of(primal.unit(), primal.activity(), primal::isIndependent));
    Optional<Strips.Sized> strip = Strips.of(primal);
    strip.ifPresent(s -> functions.putAll(s.functions()));
    Primal overlapping = withOverlap(primal);
    if (signature.order() > 1) {
      SecondOrder.of(primal, report).forEach(f -> functions.put(f.name(), f));
      if (signature.hasOneVariable()) {
        functions.putAll(HigherOrder.of(primal, signature.order(), report));
      }
    }
    List<Apart> apart = Strangers.of(primal, depths(primal).keySet(), report);
    boolean hasCalls = primal.unit().functions().size() > 1;
    Function vjp = VjpFunction.of(hasCalls ? overlapping : primal);
    functions.put(vjp.name(), vjp);
    watching
        .map(unit -> watching(signature, unit, settings, plans, report))
        .orElseGet(() -> SplitFunctions.ofRoot(overlapping))
        .forEach(f -> functions.put(f.name(), f));
    for (Function callee : primal.unit().functions().values()) {
      if (callee != primal.root()) {
        functions.put(callee.name(), callee);
        SplitFunctions.ofCallee(overlapping, callee).forEach(f -> functions.put(f.name(), f));
      }
    }
    if (report.hasErrors()) {
      return Optional.empty();
    }
    Unit unit = reachable(functions, primal, entries(strip));
    plans.removeIf(plan -> !unit.functions().containsKey(plan.function()));
    return Optional.of(
        new Derived(
            signature,
            depths(primal),
            returned(primal),
            Identity.isAsked(plain),
            strip.map(Strips.Sized::strip),
            plans,
            apart,
            primal.root(),
            unit));
  }

  /** Forward and reverse function of a program with watched variables, and what they call. */
  private static List<Function> watching(
      Signature signature, Unit unit, Settings settings, List<StoragePlan> plans, Report report) {
    Unit own = Renaming.withSuffix(withOwnRoot(unit), "W");
    Primal primal = withOverlap(analyse(signature.extended(), own, settings, plans));
    CheckpointedLoops.check(primal, report);
    WatchedCalls.check(primal, report);
    List<Function> functions = new ArrayList<>();
    SplitFunctions.ofRoot(primal).stream().map(f -> visible(f, signature)).forEach(functions::add);
    for (Function callee : primal.unit().functions().values()) {
      if (callee != primal.root()) {
        functions.add(callee);
        functions.addAll(SplitFunctions.ofCallee(primal, callee));
      }
    }
    return functions;
  }

  /** The forward function without the parameters that are zero and the results nobody reads. */
  private static Function visible(Function function, Signature signature) {
    if (!function.name().equals(Derived.FORWARD)) {
      return function;
    }
    int watched = signature.watchedNumbers().size();
    int results = signature.resultLeaves().size();
    int first = 1 + signature.leaves().size();
    Region body = function.body();
    List<Value> params = new ArrayList<>(body.params());
    params.subList(first, first + 2 * watched).clear();
    List<Value> yields = body.isTerminated() ? List.of() : body.yields().subList(0, results);
    return new Function(
        function.name(),
        new Region(params, body.ops(), yields),
        function.resultTypes().subList(0, results));
  }

  private static Primal analyse(
      Signature signature, Unit unit, Settings settings, List<StoragePlan> plans) {
    Unit checked = FoundArrays.check(unit, signature.leaves());
    Primal first = primal(signature, checked, List.of(), settings, plans);
    Unit rotated = checked.map(f -> f.withBody(LoopRotation.rotate(f.body(), first.activity())));
    return primal(signature, rotated, List.of(), settings, plans);
  }

  /**
   * The same program under the assumption that arguments overlap where one of them is written. It
   * is what the split functions are made of: they also serve a vjp whose arguments do overlap.
   */
  private static Primal withOverlap(Primal primal) {
    List<Value> written = primal.writtenParameters();
    Map<Type, List<Value>> byElement = new LinkedHashMap<>();
    for (Value param : primal.independents()) {
      int index = primal.root().params().indexOf(param);
      boolean isOwn = primal.signature().leaves().get(index).isOwn();
      if (!isOwn && param.type() instanceof ArrayType array) {
        byElement.computeIfAbsent(array.innermost(), t -> new ArrayList<>()).add(param);
      }
    }
    List<List<Value>> united =
        byElement.values().stream()
            .filter(group -> group.size() > 1 && group.stream().anyMatch(written::contains))
            .toList();
    return united.isEmpty()
        ? primal
        : primal(primal.signature(), primal.unit(), united, primal.settings(), primal.plans());
  }

  private static Primal primal(
      Signature signature,
      Unit unit,
      List<List<Value>> united,
      Settings settings,
      List<StoragePlan> plans) {
    Memory memory = Memory.of(unit, united);
    List<Value> independents = new ArrayList<>();
    List<Leaf> leaves = signature.leaves();
    for (int i = 0; i < leaves.size(); i++) {
      if (leaves.get(i).differentiated()) {
        independents.add(unit.rootFunction().params().get(i));
      }
    }
    List<Value> varied = new ArrayList<>(independents);
    varied.addAll(Primal.watched(signature, unit));
    Activity activity = Activity.of(unit, memory, varied);
    return new Primal(signature, unit, memory, activity, independents, settings, plans);
  }

  /** The root's parameters by the parameter of the method they are leaves of. */
  private static Map<Parameter, List<Value>> leaves(Signature signature, Function root) {
    Map<Parameter, List<Value>> leaves = new LinkedHashMap<>();
    int next = 0;
    for (Parameter parameter : signature.parameters()) {
      int size = parameter.leaves().size();
      leaves.put(parameter, root.params().subList(next, next + size));
      next += size;
    }
    return leaves;
  }

  private static Map<String, Set<Integer>> depths(Primal primal) {
    List<Leaf> leaves = primal.signature().leaves();
    Map<String, Set<Integer>> depths = new LinkedHashMap<>();
    for (int i = 0; i < leaves.size(); i++) {
      Value param = primal.root().params().get(i);
      if (primal.writtenParameters().contains(param)) {
        depths.put(leaves.get(i).path(), primal.memory().writtenDepths(param));
      }
    }
    return depths;
  }

  private static Set<String> returned(Primal primal) {
    List<Leaf> leaves = primal.signature().leaves();
    Set<String> paths = new LinkedHashSet<>();
    for (int i = 0; i < leaves.size(); i++) {
      Value param = primal.root().params().get(i);
      if (primal.root().body().yields().stream()
          .anyMatch(yield -> primal.memory().mayShare(param, yield))) {
        paths.add(leaves.get(i).path());
      }
    }
    return paths;
  }

  /** A recursive root gets a root above it, so that no function calls the root. */
  private static Unit withOwnRoot(Unit unit) {
    Function root = unit.rootFunction();
    if (unit.functions().values().stream().noneMatch(f -> calls(f.body()).contains(root.name()))) {
      return unit;
    }
    List<Value> params = root.params().stream().map(Value::copy).toList();
    List<Value> results = root.resultTypes().stream().map(t -> new Value(t, "")).toList();
    Op call = new Op.Call(results, root.name(), params, Origin.NONE);
    String name = root.name() + "Root";
    Map<String, Function> functions = new LinkedHashMap<>(unit.functions());
    Region body = new Region(params, List.of(call), results);
    functions.put(name, new Function(name, body, root.resultTypes()));
    return new Unit(name, functions);
  }

  private static Set<String> calls(Region region) {
    Set<String> called = new LinkedHashSet<>();
    for (Op op : region.ops()) {
      if (op instanceof Op.Call call) {
        called.add(call.callee());
      }
      op.regions().forEach(inner -> called.addAll(calls(inner)));
    }
    return called;
  }

  /** The functions that are written inside public members. */
  private static Set<String> entries(Optional<Strips.Sized> strip) {
    return strip.filter(s -> s.strip().isAll()).isPresent()
        ? Set.of(Derived.VJP, Derived.JVP, Derived.STRIP)
        : Set.of(Derived.VJP, Derived.JVP);
  }

  private static Unit reachable(
      Map<String, Function> functions, Primal primal, Set<String> entries) {
    List<String> work =
        new ArrayList<>(
            List.of(
                Derived.VJP,
                Derived.JVP,
                Derived.STRIP,
                Derived.FORWARD,
                Derived.REVERSE,
                Derived.HVP,
                Derived.DERIVATIVES));
    Map<String, Function> reached = new LinkedHashMap<>();
    while (!work.isEmpty()) {
      String name = work.remove(0);
      Function function = functions.get(name);
      if (function != null && reached.put(name, function) == null) {
        work.addAll(calls(function.body()));
      }
    }
    // The functions share the primal's values; in a unit every value is defined once.
    reached.replaceAll(
        (name, f) ->
            f.withBody(Substitution.cloneRegion(RuledValues.strip(f.body()), new HashMap<>())));
    if (primal.settings().uses(Optimisation.JAM)) {
      Unit whole = new Unit(Derived.VJP, reached);
      int count = primal.root().params().size();
      reached.computeIfPresent(Derived.VJP, (name, f) -> Jamming.run(whole, f, count));
    }
    int methodSize = primal.settings().methodSize();
    return new Unit(Derived.VJP, ScratchTapes.give(Split.run(reached, methodSize), entries));
  }
}
