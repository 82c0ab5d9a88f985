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

/** The tangent of a function whose code is elsewhere: a call of the {@code jvp} generated there. */
final class LinkedTangent {
  private final Function primal;
  private final Link link;
  private final Activity activity;
  private final Shadowing shadowing;
  private final Builder out = new Builder(Origin.NONE);

  LinkedTangent(Function primal, Activity activity, Shadowing shadowing) {
    this.primal = primal;
    this.link = primal.link().orElseThrow();
    this.activity = activity;
    this.shadowing = shadowing;
  }

  Function build(String name, Optional<Value> tape) {
    List<Value> params = new ArrayList<>(tape.stream().toList());
    params.addAll(primal.params());
    List<Value> arguments = new ArrayList<>(primal.params());
    List<Link.Param> leaves = link.leaves();
    for (int i = 0; i < leaves.size(); i++) {
      Value param = primal.params().get(i);
      boolean isActive = activity.isActive(param);
      Value dot = isActive ? new Value(param.type(), shadowing.name(param)) : zero(param);
      if (isActive) {
        params.add(dot);
      }
      if (leaves.get(i).isDifferentiated()) {
        arguments.add(dot);
      }
    }
    List<Value> results = call(arguments);
    List<Type> types = results.stream().map(Value::type).toList();
    return new Function(name, out.region(params, results), types, Optional.of(link.tangent()));
  }

  /** A tangent of zero; what has none stands in records as it is. */
  private Value zero(Value param) {
    if (param.type().isReal()) {
      return out.zero(param.type());
    }
    return param.type().isRealArray() ? out.copyArray(param, Op.CopyArray.Kind.ZEROS, "") : param;
  }

  private List<Value> call(List<Value> arguments) {
    List<Type> more =
        link.params().stream().filter(Link.Param::isDifferentiated).map(Link.Param::type).toList();
    if (link.result().isEmpty()) {
      LinkedCode.run(link, "jvp", arguments, more, out);
      return List.of();
    }
    Type type = link.result().get();
    Value tangent = LinkedCode.call(link, "jvp", arguments, more, "Tangent", out);
    List<Value> results = new ArrayList<>(LinkedCode.parts(type, tangent, ".value()", out));
    LinkedCode.requireFresh(link, results, primal.params(), out);
    List<Value> dots = LinkedCode.parts(type, tangent, ".tangent()", out);
    List<Value> yields = primal.body().yields();
    for (int i = 0; i < yields.size(); i++) {
      if (activity.isActive(yields.get(i))) {
        results.add(dots.get(i));
      }
    }
    return results;
  }
}
