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

/** The first addition to a new shadow is an assignment, and the last one is not cleared. */
final class FreshElementsTest {
  private final Value b = new Value(Type.array(Primitive.DOUBLE, 1), "b");
  private final Value n = new Value(Primitive.INT, "n");
  private final Value aBar = new Value(Type.array(Primitive.DOUBLE, 1), "aBar");
  private final Builder out = new Builder(Origin.NONE);

  FreshElementsTest() {
    out.add(new Op.NewArray(aBar, List.of(n), Origin.NONE));
  }

  private void loop(Value index, Builder body) {
    Region region = body.region(List.of(index), List.of());
    out.add(new Op.For(List.of(), n, n, 1, false, List.of(), region, Origin.NONE));
  }

  /** {@code for (i = n..n) aBar[at] += b[i]}. */
  private void adds(Value i, Value at) {
    Builder body = out.nested();
    Value old = body.load(aBar, at, "");
    body.store(aBar, at, body.apply(Operator.ADD, old, body.load(b, i, "")));
    loop(i, body);
  }

  /** {@code for (i = n..n) { b[i] = aBar[i]; aBar[i] = 0; }}. */
  private void takes() {
    Value i = new Value(Primitive.INT, "i");
    Builder body = out.nested();
    body.store(b, i, body.load(aBar, i, ""));
    body.store(aBar, i, body.zero(Primitive.DOUBLE));
    loop(i, body);
  }

  private Function function(List<Value> yields) {
    List<Type> types = yields.stream().map(Value::type).toList();
    return new Function("f", out.region(List.of(b, n), yields), types);
  }

  private Region tidy(Function function) {
    return FreshElements.tidy(function, v -> v == aBar).body();
  }

  private void unchanged(Function function) {
    String before = IrPrinter.print(function.body());
    assertEquals(before, IrPrinter.print(tidy(function)));
  }

  @Test
  void theFirstLoopAssignsAndTheLastLeaves() {
    Value i = new Value(Primitive.INT, "i");
    adds(i, i);
    takes();
    String expected =
        """
        (b%0:double[], n%1:int) {
          aBar%2:double[] = new [n%1]
          for n%1 to n%1 step 1 () (i%3:int) {
            %4:double = load b%0[i%3]
            store aBar%2[i%3] = %4
          }
          for n%1 to n%1 step 1 () (i%5:int) {
            %6:double = load aBar%2[i%5]
            store b%0[i%5] = %6
            %7:double = const 0.0
          }
        }
        """;
    assertEquals(expected, IrPrinter.print(tidy(function(List.of()))));
  }

  @Test
  void anElementThatIsAddedToAgainStays() {
    adds(new Value(Primitive.INT, "i"), n);
    unchanged(function(List.of()));
  }

  @Test
  void anArrayOfTheProgramStaysAsItIs() {
    Value i = new Value(Primitive.INT, "i");
    adds(i, i);
    Function function = function(List.of());
    String before = IrPrinter.print(function.body());
    assertEquals(before, IrPrinter.print(FreshElements.tidy(function, v -> false).body()));
  }

  @Test
  void whatIsReadLaterIsCleared() {
    takes();
    out.store(b, n, out.load(aBar, n, ""));
    unchanged(function(List.of()));
  }

  @Test
  void anArrayThatLeavesStays() {
    Value i = new Value(Primitive.INT, "i");
    adds(i, i);
    takes();
    unchanged(function(List.of(aBar)));
  }
}
