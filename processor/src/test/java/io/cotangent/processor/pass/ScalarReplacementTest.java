package io.cotangent.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.IrPrinter;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small arrays become values; others stay. */
final class ScalarReplacementTest {
  private final Value x = new Value(Primitive.DOUBLE, "x");
  private final Value n = new Value(Primitive.INT, "n");
  private final Builder out = new Builder(Origin.NONE);

  private Value array(Builder in, Type type, int... lengths) {
    Value array = new Value(type, "a");
    List<Value> dimensions = Arrays.stream(lengths).mapToObj(in::intConstant).toList();
    in.add(new Op.NewArray(array, dimensions, Origin.NONE));
    return array;
  }

  private String swept(Value... yields) {
    Region region = out.region(List.of(x, n), List.of(yields));
    Region swept = ScalarReplacement.sweep(region);
    return IrPrinter.print(DeadCode.sweep(swept, DeadCode.Mode.STRICT));
  }

  @Test
  void anElementThatALoopAndABranchInItWriteIsCarried() {
    Value a = array(out, Type.array(Primitive.DOUBLE, 1), 1);
    Value first = out.intConstant(0);
    Builder body = out.nested();
    Value i = new Value(Primitive.INT, "i");
    Value old = body.load(a, first, "");
    Value small = body.apply(Operator.LT, old, x);
    Builder arm = body.nested();
    arm.store(a, first, arm.apply(Operator.ADD, old, x));
    Region nothing = new Region(List.of(), List.of(), List.of());
    body.add(new Op.If(List.of(), small, arm.region(List.of(), List.of()), nothing, Origin.NONE));
    Region region = body.region(List.of(i), List.of());
    out.add(new Op.For(List.of(), first, n, 1, false, List.of(), region, Origin.NONE));
    String expected =
        """
        (x%0:double, n%1:int) {
          %2:double = const 0.0
          %3:int = const 0
          a0%4:double = for %3 to n%1 step 1 (%2) (i%5:int, a0%6:double) {
            %7:boolean = lt a0%6, x%0
            a0%8:double = if %7 {
              %9:double = add a0%6, x%0
              yield %9
            } else {
              yield a0%6
            }
            yield a0%8
          }
          yield a0%4
        }
        """;
    assertEquals(expected, swept(out.load(a, first, "")));
  }

  @Test
  void theRowsOfAMatrixFollow() {
    Value m = array(out, Type.array(Primitive.DOUBLE, 2), 2, 2);
    Value first = out.intConstant(0);
    Value second = out.intConstant(1);
    out.store(out.load(m, first, ""), second, x);
    Value row = out.load(m, first, "");
    out.store(m, second, row);
    Value sum =
        out.apply(
            Operator.SUB, out.load(out.load(m, second, ""), second, ""), out.load(row, first, ""));
    String expected =
        """
        (x%0:double, n%1:int) {
          yield x%0
        }
        """;
    assertEquals(expected, swept(sum));
  }

  @Test
  void anArrayWithAnUnknownIndexOrAnotherNameStays() {
    Type vector = Type.array(Primitive.DOUBLE, 1);
    Value indexed = array(out, vector, 3);
    Value chosen = new Value(vector, "b");
    Region arm = new Region(List.of(), List.of(), List.of(indexed));
    Value condition = out.apply(Operator.LT, x, x);
    out.add(new Op.If(List.of(chosen), condition, arm, arm, Origin.NONE));
    Value far = array(out, vector, 3);
    Value outside = out.load(far, out.intConstant(3), "");
    Value any = array(out, vector, 3);
    Value sum = out.apply(Operator.ADD, out.load(any, n, ""), outside);
    String before = IrPrinter.print(out.region(List.of(x, n), List.of(sum, chosen)));
    Region region = out.region(List.of(x, n), List.of(sum, chosen));
    assertEquals(before, IrPrinter.print(ScalarReplacement.sweep(region)));
  }
}
