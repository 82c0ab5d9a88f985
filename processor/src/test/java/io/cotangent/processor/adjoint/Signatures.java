package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests for derivatives of programs that no source stands for. */
final class Signatures {
  private Signatures() {}

  /** A request for first derivatives of a static method. */
  static Signature of(List<Parameter> parameters, Form result) {
    return new Signature(
        "p",
        "MAdjoint",
        "F",
        "p.M",
        "f",
        List.of(),
        true,
        false,
        parameters,
        Optional.of(result),
        List.of(),
        1,
        List.of());
  }

  /** The adjoint of a program with one parameter, a double or an array, that gives a double. */
  static Region vjp(Region body, Settings settings) {
    Parameter parameter = new Parameter("x", body.params().get(0).type(), true);
    Function function = new Function("f", body, List.of(Primitive.DOUBLE));
    Unit unit = new Unit("f", Map.of("f", function));
    Signature signature = of(List.of(parameter), Form.of(Primitive.DOUBLE));
    Optional<Derived> derived =
        Differentiation.derive(signature, unit, Optional.empty(), settings, new Report());
    return derived.orElseThrow().function(Derived.VJP).body();
  }
}
