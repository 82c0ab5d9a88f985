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
import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.model.Settings;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which counters of a loop go on the tape. */
final class CountingBackTest {
  private final Value x = new Value(Type.array(Primitive.DOUBLE, 1), "x");
  private final Value i = new Value(Primitive.INT, "i");
  private final Builder out = new Builder(Origin.NONE);

  /** Pushed ints of {@code for (i..) { s *= x[at]; at = next(at) }}. */
  private long pushedInts(UnaryOperator<Value> next, Builder body, Settings settings) {
    Value s = new Value(Primitive.DOUBLE, "s");
    Value at = new Value(Primitive.INT, "at");
    Value product = body.apply(Operator.MUL, s, body.load(x, at, ""));
    Region region = body.region(List.of(i, s, at), List.of(product, next.apply(at)));
    List<Value> inits = List.of(out.real(Primitive.DOUBLE, 1), out.intConstant(0));
    Value zero = out.intConstant(0);
    Value end = out.length(x);
    List<Value> results = List.of(s.copy(), at.copy());
    out.add(new Op.For(results, zero, end, 1, false, inits, region, Origin.NONE));
    Region root = out.region(List.of(x), List.of(results.get(0)));
    return pushedInts(Signatures.vjp(root, settings));
  }

  private static long pushedInts(Region region) {
    long pushed = 0;
    for (Op op : region.ops()) {
      pushed += op instanceof Op.Push push && push.pushed().type() == Primitive.INT ? 1 : 0;
      pushed += op.regions().stream().mapToLong(CountingBackTest::pushedInts).sum();
    }
    return pushed;
  }

  private long pushedInts(Operator operator, Settings settings) {
    Builder body = out.nested();
    return pushedInts(at -> body.apply(operator, at, square(body)), body, settings);
  }

  private Value square(Builder body) {
    return body.apply(Operator.MUL, i, i);
  }

  @Test
  void whatTheIndexAddsIsTakenBack() {
    assertEquals(0, pushedInts(Operator.ADD, Settings.DEFAULT));
  }

  @Test
  void whatTheIndexTakesAwayIsAddedBack() {
    assertEquals(0, pushedInts(Operator.SUB, Settings.DEFAULT));
  }

  @Test
  void aProductIsKept() {
    assertEquals(1, pushedInts(Operator.MUL, Settings.DEFAULT));
  }

  @Test
  void aCounterThatChangesByItselfIsKept() {
    Builder body = out.nested();
    assertEquals(1, pushedInts(at -> body.apply(Operator.ADD, at, at), body, Settings.DEFAULT));
  }

  @Test
  void theSwitchKeepsAll() {
    Settings off = new Settings(Set.of(Optimisation.COUNT_BACK), Settings.METHOD_SIZE);
    assertEquals(1, pushedInts(Operator.ADD, off));
  }
}
