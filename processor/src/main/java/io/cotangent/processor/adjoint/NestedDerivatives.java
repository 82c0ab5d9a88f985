package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Origin;
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
 * themselves. All of them are made of tangents, because tangents are plain programs: what is built
 * here can be differentiated again, to any depth.
 */
public final class NestedDerivatives {
  private final String name;
  private final Signature signature;
  private final Unit primal;
  private final Report report;
  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final List<Value> params = new ArrayList<>();
  private final Builder out = new Builder(Origin.NONE);
  private boolean isOneSweep = true;

  private NestedDerivatives(String name, Signature signature, Unit primal, Report report) {
    this.report = report;
    this.name = name;
    this.signature = signature;
    this.primal = primal;
    functions.putAll(primal.functions());
  }

  /**
   * The functions of one member.
   *
   * @param kind {@code GRADIENT}, {@code JVP}, {@code HVP}, {@code VJP}, {@code JACOBIAN}, {@code
   *     HESSIAN} or {@code DERIVATIVES}
   * @param name what its function is called; it takes the member's parameters and gives the
   *     components of what it returns
   * @param plain the annotated method, ready to be differentiated
   * @param site where the member is called from
   * @return empty if that has been reported
   */
  public static Optional<Unit> of(
      String kind, String name, Signature signature, Unit plain, Report report, Object site) {
    Unit primal = Renaming.withSuffix(plain, "_" + name);
    NestedDerivatives derivatives = new NestedDerivatives(name, signature, primal, report);
    Unit built = derivatives.build(kind);
    Optional<String> obstacle = derivatives.obstacle();
    obstacle.ifPresent(
        reason ->
            report.error(Problem.GENERATED_EFFECTS, site, signature.qualifiedClass(), reason));
    return obstacle.isPresent() ? Optional.empty() : Optional.of(built);
  }

  /**
   * What the method does that would happen once too often. What it writes to must not be another
   * argument as well.
   */
  private Optional<String> obstacle() {
    Memory memory = Memory.of(primal, List.of());
    List<Value> arrays =
        primal.rootFunction().params().stream().filter(p -> p.type() instanceof ArrayType).toList();
    boolean isWritten = arrays.stream().anyMatch(memory::isWritten);
    if (isWritten && !(isOneSweep && arrays.size() == 1)) {
      return Optional.of("writes to its array parameters");
    }
    return isOneSweep
        ? Optional.empty()
        : Repetition.obstacle(primal, memory).map(op -> "does more than compute: " + op.callee());
  }

  private Unit build(String kind) {
    List<Value> arguments = parameters(primal.rootFunction().params());
    List<Value> results =
        switch (kind) {
          case "GRADIENT" -> gradient(primal, arguments, "_" + name + 1);
          case "VJP" -> addGradient(arguments);
          case "JVP" ->
              valueAndTangent(
                  NestedGradient.call(out, tangent(), Lists.join(arguments, tangents(arguments))));
          case "HVP" ->
              gradient(tangent(), Lists.join(arguments, tangents(arguments)), "_" + name + 2);
          case "DERIVATIVES" -> derivatives(arguments);
          default -> matrix(kind, arguments);
        };
    List<Type> types = results.stream().map(Value::type).toList();
    functions.put(name, new Function(name, out.region(params, results), types));
    return new Unit(name, functions);
  }

  private List<Value> matrix(String kind, List<Value> arguments) {
    isOneSweep = false;
    NestedMatrix matrix = new NestedMatrix(leaves(), out);
    Unit tangent = tangent();
    Value found =
        kind.equals("HESSIAN")
            ? matrix.hessian(tangent, arguments, name + "Row")
            : matrix.jacobian(primal, tangent, arguments);
    functions.putAll(matrix.functions());
    return List.of(found);
  }

  private List<Value> derivatives(List<Value> arguments) {
    Unit all = HigherOrder.plain(primal, leaves().get(0), signature.order(), report);
    functions.putAll(all.functions());
    List<Value> results = NestedGradient.call(out, all, arguments);
    return List.of(HigherOrder.inArray(out, results));
  }

  /** A component of the result without derivatives stands in the tangent as it is in the value. */
  private List<Value> valueAndTangent(List<Value> all) {
    int results = signature.resultLeaves().size();
    List<Value> sorted = new ArrayList<>(all.subList(0, results));
    Iterator<Value> tangents = all.subList(results, all.size()).iterator();
    for (Value value : all.subList(0, results)) {
      sorted.add(value.type().isDifferentiable() ? tangents.next() : value);
    }
    return sorted;
  }

  /** The primal with its tangent in the directions of the differentiated parameters. */
  private Unit tangent() {
    List<Value> all = primal.rootFunction().params();
    List<Value> independents = leaves().stream().map(all::get).toList();
    Activity activity = Activity.of(primal, Memory.of(primal, List.of()), independents);
    Unit tangent = Tangent.plain(primal, activity, independents::contains, "_" + name + 1);
    functions.putAll(tangent.functions());
    return tangent;
  }

  /** The positions of differentiated leaves. */
  private List<Integer> leaves() {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < signature.leaves().size(); i++) {
      if (signature.leaves().get(i).differentiated()) {
        positions.add(i);
      }
    }
    return positions;
  }

  /** Whether a leaf stands in tangents and adjoints, as all leaves of records do. */
  private List<Boolean> standsInDuals() {
    List<Boolean> stands = new ArrayList<>();
    signature.parameters().forEach(p -> p.leaves().forEach(leaf -> stands.add(p.differentiated())));
    return stands;
  }

  /** Whether a leaf belongs to a parameter whose tangents and adjoints are not a generated type. */
  private List<Boolean> canBeNamed() {
    List<Boolean> can = new ArrayList<>();
    signature.parameters().forEach(p -> p.leaves().forEach(l -> can.add(p.form().isOwnDual())));
    return can;
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

  private List<Value> run(
      Unit unit, List<Value> arguments, String suffix, NestedGradient.Sink sink) {
    NestedGradient gradient = new NestedGradient(unit, leaves(), suffix, out);
    isOneSweep = gradient.isOneSweep();
    List<Value> results = gradient.run(arguments, sink);
    functions.putAll(gradient.functions());
    return results;
  }

  /**
   * What a program gives, and the gradient of the last of it with the passive leaves of records.
   */
  private List<Value> gradient(Unit unit, List<Value> arguments, String suffix) {
    List<Value> points = leaves().stream().map(arguments::get).toList();
    GradientOfNewArrays gradient = new GradientOfNewArrays(points, out);
    List<Value> all = new ArrayList<>(run(unit, arguments, suffix, gradient));
    Iterator<Value> next = gradient.found().iterator();
    List<Boolean> stands = standsInDuals();
    List<Boolean> isNamed = canBeNamed();
    for (int i = 0; i < signature.leaves().size(); i++) {
      Optional<Value> component =
          signature.leaves().get(i).differentiated()
              ? Optional.of(next.next())
              : stands.get(i) ? Optional.of(arguments.get(i)) : Optional.empty();
      if (isNamed.get(i)) {
        component.ifPresent(all::add);
      }
    }
    return all;
  }

  /**
   * Adds the seeds times the partial derivatives into the buffers, which are the last parameters.
   *
   * @return what the method gives
   */
  private List<Value> addGradient(List<Value> arguments) {
    Unit seeded = SeededResults.of(primal, "_" + name + "Seeded");
    functions.putAll(seeded.functions());
    List<Value> like = seeded.rootFunction().params();
    List<Value> all = new ArrayList<>(arguments);
    all.addAll(parameters(like.subList(arguments.size(), like.size())));
    List<Value> buffers = new ArrayList<>();
    for (int leaf : leaves()) {
      Type type = arguments.get(leaf).type();
      buffers.add(new Value(type.isReal() ? new ArrayType(type) : type, ""));
    }
    params.addAll(buffers);
    List<Value> results = run(seeded, all, "_" + name + 1, new GradientInBuffers(buffers));
    return results.subList(0, results.size() - 1);
  }
}
