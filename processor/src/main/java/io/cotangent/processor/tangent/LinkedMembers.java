package io.cotangent.processor.tangent;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Members of a class that was generated elsewhere as functions, for methods that call them by name.
 * They take the members' parameters and give the components of what these return; as far as they
 * are made of the gradient, they can be differentiated. The caller is where one is called first.
 */
public final class LinkedMembers {
  private LinkedMembers() {}

  /** {@code hvp}. */
  public static Function hvp(String name, Link link, Origin caller) {
    Builder out = new Builder(caller);
    List<Value> params = LinkedCode.parameters(link);
    params.addAll(LinkedCode.tangents(link));
    Value curvature = LinkedCode.curvature(link, params, out);
    List<Value> results = new ArrayList<>();
    results.addAll(LinkedCode.result(link, curvature, "value", out));
    results.add(LinkedCode.tangent(link, 0, curvature, out));
    link.differentiated().forEach(p -> results.add(LinkedCode.product(p, curvature, out)));
    return LinkedCode.function(name, link.to(Link.Member.LAST), out.region(params, results));
  }

  /** {@code hvp} of a method of one number, by its second derivative. */
  public static Function hvpOfSeries(String name, Link link, String series, Origin caller) {
    Builder out = new Builder(caller);
    List<Value> params = LinkedCode.parameters(link);
    List<Value> found = call(link, 2, series, params, out);
    List<Value> dots = LinkedCode.tangents(link);
    Value tangent = times(dots.get(0), found.get(1), out);
    Value product = times(dots.get(0), found.get(2), out);
    params.addAll(dots);
    return function(name, params, List.of(found.get(0), tangent, product), out);
  }

  private static Value times(Value dot, Value derivative, Builder out) {
    return Products.plus(out.zero(derivative.type()), dot, derivative, out);
  }

  /** {@code derivatives}: an array of the value and all of them. */
  public static Function derivatives(String name, Link link, String series, Origin caller) {
    Builder out = new Builder(caller);
    List<Value> params = LinkedCode.parameters(link);
    List<Value> found = call(link, link.order(), series, params, out);
    Value all = new Value(new ArrayType(found.get(0).type()), "derivatives");
    out.add(new Op.NewArray(all, List.of(out.intConstant(found.size())), out.origin()));
    for (int i = 0; i < found.size(); i++) {
      out.store(all, out.intConstant(i), found.get(i));
    }
    return function(name, params, List.of(all), out);
  }

  private static List<Value> call(
      Link link, int derivatives, String series, List<Value> params, Builder out) {
    List<Value> results = new ArrayList<>();
    for (int i = 0; i <= derivatives; i++) {
      results.add(new Value(link.result().orElseThrow(), ""));
    }
    out.add(new Op.Call(results, series, List.copyOf(params), out.origin()));
    return results;
  }

  /** A member whose own derivatives nobody has. */
  public static Function last(String name, Link link, String member, Type result, Origin caller) {
    Builder out = new Builder(caller);
    List<Value> params = LinkedCode.parameters(link);
    Value found = LinkedCode.member(link, member, params, result, out);
    Region body = out.region(params, List.of(found));
    return LinkedCode.function(name, link.to(Link.Member.LAST), body);
  }

  /** {@code jvp}: the gradient times the tangents. */
  public static Function jvp(String name, Link link, String gradient, Origin caller) {
    Builder out = new Builder(caller);
    List<Value> params = LinkedCode.parameters(link);
    List<Value> found = call(link, gradient, params, out);
    List<Value> dots = LinkedCode.tangents(link);
    Value tangent = out.zero(found.get(0).type());
    for (int i = 0; i < dots.size(); i++) {
      tangent = Products.plus(tangent, dots.get(i), found.get(i + 1), out);
    }
    params.addAll(dots);
    return function(name, params, List.of(found.get(0), tangent), out);
  }

  /** {@code vjp}: adds the seed times the gradient into the buffers. */
  public static Function vjp(String name, Link link, String gradient, Origin caller) {
    Builder out = new Builder(caller);
    List<Value> params = LinkedCode.parameters(link);
    List<Value> found = call(link, gradient, params, out);
    Value seed = new Value(found.get(0).type(), "seed");
    params.add(seed);
    List<Link.Param> differentiated = link.differentiated();
    for (int i = 0; i < differentiated.size(); i++) {
      Type type = differentiated.get(i).type();
      Value buffer =
          new Value(type.isReal() ? new ArrayType(type) : type, differentiated.get(i).name());
      params.add(buffer);
      Products.add(buffer, found.get(i + 1), seed, out);
    }
    return function(name, params, List.of(found.get(0)), out);
  }

  private static List<Value> call(Link link, String gradient, List<Value> params, Builder out) {
    List<Value> results = new ArrayList<>();
    results.add(new Value(link.result().orElseThrow(), "value"));
    link.differentiated().forEach(p -> results.add(new Value(p.type(), p.name() + "Bar")));
    out.add(new Op.Call(results, gradient, List.copyOf(params), out.origin()));
    return results;
  }

  private static Function function(
      String name, List<Value> params, List<Value> results, Builder out) {
    List<Type> types = results.stream().map(Value::type).toList();
    return new Function(name, out.region(params, results), types);
  }
}
