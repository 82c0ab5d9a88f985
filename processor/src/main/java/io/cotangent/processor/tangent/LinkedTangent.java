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
    for (int i = 0; i < link.params().size(); i++) {
      Value param = primal.params().get(i);
      boolean isDifferentiated = link.params().get(i).isDifferentiated();
      if (activity.isActive(param)) {
        Value dot = new Value(param.type(), shadowing.name(param));
        params.add(dot);
        if (isDifferentiated) {
          arguments.add(dot);
        }
      } else if (isDifferentiated) {
        arguments.add(zero(param));
      }
    }
    List<Value> results = call(arguments);
    List<Type> types = results.stream().map(Value::type).toList();
    return new Function(name, out.region(params, results), types, Optional.of(link.tangent()));
  }

  private Value zero(Value param) {
    return param.type().isReal()
        ? out.zero(param.type())
        : out.copyArray(param, Op.CopyArray.Kind.ZEROS, "");
  }

  private List<Value> call(List<Value> arguments) {
    if (link.result().isEmpty()) {
      LinkedCode.run(link, "jvp", arguments, out);
      return List.of();
    }
    Value tangent = LinkedCode.call(link, "jvp", arguments, "Tangent", out);
    List<Value> results = new ArrayList<>(LinkedCode.result(link, tangent, "value", out));
    LinkedCode.requireFresh(link, results, primal.params(), out);
    if (activity.isActive(primal.body().yields().get(0))) {
      results.addAll(LinkedCode.result(link, tangent, "tangent", out));
    }
    return results;
  }
}
