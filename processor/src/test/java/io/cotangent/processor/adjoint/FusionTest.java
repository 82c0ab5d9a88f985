package io.cotangent.processor.adjoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Settings;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which loops are reversed where they run: one loop in the generated function instead of two. */
final class FusionTest {
  private final Value x = new Value(Type.array(Primitive.DOUBLE, 1), "x");
  private final Builder out = new Builder(Origin.NONE);

  /** {@code s = 1; for (i..) s = next(s, x[i])}, with more operations in the loop. */
  private Value loop(BinaryOperator<Value> next, Builder body, Value s, Value i) {
    Value result = s.copy();
    Value one = out.real(Primitive.DOUBLE, 1);
    Value first = out.intConstant(0);
    Value length = out.length(x);
    Value yield = next.apply(s, body.load(x, i, ""));
    Region region = body.region(List.of(i, s), List.of(yield));
    out.add(
        new Op.For(List.of(result), first, length, 1, false, List.of(one), region, Origin.NONE));
    return result;
  }

  private Value fold(Operator operator) {
    Builder body = out.nested();
    Value s = new Value(Primitive.DOUBLE, "s");
    Value i = new Value(Primitive.INT, "i");
    return loop((a, b) -> body.apply(operator, a, body.apply(Operator.SIN, b)), body, s, i);
  }

  private int loops(Value result, UnaryOperator<Value> last) {
    Region body = out.region(List.of(x), List.of(last.apply(result)));
    return loops(Signatures.vjp(body, Settings.DEFAULT));
  }

  private static int loops(Region region) {
    int loops = 0;
    for (Op op : region.ops()) {
      loops += op instanceof Op.For ? 1 : 0;
      loops += op.regions().stream().mapToInt(FusionTest::loops).sum();
    }
    return loops;
  }

  @Test
  void aSumIsFusedIfWhatIsDoneWithItIsLinear() {
    Value sum = fold(Operator.ADD);
    Value half = out.real(Primitive.DOUBLE, 0.5);
    Value mean = out.apply(Operator.DIV, sum, out.cast(out.length(x), Primitive.DOUBLE));
    assertEquals(1, loops(mean, s -> out.apply(Operator.MUL, half, s)));
  }

  @Test
  void aSumWhoseAdjointDependsOnItIsNot() {
    assertEquals(2, loops(fold(Operator.ADD), s -> out.apply(Operator.MUL, s, s)));
  }

  @Test
  void aProductIsNot() {
    assertEquals(2, loops(fold(Operator.MUL), s -> s));
  }

  @Test
  void aSumOfElementsThatAreOverwrittenLaterIsNot() {
    Value sum = fold(Operator.ADD);
    out.store(x, zero(), sum);
    assertEquals(2, loops(sum, s -> out.load(x, zero(), "")));
  }

  private Value zero() {
    return out.intConstant(0);
  }
}
