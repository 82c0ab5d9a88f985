package io.cotangent.processor;

import io.cotangent.processor.analysis.Memory;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.pass.Inliner;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.source.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * The object a method returns is made of its parts by generated code, so it must be one that the
 * method has made. What tells it from others is the result behind its parts in the lowered program.
 */
final class ReturnedObject {
  private ReturnedObject() {}

  /** The program without that result; reports an object that may have arrived from outside. */
  static Unit check(Unit unit, Request request, Report report) {
    Signature signature = request.signature();
    if (signature.resultForm().filter(form -> form instanceof Form.Made).isEmpty()) {
      return unit;
    }
    int index = signature.resultLeaves().size();
    if (mayArrive(Inliner.run(unit), index)) {
      Form form = signature.resultForm().orElseThrow();
      report.error(
          Problem.RETURNED_ARGUMENT,
          request.source().site(),
          signature.methodName(),
          form.javaType());
    }
    String root = unit.root();
    return unit.map(f -> f.name().equals(root) ? without(f, index) : f);
  }

  private static boolean mayArrive(Unit unit, int index) {
    Region body = unit.rootFunction().body();
    if (body.isTerminated()) {
      return false;
    }
    Memory memory = Memory.of(unit, List.of());
    Value identity = body.yields().get(index);
    return body.params().stream()
        .anyMatch(p -> p.type() instanceof ArrayType && memory.mayShare(p, identity));
  }

  private static Function without(Function function, int index) {
    Region body = function.body();
    List<Type> types = new ArrayList<>(function.resultTypes());
    types.remove(index);
    List<Value> yields = new ArrayList<>(body.yields());
    if (!body.isTerminated()) {
      yields.remove(index);
    }
    return new Function(function.name(), new Region(body.params(), body.ops(), yields), types);
  }
}
