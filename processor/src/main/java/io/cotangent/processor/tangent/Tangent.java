package io.cotangent.processor.tangent;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
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
import java.util.stream.Stream;

/**
 * The tangent transformation: {@code f(x)} becomes {@code (f(x), f'(x) xDot)}. Plain operations in,
 * plain operations out: every active value gets its tangent right behind it, or one tangent for
 * each of several directions.
 */
public final class Tangent {
  private static final String CALLEE = "Tangent";
  private static final String CALLEE_OF_STRIP = "Strip";

  private final Unit unit;
  private final Activity activity;
  private final boolean needsTape;
  private final boolean isPlain;
  private final int width;
  private final String suffix;

  private Tangent(Unit unit, Activity activity, boolean isPlain, int width, String suffix) {
    this.unit = unit;
    this.activity = activity;
    this.isPlain = isPlain;
    this.width = width;
    this.suffix = suffix;
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
    return new Tangent(unit, activity, false, 1, CALLEE).functions(independents);
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
        new LinkedHashMap<>(new Tangent(unit, activity, true, 1, CALLEE).functions(independents));
    unit.functions().values().stream()
        .filter(f -> f != unit.rootFunction())
        .forEach(f -> functions.put(f.name(), f));
    // The copy has values of its own: the tangents share the primal's.
    return Renaming.withSuffix(new Unit(Derived.JVP, functions), suffix);
  }

  /**
   * Tangents in several directions at once: a unit whose root {@link Derived#STRIP} takes the
   * root's parameters and, direction by direction, tangents of the independent ones, and gives the
   * tangents of its results in the same order. With it come the functions of the primal.
   *
   * @param isAll whether the independents are numbers and the directions are theirs: the n-th
   *     direction is that of the n-th, and the root takes no tangents
   */
  public static Unit strip(
      Unit unit, Activity activity, List<Value> independents, int width, boolean isAll) {
    Tangent tangent = new Tangent(unit, activity, false, width, CALLEE_OF_STRIP);
    Map<String, Function> functions = new LinkedHashMap<>(unit.functions());
    functions.put(Derived.STRIP, tangent.stripRoot(unit.rootFunction(), independents, isAll));
    tangent.callees().forEach(f -> functions.put(f.name(), f));
    return new Unit(Derived.STRIP, functions);
  }

  /**
   * A unit of plain operations that can be differentiated again, in the directions of some numbers
   * at once: its root takes the root's parameters to its results and, direction by direction, the
   * tangents of those that have one.
   *
   * @param numbers parameters of the root
   * @param suffix is appended to the names of all functions
   */
  public static Unit along(Unit unit, Activity activity, List<Value> numbers, String suffix) {
    Tangent tangent = new Tangent(unit, activity, true, numbers.size(), CALLEE_OF_STRIP);
    Function root = unit.rootFunction();
    Function strip = tangent.stripRoot(root, numbers, true);
    List<Value> yields = new ArrayList<>();
    List<Type> types = new ArrayList<>(root.resultTypes());
    if (!root.body().isTerminated()) {
      yields.addAll(root.body().yields());
      yields.addAll(strip.body().yields());
    }
    for (Value ignored : numbers) {
      root.resultTypes().stream().filter(Type::isDifferentiable).forEach(types::add);
    }
    Map<String, Function> functions = new LinkedHashMap<>();
    Region body = new Region(strip.params(), strip.body().ops(), yields);
    functions.put(Derived.STRIP, new Function(Derived.STRIP, body, types));
    tangent.callees().forEach(f -> functions.put(f.name(), f));
    unit.functions().values().stream()
        .filter(f -> f != root)
        .forEach(f -> functions.put(f.name(), f));
    return Renaming.withSuffix(new Unit(Derived.STRIP, functions), suffix);
  }

  private Map<String, Function> functions(Predicate<Value> independents) {
    Map<String, Function> functions = new LinkedHashMap<>();
    functions.put(Derived.JVP, root(unit.rootFunction(), independents));
    callees().forEach(f -> functions.put(f.name(), f));
    return functions;
  }

  private List<Function> callees() {
    Function root = unit.rootFunction();
    return unit.functions().values().stream()
        .filter(f -> f != root || isCalled(root.name(), unit))
        .flatMap(f -> ofCallee(f).stream())
        .toList();
  }

  private static boolean isCalled(String name, Unit unit) {
    return unit.functions().values().stream()
        .flatMap(f -> calls(f.body(), name))
        .findAny()
        .isPresent();
  }

  private static Stream<Op> calls(Region region, String name) {
    return region.ops().stream()
        .flatMap(
            op ->
                op instanceof Op.Call call && call.callee().equals(name)
                    ? Stream.of(op)
                    : op.regions().stream().flatMap(r -> calls(r, name)));
  }

  /** What the tangent of a function is called. */
  private String nameOf(String callee) {
    return unit.free(callee + suffix);
  }

  private List<Direction> directions() {
    return Stream.generate(() -> new Direction(activity)).limit(width).toList();
  }

  private TangentRegion region(List<Direction> directions) {
    return new TangentRegion(unit, activity, directions, isPlain, this::nameOf);
  }

  private Function root(Function primal, Predicate<Value> independents) {
    Direction direction = new Direction(activity);
    TangentRegion body = region(List.of(direction));
    List<Value> params = new ArrayList<>(tapeParameter(body));
    params.addAll(primal.params());
    Builder out = new Builder(Origin.NONE);
    for (Value param : primal.params()) {
      if (independents.test(param)) {
        params.add(direction.parameter(param));
      } else {
        direction.shadowing().foreign(param, out);
      }
    }
    body.appendTo(out, primal.body());
    List<Value> results = new ArrayList<>(primal.body().yields());
    results.addAll(tangents(primal, direction, out));
    return function(Derived.JVP, primal, out.region(params, results));
  }

  private Function stripRoot(Function primal, List<Value> independents, boolean isAll) {
    List<Direction> directions = directions();
    TangentRegion body = region(directions);
    List<Value> params = new ArrayList<>(tapeParameter(body));
    params.addAll(primal.params());
    Builder out = new Builder(Origin.NONE);
    for (int i = 0; i < width; i++) {
      Direction direction = directions.get(i);
      if (isAll) {
        direction.along(independents.get(i), out);
      } else {
        independents.forEach(param -> params.add(direction.parameter(param)));
      }
      primal.params().stream()
          .filter(param -> !independents.contains(param))
          .forEach(param -> direction.shadowing().foreign(param, out));
    }
    body.appendTo(out, primal.body());
    List<Value> results = new ArrayList<>();
    directions.forEach(direction -> results.addAll(tangents(primal, direction, out)));
    return function(Derived.STRIP, primal, out.region(params, results));
  }

  /** The tangents of the differentiable results. */
  private static List<Value> tangents(Function primal, Direction direction, Builder out) {
    return primal.body().yields().stream()
        .filter(yield -> yield.type().isDifferentiable())
        .map(yield -> direction.orZero(yield, out))
        .toList();
  }

  private List<Function> ofCallee(Function primal) {
    return primal
        .link()
        .filter(link -> link.member() != Link.Member.LAST)
        .map(link -> linked(primal, link))
        .orElseGet(() -> List.of(callee(primal)));
  }

  /** The tangent of a function whose code is elsewhere, and what it calls. */
  private List<Function> linked(Function primal, Link link) {
    Shadowing shadowing = new Direction(activity).shadowing();
    Optional<Value> tape =
        needsTape ? Optional.of(new Value(TapeType.TAPE, "tape")) : Optional.empty();
    Origin caller =
        unit.functions().values().stream()
            .flatMap(f -> calls(f.body(), primal.name()))
            .findFirst()
            .map(Op::origin)
            .orElse(Origin.NONE);
    LinkedTangent tangent = new LinkedTangent(primal, activity, shadowing, tape, caller);
    String name = nameOf(primal.name());
    if (isPlain && link.hasSeries() && link.goesOn()) {
      String series = unit.free(primal.name() + "Series");
      return List.of(
          tangent.plainSeries(name, series), LinkedCode.series(series, link, link.count() + 1));
    }
    if (!isPlain || link.member() != Link.Member.METHOD || !link.hasCurvature()) {
      return List.of(tangent.last(name));
    }
    String gradient = unit.free(primal.name() + "Gradient");
    return List.of(tangent.plain(name, gradient), LinkedCode.gradient(gradient, link));
  }

  private Function callee(Function primal) {
    List<Direction> directions = directions();
    TangentRegion body = region(directions);
    List<Value> params = new ArrayList<>(tapeParameter(body));
    params.addAll(primal.params());
    for (Direction direction : directions) {
      primal.params().stream()
          .filter(activity::isActive)
          .forEach(param -> params.add(direction.parameter(param)));
    }
    Builder out = new Builder(Origin.NONE);
    body.appendTo(out, primal.body());
    List<Value> results = new ArrayList<>(primal.body().yields());
    for (Direction direction : directions) {
      primal.body().yields().stream()
          .filter(activity::isActive)
          .forEach(yield -> results.add(direction.orZero(yield, out)));
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
