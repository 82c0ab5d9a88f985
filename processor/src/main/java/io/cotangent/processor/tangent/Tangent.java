package io.cotangent.processor.tangent;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Renaming;
import io.cotangent.processor.ir.TapeType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The tangent transformation: {@code f(x)} becomes {@code (f(x), f'(x) xDot)}. Plain operations in,
 * plain operations out: every active value gets its tangent right behind it.
 */
public final class Tangent {
  private static final String SUFFIX = "Dot";

  private final Unit unit;
  private final Activity activity;
  private final boolean needsTape;
  private final boolean isPlain;

  private Tangent(Unit unit, Activity activity, boolean isPlain) {
    this.unit = unit;
    this.activity = activity;
    this.isPlain = isPlain;
    this.needsTape = !isPlain && unit.functions().size() > 1;
  }

  /**
   * The tangents of a unit: the root's under the name {@link Derived#JVP}, the others' under their
   * own with {@code Tangent} appended.
   *
   * @param independents whether a parameter of the root has a tangent parameter
   */
  public static Map<String, Function> of(
      Unit unit, Activity activity, Predicate<Value> independents) {
    return new Tangent(unit, activity, false).functions(independents);
  }

  /**
   * The same as a unit of plain operations that can be differentiated again: its root takes the
   * root's parameters and the tangents to its results and their tangents.
   *
   * @param suffix is appended to the names of all functions
   */
  public static Unit plain(
      Unit unit, Activity activity, Predicate<Value> independents, String suffix) {
    Map<String, Function> functions =
        new LinkedHashMap<>(new Tangent(unit, activity, true).functions(independents));
    unit.functions().values().stream()
        .filter(f -> f != unit.rootFunction())
        .forEach(f -> functions.put(f.name(), f));
    // The copy has values of its own: the tangents share the primal's.
    return Renaming.withSuffix(new Unit(Derived.JVP, functions), suffix);
  }

  private Map<String, Function> functions(Predicate<Value> independents) {
    Map<String, Function> functions = new LinkedHashMap<>();
    Function root = unit.rootFunction();
    functions.put(Derived.JVP, root(root, independents));
    unit.functions().values().stream()
        .filter(f -> f != root || isCalled(root.name(), unit))
        .map(this::callee)
        .forEach(f -> functions.put(f.name(), f));
    return functions;
  }

  private static boolean isCalled(String name, Unit unit) {
    return unit.functions().values().stream().anyMatch(f -> calls(f.body(), name));
  }

  private static boolean calls(Region region, String name) {
    return region.ops().stream()
        .anyMatch(
            op ->
                op instanceof Op.Call call && call.callee().equals(name)
                    || op.regions().stream().anyMatch(r -> calls(r, name)));
  }

  /** What the tangent of a function is called. */
  static String nameOf(String callee) {
    return callee + "Tangent";
  }

  private Function root(Function primal, Predicate<Value> independents) {
    TangentRegion body =
        new TangentRegion(unit, activity, new Shadowing(activity, SUFFIX), isPlain);
    List<Value> params = new ArrayList<>(tapeParameter(body));
    params.addAll(primal.params());
    Builder out = new Builder(Origin.NONE);
    for (Value param : primal.params()) {
      if (independents.test(param)) {
        params.add(body.parameter(param));
      } else {
        body.shadowing().foreign(param, out);
      }
    }
    body.appendTo(out, primal.body());
    List<Value> results = new ArrayList<>(primal.body().yields());
    for (Value yield : primal.body().yields()) {
      if (yield.type().isDifferentiable()) {
        results.add(body.tangentOrZero(yield, out));
      }
    }
    return function(Derived.JVP, primal, out.region(params, results));
  }

  private Function callee(Function primal) {
    if (primal.link().filter(link -> !link.isTangent()).isPresent()) {
      Shadowing shadowing = new Shadowing(activity, SUFFIX);
      Optional<Value> tape =
          needsTape ? Optional.of(new Value(TapeType.TAPE, "tape")) : Optional.empty();
      return new LinkedTangent(primal, activity, shadowing).build(nameOf(primal.name()), tape);
    }
    TangentRegion body =
        new TangentRegion(unit, activity, new Shadowing(activity, SUFFIX), isPlain);
    List<Value> params = new ArrayList<>(tapeParameter(body));
    params.addAll(primal.params());
    primal.params().stream()
        .filter(activity::isActive)
        .forEach(param -> params.add(body.parameter(param)));
    Builder out = new Builder(Origin.NONE);
    body.appendTo(out, primal.body());
    List<Value> results = new ArrayList<>(primal.body().yields());
    for (Value yield : primal.body().yields()) {
      if (activity.isActive(yield)) {
        results.add(body.tangentOrZero(yield, out));
      }
    }
    return function(nameOf(primal.name()), primal, out.region(params, results));
  }

  private List<Value> tapeParameter(TangentRegion body) {
    if (!needsTape) {
      return List.of();
    }
    Value tape = new Value(TapeType.TAPE, "tape");
    body.useTape(tape);
    return List.of(tape);
  }

  private static Function function(String name, Function primal, Region body) {
    List<Type> types = body.yields().stream().map(Value::type).toList();
    return new Function(name, body, types.isEmpty() ? primal.resultTypes() : types);
  }
}
