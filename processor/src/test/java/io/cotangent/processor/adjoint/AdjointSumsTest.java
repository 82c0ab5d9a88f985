package io.cotangent.processor.adjoint;

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
import io.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Additions to one element of a shadow leave the loop, unless the loop looks at the shadow. */
final class AdjointSumsTest {
  private final Value aBar = new Value(Type.array(Primitive.DOUBLE, 1), "aBar");
  private final Value b = new Value(Type.array(Primitive.DOUBLE, 1), "b");
  private final Value k = new Value(Primitive.INT, "k");
  private final Value n = new Value(Primitive.INT, "n");
  private final Value i = new Value(Primitive.INT, "i");
  private final Builder out = new Builder(Origin.NONE);

  /** {@code for (i = k..n) aBar[index] += b[i]}, with more in the loop. */
  private Function loop(Builder body, Value index) {
    Value old = body.load(aBar, index, "");
    body.store(aBar, index, body.apply(Operator.ADD, old, body.load(b, i, "")));
    Region region = body.region(List.of(i), List.of());
    out.add(new Op.For(List.of(), k, n, 1, false, List.of(), region, Origin.NONE));
    return new Function("f", out.region(List.of(aBar, b, k, n), List.of()), List.of());
  }

  private Region collected(Function function) {
    return AdjointSums.collect(function, v -> v == aBar).body();
  }

  @Test
  void theSumIsCarried() {
    String expected =
        """
        (aBar%0:double[], b%1:double[], k%2:int, n%3:int) {
          %4:double = const 0.0
          aBar%5:double = for k%2 to n%3 step 1 (%4) (i%6:int, aBar%7:double) {
            %8:double = load b%1[i%6]
            %9:double = add aBar%7, %8
            yield %9
          }
          %10:double = const 0.0
          %11:boolean = ne aBar%5, %10
          if %11 {
            %12:double = load aBar%0[k%2]
            %13:double = add %12, aBar%5
            store aBar%0[k%2] = %13
          } else {
          }
        }
        """;
    assertEquals(expected, IrPrinter.print(collected(loop(out.nested(), k))));
  }

  @Test
  void anElementThatChangesWithTheLoopStays() {
    Function function = loop(out.nested(), i);
    assertEquals(IrPrinter.print(function.body()), IrPrinter.print(collected(function)));
  }

  @Test
  void aShadowThatIsReadStays() {
    Builder body = out.nested();
    body.store(b, k, body.load(aBar, i, ""));
    Function function = loop(body, k);
    assertEquals(IrPrinter.print(function.body()), IrPrinter.print(collected(function)));
  }
}
