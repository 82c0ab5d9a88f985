package io.cotangent.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.IrPrinter;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which elements are read in front of a loop. */
final class InvariantElementsTest {
  private final Value x = new Value(Type.array(Primitive.DOUBLE, 1), "x");
  private final Value n = new Value(Primitive.INT, "n");
  private final Value m = new Value(Primitive.INT, "m");
  private final Value a = new Value(Type.array(Primitive.DOUBLE, 1), "a");
  private final Value i = new Value(Primitive.INT, "i");
  private final Value j = new Value(Primitive.INT, "j");

  /**
   * {@code a = new double[n]; for (i = 0..end) for (j = 0..n) written[j] = read[i]}.
   *
   * @param length of the array
   */
  private Unit loops(Value length, Value written, Value read) {
    Builder out = new Builder(Origin.NONE);
    out.add(new Op.NewArray(a, List.of(length), Origin.NONE));
    Value zero = out.intConstant(0);
    Builder inner = out.nested();
    inner.store(written, j, inner.load(read, i, "e"));
    Builder outer = out.nested();
    Region innerBody = inner.region(List.of(j), List.of());
    outer.add(new Op.For(List.of(), zero, n, 1, false, List.of(), innerBody, Origin.NONE));
    Region outerBody = outer.region(List.of(i), List.of());
    out.add(new Op.For(List.of(), zero, n, 1, false, List.of(), outerBody, Origin.NONE));
    Function f = new Function("f", out.region(List.of(x, n, m), List.of()), List.of());
    return new Unit("f", Map.of("f", f));
  }

  private static void unchanged(Unit unit) {
    assertEquals(IrPrinter.print(unit), IrPrinter.print(InvariantElements.run(unit)));
  }

  @Test
  void anElementOfAnotherArrayLeaves() {
    String expected =
        """
        root f(x%0:double[], n%1:int, m%2:int) -> () {
          a%3:double[] = new [n%1]
          %4:int = const 0
          for %4 to n%1 step 1 () (i%5:int) {
            e%6:double = load a%3[i%5]
            for %4 to n%1 step 1 () (j%7:int) {
              store x%0[j%7] = e%6
            }
          }
        }
        """;
    Unit swept = InvariantElements.run(loops(n, x, a));
    assertEquals(expected.strip(), IrPrinter.print(swept).strip());
  }

  @Test
  void anElementThatMayBeOverwrittenStays() {
    unchanged(loops(n, a, a));
  }

  @Test
  void anElementThatMayNotBeThereStays() {
    unchanged(loops(m, x, a));
  }

  @Test
  void anElementOfAnArrayFromOutsideStays() {
    unchanged(loops(n, a, x));
  }
}
