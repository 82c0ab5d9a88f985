package io.cotangent.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.IrInterpreter;
import io.cotangent.processor.ir.IrVerifier;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which calls are replaced. All functions map a double to a double. */
final class InlinerTest {
  private final Map<String, Function> functions = new LinkedHashMap<>();

  private void define(String name, java.util.function.BiFunction<Builder, Value, Value> body) {
    Value x = new Value(Primitive.DOUBLE, "x");
    Builder out = new Builder(Origin.NONE);
    Value result = body.apply(out, x);
    Region region = out.region(List.of(x), List.of(result));
    functions.put(name, new Function(name, region, List.of(Primitive.DOUBLE)));
  }

  private static Value call(Builder out, String callee, Value arg) {
    Value result = new Value(Primitive.DOUBLE, "");
    out.add(new Op.Call(List.of(result), callee, List.of(arg), Origin.NONE));
    return result;
  }

  private Unit inlined() {
    Unit unit = Inliner.run(new Unit("root", functions));
    IrVerifier.verify(unit);
    return unit;
  }

  @Test
  void callsOfCallsAreReplacedAndTheFunctionsGone() {
    define("square", (out, x) -> out.apply(Operator.MUL, x, x));
    define("fourth", (out, x) -> call(out, "square", call(out, "square", x)));
    define("root", (out, x) -> out.apply(Operator.ADD, call(out, "fourth", x), x));
    Unit unit = inlined();
    assertEquals(Set.of("root"), unit.functions().keySet());
    assertEquals(3, unit.rootFunction().body().size());
    assertEquals(List.of(18.0), new IrInterpreter(unit).run(2.0));
  }

  @Test
  void mutualRecursionStays() {
    define("even", (out, x) -> call(out, "odd", x));
    define("odd", (out, x) -> call(out, "even", x));
    define("root", (out, x) -> call(out, "even", x));
    assertEquals(Set.of("even", "odd", "root"), inlined().functions().keySet());
  }

  @Test
  void aCalleeThatAlwaysThrowsEndsTheRegion() {
    define(
        "fail",
        (out, x) -> {
          out.add(new Op.Throw(out.constant(RefType.OBJECT, null), Origin.NONE));
          return x;
        });
    define("root", (out, x) -> out.apply(Operator.NEG, call(out, "fail", x)));
    Region body = inlined().rootFunction().body();
    assertTrue(body.isTerminated());
    assertEquals(2, body.ops().size());
  }

  @Test
  void theBudgetIsKept() {
    define("large", (out, x) -> chain(out, x, 1900));
    define("root", (out, x) -> call(out, "large", call(out, "large", call(out, "large", x))));
    Unit unit = inlined();
    assertTrue(unit.functions().containsKey("large"));
    assertEquals(2 * 1900 + 1, unit.rootFunction().body().size());
  }

  @Test
  void tooLargeACalleeStays() {
    define("large", (out, x) -> chain(out, x, 2000));
    define("root", (out, x) -> call(out, "large", x));
    assertFalse(inlined().rootFunction().body().size() > 1);
  }

  private static Value chain(Builder out, Value x, int length) {
    Value at = x;
    for (int i = 0; i < length; i++) {
      at = out.apply(Operator.NEG, at);
    }
    return at;
  }
}
