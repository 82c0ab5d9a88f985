package io.cotangent.processor.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which arrays need not be zero when they are made. */
final class OverwritingTest {
  private final Value n = new Value(Primitive.INT, "n");
  private final Value x = new Value(Primitive.DOUBLE, "x");
  private final Value a = new Value(Type.array(Primitive.DOUBLE, 1), "a");
  private final Value i = new Value(Primitive.INT, "i");
  private final Builder out = new Builder(Origin.NONE);
  private final Builder body = out.nested();

  OverwritingTest() {
    out.add(new Op.NewArray(a, List.of(n), Origin.NONE));
  }

  private Set<Value> found(Value from, Value to, int step, boolean inclusive) {
    Region region = body.region(List.of(i), List.of());
    out.add(new Op.For(List.of(), from, to, step, inclusive, List.of(), region, Origin.NONE));
    return Overwriting.in(out.region(List.of(n, x), List.of()));
  }

  private Set<Value> upwards() {
    return found(out.intConstant(0), n, 1, false);
  }

  @Test
  void aLoopThroughAllIndicesSetsAll() {
    body.store(a, i, x);
    assertEquals(Set.of(a), upwards());
  }

  @Test
  void soDoesOneBackwards() {
    body.store(a, i, x);
    Value last = out.apply(Operator.SUB, n, out.intConstant(1));
    assertEquals(Set.of(a), found(last, out.intConstant(0), -1, true));
  }

  @Test
  void oneThatLeavesOutTheFirstDoesNot() {
    body.store(a, i, x);
    assertEquals(Set.of(), found(out.intConstant(1), n, 1, false));
  }

  @Test
  void oneThatReadsFirstDoesNot() {
    Value old = body.load(a, i, "");
    body.store(a, i, body.apply(Operator.ADD, old, x));
    assertEquals(Set.of(), upwards());
  }

  @Test
  void oneThatReadsAnotherElementDoesNot() {
    body.store(a, i, x);
    body.load(a, n, "");
    assertEquals(Set.of(), upwards());
  }

  @Test
  void oneThatStoresInABranchDoesNot() {
    Builder then = body.nested();
    then.store(a, i, x);
    Region nothing = new Region(List.of(), List.of(), List.of());
    Value condition = body.apply(Operator.LT, i, n);
    Region branch = then.region(List.of(), List.of());
    body.add(new Op.If(List.of(), condition, branch, nothing, Origin.NONE));
    assertEquals(Set.of(), upwards());
  }

  @Test
  void oneBehindAnotherUseDoesNot() {
    out.load(a, n, "");
    body.store(a, i, x);
    assertEquals(Set.of(), upwards());
  }
}
