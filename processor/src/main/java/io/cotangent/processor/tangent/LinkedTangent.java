package io.cotangent.processor.tangent;

import io.cotangent.processor.analysis.Activity;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tangent of a function whose code is elsewhere: of a method a call of the {@code jvp}
 * generated there or, if it is to be differentiated in turn, the gradient times the tangents; of a
 * gradient a call of {@code hvp}.
 */
final class LinkedTangent {
  private final Function primal;
  private final Link link;
  private final Activity activity;
  private final Shadowing shadowing;
  private final Builder out;
  private final List<Value> params;

  /**
   * The tangents of one function.
   *
   * @param tape the first parameter, if there is to be a tape
   * @param caller where it is called
   */
  LinkedTangent(
      Function primal,
      Activity activity,
      Shadowing shadowing,
      Optional<Value> tape,
      Origin caller) {
    this.out = new Builder(caller);
    this.primal = primal;
    this.link = primal.link().orElseThrow();
    this.activity = activity;
    this.shadowing = shadowing;
    this.params = new ArrayList<>(tape.stream().toList());
    params.addAll(primal.params());
  }

  /** The tangent, which is not differentiated. */
  Function last(String name) {
    List<Value> arguments = new ArrayList<>(primal.params());
    List<Value> dots = dots();
    for (int i = 0; i < dots.size(); i++) {
      if (link.params().get(i).isDifferentiated()) {
        arguments.add(dots.get(i) != null ? dots.get(i) : zero(primal.params().get(i)));
      }
    }
    List<Value> results = results(arguments);
    return LinkedCode.function(name, link.to(Link.Member.LAST), out.region(params, results));
  }

  private List<Value> results(List<Value> arguments) {
    if (link.member() == Link.Member.GRADIENT) {
      return ofGradient(arguments);
    }
    if (link.member() == Link.Member.SERIES) {
      List<Value> found = LinkedCode.series(link, link.count() + 1, primal.params(), out);
      return ofSeries(found, arguments.get(primal.params().size()));
    }
    return link.hasTangents() ? ofMethod(arguments) : byGradient(arguments);
  }

  /** The value, and the gradient times the tangents. */
  private List<Value> byGradient(List<Value> arguments) {
    List<Value> found = LinkedCode.gradient(link, primal.params(), out);
    List<Value> results = new ArrayList<>(List.of(found.get(0)));
    if (activity.isActive(primal.body().yields().get(0))) {
      Value sum = out.zero(found.get(0).type());
      for (int i = 1; i < found.size(); i++) {
        Value dot = arguments.get(primal.params().size() + i - 1);
        sum = Products.plus(sum, dot, found.get(i), out);
      }
      results.add(sum);
    }
    return results;
  }

  /** The tangent of the method as a plain program that calls the gradient. */
  Function plain(String name, String gradientName) {
    List<Value> dots = dots();
    Value value = new Value(link.result().orElseThrow(), "");
    List<Value> gradient = new ArrayList<>(List.of(value));
    link.differentiated().forEach(p -> gradient.add(new Value(p.type(), "")));
    out.add(new Op.Call(gradient, gradientName, primal.params(), out.origin()));
    List<Value> results = new ArrayList<>(List.of(value));
    if (activity.isActive(primal.body().yields().get(0))) {
      results.add(inDirection(gradient.subList(1, gradient.size()), dots));
    }
    List<Type> types = results.stream().map(Value::type).toList();
    return new Function(name, out.region(params, results), types);
  }

  /** The same, of more derivatives, as a plain program that calls the function with one more. */
  Function plainSeries(String name, String seriesName) {
    List<Value> dots = dots();
    Value dot = out.zero(link.result().orElseThrow());
    for (int i = 0; i < dots.size(); i++) {
      boolean isIt = link.params().get(i).isDifferentiated() && dots.get(i) != null;
      dot = isIt ? dots.get(i) : dot;
    }
    List<Value> found = new ArrayList<>();
    for (int i = 0; i <= link.count() + 1; i++) {
      found.add(new Value(link.result().orElseThrow(), ""));
    }
    out.add(new Op.Call(found, seriesName, primal.params(), out.origin()));
    List<Value> results = ofSeries(found, dot);
    List<Type> types = results.stream().map(Value::type).toList();
    return new Function(name, out.region(params, results), types);
  }

  /** All but the last of the derivatives, then the tangents of the active ones. */
  private List<Value> ofSeries(List<Value> found, Value dot) {
    List<Value> results = new ArrayList<>(found.subList(0, link.count() + 1));
    List<Value> yields = primal.body().yields();
    for (int i = 0; i < yields.size(); i++) {
      if (activity.isActive(yields.get(i))) {
        Value zero = out.zero(dot.type());
        results.add(Products.plus(zero, dot, found.get(i + 1), out));
      }
    }
    return results;
  }

  private Value inDirection(List<Value> parts, List<Value> dots) {
    Type type = link.result().orElseThrow();
    Value sum = out.zero(type);
    int part = 0;
    for (int i = 0; i < dots.size(); i++) {
      if (link.params().get(i).isDifferentiated()) {
        Value dot = dots.get(i);
        sum = dot == null ? sum : Products.plus(sum, dot, parts.get(part), out);
        part++;
      }
    }
    return sum;
  }

  /** New parameters for the tangents of the active ones; null for the others. */
  private List<Value> dots() {
    List<Value> dots = new ArrayList<>();
    for (Value param : primal.params()) {
      Value dot = activity.isActive(param) ? new Value(param.type(), shadowing.name(param)) : null;
      if (dot != null) {
        params.add(dot);
      }
      dots.add(dot);
    }
    return dots;
  }

  private Value zero(Value param) {
    return param.type().isReal()
        ? out.zero(param.type())
        : out.copyArray(param, Op.CopyArray.Kind.ZEROS, "");
  }

  private List<Value> ofMethod(List<Value> arguments) {
    if (link.result().isEmpty()) {
      LinkedCode.run(link, "jvp", arguments, out);
      return List.of();
    }
    Value tangent = LinkedCode.call(link, "jvp", arguments, "Tangent", out);
    List<Value> results = new ArrayList<>(LinkedCode.result(link, tangent, "value", out));
    List<Value> yields = primal.body().yields();
    for (int i = 0; i < yields.size(); i++) {
      if (activity.isActive(yields.get(i))) {
        results.add(LinkedCode.tangent(link, i, tangent, out));
      }
    }
    return results;
  }

  /** The tangent of the value, then the Hessian times the direction. */
  private List<Value> ofGradient(List<Value> arguments) {
    List<Value> results = LinkedCode.gradient(link, primal.params(), out);
    Value curvature = LinkedCode.curvature(link, arguments, out);
    List<Value> yields = primal.body().yields();
    if (activity.isActive(yields.get(0))) {
      results.add(LinkedCode.tangent(link, 0, curvature, out));
    }
    for (int i = 1; i < yields.size(); i++) {
      if (activity.isActive(yields.get(i))) {
        results.add(LinkedCode.product(link.differentiated().get(i - 1), curvature, out));
      }
    }
    return results;
  }
}
