package io.cotangent.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.IrPrinter;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which loops are written out. */
final class UnrollingTest {
  private final Value a = new Value(Type.array(Primitive.DOUBLE, 1), "a");
  private final Builder out = new Builder(Origin.NONE);

  /** {@code s = 0; for (i = lower; ..) s += a[i]}. */
  private Value sum(int lower, int upper, int step, boolean inclusive) {
    Value i = new Value(Primitive.INT, "i");
    Value s = new Value(Primitive.DOUBLE, "s");
    Builder body = out.nested();
    Value next = body.apply(Operator.ADD, s, body.load(a, i, ""));
    Region region = body.region(List.of(i, s), List.of(next));
    Value result = s.copy();
    Value zero = out.real(Primitive.DOUBLE, 0);
    out.add(
        new Op.For(
            List.of(result),
            out.intConstant(lower),
            out.intConstant(upper),
            step,
            inclusive,
            List.of(zero),
            region,
            Origin.NONE));
    return result;
  }

  private String unrolled(Value result) {
    Region body = out.region(List.of(a), List.of(result));
    Function function = new Function("f", body, List.of(Primitive.DOUBLE));
    Unit unit = Unrolling.run(new Unit("f", Map.of("f", function)));
    Region left = unit.rootFunction().body();
    return IrPrinter.print(DeadCode.sweep(left, DeadCode.Mode.STRICT));
  }

  @Test
  void aLoopOfConstantBoundsBecomesItsIterations() {
    String expected =
        """
        (a%0:double[]) {
          %1:double = const 0.0
          %2:int = const 4
          %3:double = load a%0[%2]
          %4:double = add %1, %3
          %5:int = const 2
          %6:double = load a%0[%5]
          %7:double = add %4, %6
          yield %7
        }
        """;
    assertEquals(expected, unrolled(sum(4, 1, -2, true)));
  }

  @Test
  void aLoopThatDoesNotRunGoes() {
    assertEquals(
        """
        (a%0:double[]) {
          %1:double = const 0.0
          yield %1
        }
        """,
        unrolled(sum(3, 3, 1, false)));
  }

  @Test
  void aLongLoopStays() {
    Value result = sum(0, 9, 1, false);
    String before = IrPrinter.print(out.region(List.of(a), List.of(result)));
    assertEquals(before, unrolled(result));
  }
}
