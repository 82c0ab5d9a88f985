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

/** What counts along with a loop's index. */
final class InductionsTest {
  private final Value n = new Value(Primitive.INT, "n");
  private final Value k = new Value(Primitive.INT, "k");
  private final Value i = new Value(Primitive.INT, "i");
  private final Value at = new Value(Primitive.INT, "at");

  /** {@code for (i = n; i < k; i++) at += 3}, from n. */
  @Test
  void carriedIntFollowsFromTheIndex() {
    Builder body = new Builder(Origin.NONE);
    Value next = body.apply(Operator.ADD, at, body.intConstant(3));
    assertEquals(
        """
        (n%0:int, k%1:int) {
          %2:int = const 3
          %3:int = mul n%0, %2
          %4:int = sub n%0, %3
          for n%0 to k%1 step 1 () (i%5:int) {
            %6:int = mul i%5, %2
            at%7:int = add %6, %4
            %8:int = const 3
            %9:int = add at%7, %8
          }
          %10:int = sub k%1, n%0
          %11:boolean = lt n%0, k%1
          %12:int = const 0
          %13:int = select %11, %10, %12
          %14:int = mul %13, %2
          at%15:int = add n%0, %14
          yield at%15
        }
        """,
        inducted(body, next));
  }

  @Test
  void whatGrowsByTheIndexStaysCarried() {
    Builder body = new Builder(Origin.NONE);
    Value next = body.apply(Operator.ADD, at, i);
    assertEquals(
        """
        (n%0:int, k%1:int) {
          at%2:int = for n%0 to k%1 step 1 (n%0) (i%3:int, at%4:int) {
            %5:int = add at%4, i%3
            yield %5
          }
          yield at%2
        }
        """,
        inducted(body, next));
  }

  private String inducted(Builder body, Value next) {
    Region region = body.region(List.of(i, at), List.of(next));
    Builder out = new Builder(Origin.NONE);
    Value result = at.copy();
    out.add(new Op.For(List.of(result), n, k, 1, false, List.of(n), region, Origin.NONE));
    Region function = out.region(List.of(n, k), List.of(result));
    return IrPrinter.print(Inductions.sweep(function));
  }
}
