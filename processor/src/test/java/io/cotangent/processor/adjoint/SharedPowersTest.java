package io.cotangent.processor.adjoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.model.Settings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How often the gradient of a power calls {@code pow}. */
final class SharedPowersTest {
  private static final Settings OFF =
      new Settings(Set.of(Optimisation.SHARE_POWERS), Settings.METHOD_SIZE);

  private static long powers(double exponent, boolean isStrict, Settings settings) {
    Value x = new Value(Primitive.DOUBLE, "x");
    Value power = new Value(Primitive.DOUBLE, "");
    Builder out = new Builder(Origin.NONE);
    List<Value> args = List.of(x, out.real(Primitive.DOUBLE, exponent));
    out.add(new Op.Apply(power, Operator.POW, isStrict, args, Origin.NONE));
    Region root = out.region(List.of(x), List.of(power));
    return Signatures.vjp(root, settings).ops().stream()
        .filter(op -> op instanceof Op.Apply apply && apply.operator() == Operator.POW)
        .count();
  }

  @Test
  void thePartialIsMadeOfThePower() {
    assertEquals(1, powers(0.3, false, Settings.DEFAULT));
  }

  @Test
  void theSwitchCallsPowAgain() {
    assertEquals(2, powers(0.3, false, OFF));
  }

  @Test
  void aCubeNeedsTheSquareAndNotItself() {
    assertEquals(2, powers(3, false, Settings.DEFAULT));
  }

  @Test
  void strictPowersStayWhatStrictMathSays() {
    assertEquals(2, powers(0.3, true, Settings.DEFAULT));
  }
}
