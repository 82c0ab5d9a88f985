package io.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The text form, which dumps and goldens rely on. */
final class IrPrinterTest {
  @Test
  void sumOfPositiveElements() {
    Function sum = Samples.sumOfPositives();
    String expected =
        """
        root sum(a%0:double[]) -> (double) {
          %1:int = const 0
          %2:double = const 0.0
          %3:int = length a%0
          sum%4:double = for %1 to %3 step 1 (%2) (i%5:int, s%6:double) {
            // add a[i] if it is positive
            %7:double = load a%0[i%5]
            %8:boolean = gt %7, %2
            %9:double = if %8 {
              s%10:double = add s%6, %7
              yield s%10
            } else {
              yield s%6
            }
            yield %9
          }
          yield sum%4
        }
        """;
    assertEquals(expected, IrPrinter.print(new Unit("sum", Map.of("sum", sum))));
  }

  @Test
  void oneOfEachRemainingKind() {
    Value tape = new Value(TapeType.TAPE, "tape");
    Value x = new Value(Primitive.DOUBLE, "x");
    Value popped = new Value(Primitive.DOUBLE, "");
    Builder out = new Builder(Origin.NONE);
    out.push(tape, x);
    out.add(new Op.Pop(popped, tape, Origin.NONE));
    out.add(new Op.Call(List.of(), "f", List.of(x), Origin.NONE));
    Value text = out.constant(RefType.STRING, "a\nb");
    out.add(new Op.Throw(text, Origin.NONE));
    String expected =
        """
        (tape%0:tape, x%1:double) {
          push tape%0, x%1
          %2:double = pop tape%0
          call f(x%1)
          %3:java.lang.String = const "a\\nb"
          throw %3
        }
        """;
    assertEquals(expected, IrPrinter.print(out.region(List.of(tape, x), List.of(x))));
  }
}
