package io.cotangent.processor.adjoint;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.pass.DeadCode;
import io.cotangent.processor.pass.LoopInvariants;
import io.cotangent.processor.pass.Simplify;
import io.cotangent.processor.pass.Twins;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.tangent.Tangent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All derivatives of a number with respect to a number up to an order: the tangent of the tangent
 * of the tangent, in the direction one.
 */
final class HigherOrder {
  private static final String SUFFIX = "N";
  private static final ArrayType ARRAY = new ArrayType(Primitive.DOUBLE);

  private HigherOrder() {}

  /** {@link Derived#DERIVATIVES} and what it calls. */
  static Map<String, Function> of(Primal primal, int order, Report report) {
    int variable = primal.root().params().indexOf(primal.independents().get(0));
    Unit unit = plain(primal.unit(), variable, order, report);
    Map<String, Function> functions = new LinkedHashMap<>(unit.functions());
    functions.remove(unit.root());
    functions.put(Derived.DERIVATIVES, inArray(unit.rootFunction()));
    return functions;
  }

  /**
   * The unit with the derivatives of its result as further results.
   *
   * @param variable the position of the parameter they are by
   */
  static Unit plain(Unit primal, int variable, int order, Report report) {
    Unit unit = primal;
    for (int i = 0; i < order; i++) {
      unit = next(unit, variable, report);
    }
    return unit;
  }

  /** The unit with one more result: the derivative of the last one. */
  private static Unit next(Unit unit, int variable, Report report) {
    Function root = unit.rootFunction();
    Value x = root.params().get(variable);
    List<Value> yields = root.body().yields();
    List<Value> last = yields.isEmpty() ? yields : yields.subList(yields.size() - 1, yields.size());
    Activity activity = Activity.of(unit, Memory.of(unit, List.of()), List.of(x), last);
    ForeignCalls.check(unit, activity, report);
    Unit tangent = Tangent.plain(unit, activity, x::equals, SUFFIX);
    Map<String, Function> functions = new LinkedHashMap<>(tangent.functions());
    functions.put(tangent.root(), inDirectionOne(tangent.rootFunction(), yields.size()));
    Unit next = new Unit(tangent.root(), functions);
    Unit merged = Simplify.run(Twins.merge(DeadCode.run(Simplify.run(next))));
    return DeadCode.run(LoopInvariants.run(DeadCode.run(merged)));
  }

  /** The tangent is one; of the tangents of the results only the last is of interest. */
  private static Function inDirectionOne(Function function, int results) {
    List<Value> params = function.params().subList(0, function.params().size() - 1);
    Value dot = function.params().get(params.size());
    List<Op> ops = new ArrayList<>();
    Object one = dot.type() == Primitive.FLOAT ? (Object) 1f : (Object) 1.0;
    ops.add(new Op.Const(dot, one, Origin.NONE));
    ops.addAll(function.body().ops());
    List<Value> yields = new ArrayList<>();
    if (!function.body().isTerminated()) {
      yields.addAll(function.body().yields().subList(0, results));
      yields.add(function.body().yields().get(2 * results - 1));
    }
    List<Type> types = new ArrayList<>(function.resultTypes().subList(0, results));
    types.add(function.resultTypes().get(results - 1));
    return new Function(function.name(), new Region(params, ops, yields), types);
  }

  private static Function inArray(Function function) {
    Builder out = new Builder(Origin.NONE);
    function.body().ops().forEach(out::add);
    boolean isTerminated = function.body().isTerminated();
    List<Value> results =
        isTerminated ? List.of() : List.of(inArray(out, function.body().yields()));
    Region body = out.region(function.params(), results);
    return new Function(Derived.DERIVATIVES, body, List.of(ARRAY));
  }

  /** Numbers in a new array. */
  static Value inArray(Builder out, List<Value> numbers) {
    Value array = new Value(ARRAY, "derivatives");
    out.add(new Op.NewArray(array, List.of(out.intConstant(numbers.size())), Origin.NONE));
    for (int i = 0; i < numbers.size(); i++) {
      out.store(array, out.intConstant(i), out.cast(numbers.get(i), Primitive.DOUBLE));
    }
    return array;
  }
}
