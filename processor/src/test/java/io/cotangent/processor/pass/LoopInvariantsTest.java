package io.cotangent.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.IrPrinter;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves a loop and what stays in it. */
final class LoopInvariantsTest {
  @Test
  void arithmeticOnOutsideValuesLeavesWithItsConstants() {
    Value x = new Value(Primitive.DOUBLE, "x");
    Value n = new Value(Primitive.INT, "n");
    Value i = new Value(Primitive.INT, "i");
    Value s = new Value(Primitive.DOUBLE, "s");
    Builder body = new Builder(Origin.NONE);
    Value scaled = body.apply(Operator.MUL, x, body.real(Primitive.DOUBLE, 3));
    Value factor = body.apply(Operator.EXP, scaled);
    body.apply(Operator.DIV, n, n);
    Value sum = body.apply(Operator.ADD, s, factor);
    Region region = body.region(List.of(i, s), List.of(sum));
    Builder out = new Builder(Origin.NONE);
    Value result = s.copy();
    out.add(new Op.For(List.of(result), n, n, 1, false, List.of(x), region, Origin.NONE));
    Region swept = LoopInvariants.sweep(out.region(List.of(x, n), List.of(result)));
    String expected =
        """
        (x%0:double, n%1:int) {
          %2:double = const 3.0
          %3:double = mul x%0, %2
          %4:double = exp %3
          s%5:double = for n%1 to n%1 step 1 (x%0) (i%6:int, s%7:double) {
            %8:int = div n%1, n%1
            %9:double = add s%7, %4
            yield %9
          }
          yield s%5
        }
        """;
    assertEquals(expected, IrPrinter.print(DeadCode.sweep(swept, DeadCode.Mode.STRICT)));
  }
}
