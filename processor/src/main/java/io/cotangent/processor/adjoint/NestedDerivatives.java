package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Renaming;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.tangent.Tangent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Generated members as plain programs, for methods that call them and are differentiated
 * themselves. All of them are made of tangents, one direction at a time, because tangents are plain
 * programs: what is built here can be differentiated again, to any depth.
 */
public final class NestedDerivatives {
  private final String name;
  private final Signature signature;
  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final List<Value> params = new ArrayList<>();
  private final Builder out = new Builder(Origin.NONE);
  private Value seed;

  private NestedDerivatives(String name, Signature signature) {
    this.name = name;
    this.signature = signature;
  }

  /**
   * The functions of one member.
   *
   * @param kind {@code GRADIENT}, {@code JVP}, {@code HVP} or {@code VJP}
   * @param name what its function is called; it takes the member's parameters and gives the
   *     components of what it returns
   * @param plain the annotated method, ready to be differentiated
   * @param site where the member is called from
   * @return empty if that has been reported
   */
  public static Optional<Unit> of(
      String kind, String name, Signature signature, Unit plain, Report report, Object site) {
    Unit primal = Renaming.withSuffix(plain, "_" + name);
    Memory memory = Memory.of(primal, List.of());
    Function root = primal.rootFunction();
    if (root.params().stream()
        .anyMatch(p -> p.type() instanceof ArrayType && memory.isWritten(p))) {
      report.error(Problem.GENERATED_WRITES, site, signature.qualifiedClass());
      return Optional.empty();
    }
    NestedDerivatives derivatives = new NestedDerivatives(name, signature);
    derivatives.functions.putAll(primal.functions());
    return Optional.of(derivatives.build(kind, primal));
  }

  private Unit build(String kind, Unit primal) {
    Unit tangent = tangent(primal, independents(primal), 0, "_" + name + 1);
    functions.putAll(tangent.functions());
    List<Value> arguments = parameters(primal.rootFunction().params());
    List<Value> results = new ArrayList<>();
    if (kind.equals("GRADIENT")) {
      results.add(call(primal, arguments).get(0));
      results.addAll(inDuals(gradient(tangent, arguments), arguments));
    } else if (kind.equals("VJP")) {
      results.add(call(primal, arguments).get(0));
      addGradient(tangent, arguments);
    } else {
      arguments.addAll(tangents(arguments));
      results.addAll(call(tangent, arguments));
      if (kind.equals("HVP")) {
        Unit second = tangent(tangent, independents(tangent), 1, "_" + name + 2);
        functions.putAll(second.functions());
        results.addAll(inDuals(gradient(second, arguments), arguments));
      }
    }
    List<Type> types = results.stream().map(Value::type).toList();
    functions.put(name, new Function(name, out.region(params, results), types));
    return new Unit(name, functions);
  }

  /** The tangent of one of the results, in the directions of the differentiated parameters. */
  private static Unit tangent(Unit unit, List<Value> independents, int result, String suffix) {
    List<Value> yields = unit.rootFunction().body().yields();
    List<Value> dependents = yields.isEmpty() ? yields : List.of(yields.get(result));
    Activity activity = Activity.of(unit, Memory.of(unit, List.of()), independents, dependents);
    return Tangent.plain(unit, activity, independents::contains, suffix);
  }

  private List<Value> independents(Unit unit) {
    return differentiated(unit.rootFunction().params());
  }

  /** Those of the values that stand where differentiated leaves of parameters do. */
  private List<Value> differentiated(List<Value> values) {
    List<Value> chosen = new ArrayList<>();
    for (int i = 0; i < signature.leaves().size(); i++) {
      if (signature.leaves().get(i).differentiated()) {
        chosen.add(values.get(i));
      }
    }
    return chosen;
  }

  /** Whether a leaf stands in tangents and adjoints, as all leaves of records do. */
  private List<Boolean> standsInDuals() {
    List<Boolean> stands = new ArrayList<>();
    signature.parameters().forEach(p -> p.leaves().forEach(leaf -> stands.add(p.differentiated())));
    return stands;
  }

  /** What is given for the differentiated leaves, with the arguments for the passive ones. */
  private List<Value> inDuals(List<Value> given, List<Value> arguments) {
    List<Value> all = new ArrayList<>();
    Iterator<Value> next = given.iterator();
    for (int i = 0; i < signature.leaves().size(); i++) {
      if (signature.leaves().get(i).differentiated()) {
        all.add(next.next());
      } else if (standsInDuals().get(i)) {
        all.add(arguments.get(i));
      }
    }
    return all;
  }

  /** Parameters for tangents; of those of records the passive leaves are not looked at. */
  private List<Value> tangents(List<Value> arguments) {
    List<Value> dots = new ArrayList<>();
    for (int i = 0; i < signature.leaves().size(); i++) {
      if (standsInDuals().get(i)) {
        Value dot = arguments.get(i).copy();
        params.add(dot);
        if (signature.leaves().get(i).differentiated()) {
          dots.add(dot);
        }
      }
    }
    return dots;
  }

  /** New parameters of the member. */
  private List<Value> parameters(List<Value> like) {
    List<Value> copies = like.stream().map(Value::copy).toList();
    params.addAll(copies);
    return new ArrayList<>(copies);
  }

  private List<Value> call(Unit unit, List<Value> arguments) {
    Function root = unit.rootFunction();
    List<Value> results = new ArrayList<>();
    root.resultTypes().forEach(type -> results.add(new Value(type, "")));
    out.add(new Op.Call(results, root.name(), arguments, Origin.NONE));
    return results;
  }

  /** What becomes of the derivative with respect to one leaf. */
  private interface Sink {
    void put(Builder at, Value derivative);
  }

  /** The gradient of the last result, a value for each differentiated parameter. */
  private List<Value> gradient(Unit tangent, List<Value> arguments) {
    List<Value> gradient = new ArrayList<>();
    List<Value> points = differentiated(arguments);
    for (int i = 0; i < points.size(); i++) {
      Value point = points.get(i);
      if (point.type().isReal()) {
        Value[] found = new Value[1];
        direction(tangent, arguments, i, (at, derivative) -> found[0] = derivative);
        gradient.add(out.cast(found[0], point.type()));
      } else {
        Value array = out.copyArray(point, Op.CopyArray.Kind.ZEROS, point.name());
        gradient.add(array);
        directions(tangent, arguments, i, array, false);
      }
    }
    return gradient;
  }

  /** Adds seed times the gradient into the buffers, which are the last parameters. */
  private void addGradient(Unit tangent, List<Value> arguments) {
    seed = new Value(signature.result().orElseThrow(), "seed");
    params.add(seed);
    List<Value> points = differentiated(arguments);
    List<Value> buffers = new ArrayList<>();
    for (Value point : points) {
      boolean isReal = point.type().isReal();
      buffers.add(new Value(isReal ? new ArrayType(point.type()) : point.type(), ""));
    }
    params.addAll(buffers);
    for (int i = 0; i < points.size(); i++) {
      Value buffer = buffers.get(i);
      if (points.get(i).type().isReal()) {
        direction(
            tangent,
            arguments,
            i,
            (at, derivative) -> add(at, buffer, at.intConstant(0), derivative));
      } else {
        directions(tangent, arguments, i, buffer, true);
      }
    }
  }

  private void add(Builder at, Value array, Value index, Value derivative) {
    Type type = ((ArrayType) array.type()).element();
    Value scaled = at.apply(Operator.MUL, seed, derivative);
    Value sum = at.apply(Operator.ADD, at.load(array, index, ""), at.cast(scaled, type));
    at.store(array, index, sum);
  }

  /** The derivative in the direction of a number. */
  private void direction(Unit tangent, List<Value> arguments, int which, Sink sink) {
    List<Value> dots = zeros(arguments, which);
    dots.set(which, out.real(differentiated(arguments).get(which).type(), 1));
    sink.put(out, derivative(out, tangent, arguments, dots));
  }

  private List<Value> zeros(List<Value> arguments, int except) {
    List<Value> zeros = new ArrayList<>();
    List<Value> points = differentiated(arguments);
    for (int i = 0; i < points.size(); i++) {
      Value point = points.get(i);
      zeros.add(
          point.type().isReal()
              ? i == except ? point : out.zero(point.type())
              : out.copyArray(point, Op.CopyArray.Kind.ZEROS, ""));
    }
    return zeros;
  }

  private Value derivative(Builder at, Unit tangent, List<Value> arguments, List<Value> dots) {
    Function root = tangent.rootFunction();
    List<Value> all = new ArrayList<>(arguments);
    all.addAll(dots);
    List<Value> results = new ArrayList<>();
    root.resultTypes().forEach(type -> results.add(new Value(type, "")));
    at.add(new Op.Call(results, root.name(), all, Origin.NONE));
    return results.get(results.size() - 1);
  }

  /** The derivatives in the directions of all elements of an array, into another of its shape. */
  private void directions(
      Unit tangent, List<Value> arguments, int which, Value target, boolean adds) {
    List<Value> dots = zeros(arguments, which);
    elements(
        out,
        dots.get(which),
        target,
        (at, dot, row, index) -> {
          Type type = ((ArrayType) dot.type()).element();
          at.store(dot, index, at.real(type, 1));
          Value derivative = derivative(at, tangent, arguments, dots);
          if (adds) {
            add(at, row, index, derivative);
          } else {
            at.store(row, index, at.cast(derivative, type));
          }
          at.store(dot, index, at.zero(type));
        });
  }

  /** Something to do for each number of two arrays of one shape. */
  private interface ElementAction {
    void at(Builder out, Value first, Value second, Value index);
  }

  private static void elements(Builder out, Value first, Value second, ElementAction action) {
    Value length = out.length(first);
    Value index = new Value(Primitive.INT, "i");
    Builder body = out.nested();
    if (((ArrayType) first.type()).element().isReference()) {
      elements(body, body.load(first, index, ""), body.load(second, index, ""), action);
    } else {
      action.at(body, first, second, index);
    }
    Region region = body.region(List.of(index), List.of());
    out.add(
        new Op.For(
            List.of(), out.intConstant(0), length, 1, false, List.of(), region, Origin.NONE));
  }
}
