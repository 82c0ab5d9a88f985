package io.cotangent.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One identity at a time. */
final class SimplifyTest {
  private final Value x = new Value(Primitive.DOUBLE, "x");
  private final Value y = new Value(Primitive.DOUBLE, "y");
  private final Value n = new Value(Primitive.INT, "n");
  private final Value flag = new Value(Primitive.BOOLEAN, "flag");
  private final Value a = new Value(Type.array(Primitive.DOUBLE, 1), "a");
  private final Builder out = new Builder(Origin.NONE);

  private Value real(double constant) {
    return out.real(Primitive.DOUBLE, constant);
  }

  private Region swept(Simplify.Mode mode, Value... yields) {
    Region region = out.region(List.of(x, y, n, flag, a), List.of(yields));
    return DeadCode.sweep(Simplify.sweep(region, mode), DeadCode.Mode.STRICT);
  }

  private Value exact(Value value) {
    return swept(Simplify.Mode.EXACT, value).yields().get(0);
  }

  private Value adjoint(Value value) {
    return swept(Simplify.Mode.ADJOINT, value).yields().get(0);
  }

  private Object constant(Simplify.Mode mode, Value value) {
    Region region = swept(mode, value);
    assertEquals(1, region.ops().size(), region.toString());
    return ((Op.Const) region.ops().get(0)).constant();
  }

  @Test
  void exactIdentitiesOfReals() {
    assertSame(x, exact(out.apply(Operator.MUL, x, real(1))));
    assertSame(x, exact(out.apply(Operator.MUL, real(1), x)));
    assertSame(x, exact(out.apply(Operator.DIV, x, real(1))));
    assertSame(x, exact(out.apply(Operator.SUB, x, real(0.0))));
    assertSame(x, exact(out.apply(Operator.ADD, x, real(-0.0))));
    assertSame(x, exact(out.apply(Operator.POW, x, real(1))));
    assertSame(x, exact(out.apply(Operator.NEG, out.apply(Operator.NEG, x))));
  }

  @Test
  void whatWouldChangeTheSignOfAZeroIsForAdjointsOnly() {
    Value sum = out.apply(Operator.ADD, x, real(0.0));
    Value difference = out.apply(Operator.SUB, x, real(-0.0));
    assertSame(sum, exact(sum));
    assertSame(difference, exact(difference));
    assertSame(x, adjoint(sum));
    assertSame(x, adjoint(difference));
  }

  @Test
  void productsWithLiteralsInAdjoints() {
    Value product = out.apply(Operator.MUL, x, real(0));
    assertSame(product, exact(product));
    assertEquals(0.0, constant(Simplify.Mode.ADJOINT, product));
    Value negated = out.apply(Operator.MUL, x, real(-1));
    Region region = swept(Simplify.Mode.ADJOINT, negated);
    assertEquals(Operator.NEG, ((Op.Apply) region.ops().get(0)).operator());
  }

  @Test
  void constantsAreFoldedAsJavaDoes() {
    Value tenths = out.apply(Operator.ADD, real(0.1), real(0.2));
    assertEquals(0.1 + 0.2, constant(Simplify.Mode.EXACT, tenths));
    Value max = out.intConstant(Integer.MAX_VALUE);
    Value wrapped = out.apply(Operator.ADD, max, out.intConstant(1));
    assertEquals(Integer.MIN_VALUE, constant(Simplify.Mode.EXACT, wrapped));
    assertEquals(7, constant(Simplify.Mode.EXACT, out.cast(real(7.9), Primitive.INT)));
  }

  @Test
  void functionsWithRoomInTheLastBitAreNotFolded() {
    Value sine = out.apply(Operator.SIN, real(1));
    assertSame(sine, exact(sine));
    Value strict = new Value(Primitive.DOUBLE, "");
    out.add(new Op.Apply(strict, Operator.SIN, true, List.of(real(1)), Origin.NONE));
    Value root = out.apply(Operator.SQRT, real(2));
    Region region = swept(Simplify.Mode.EXACT, strict, root);
    assertEquals(
        List.of(StrictMath.sin(1), Math.sqrt(2)),
        region.ops().stream().map(op -> ((Op.Const) op).constant()).toList());
  }

  @Test
  void divisionByALiteralZeroStillThrows() {
    Value quotient = out.apply(Operator.DIV, out.intConstant(1), out.intConstant(0));
    assertSame(quotient, exact(quotient));
  }

  @Test
  void wholeNumbers() {
    assertSame(n, exact(out.apply(Operator.ADD, n, out.intConstant(0))));
    assertEquals(0, constant(Simplify.Mode.EXACT, out.apply(Operator.MUL, n, out.intConstant(0))));
    assertSame(n, exact(out.cast(out.cast(n, Primitive.DOUBLE), Primitive.INT)));
    Value viaFloat = out.cast(out.cast(n, Primitive.FLOAT), Primitive.INT);
    assertSame(viaFloat, exact(viaFloat));
  }

  @Test
  void comparisonsOfRealsAreNotNegated() {
    Value less = out.apply(Operator.LT, x, y);
    Value not = out.apply(Operator.NOT, less);
    assertSame(not, exact(not));
  }

  @Test
  void strongZeroOfALiteralSeedIsDecided() {
    Value isZero = out.apply(Operator.EQ, real(1), real(0));
    Value chosen = out.apply(Operator.SELECT, isZero, real(0), x);
    assertSame(x, exact(chosen));
  }

  @Test
  void theSameIsComputedOnce() {
    Value one = out.apply(Operator.MUL, x, y);
    Value other = out.apply(Operator.MUL, y, x);
    Region region = swept(Simplify.Mode.EXACT, one, other);
    assertSame(region.yields().get(0), region.yields().get(1));
    assertEquals(1, region.ops().size());
  }

  @Test
  void elementsAreLoadedAgainAfterAStoreInABranch() {
    Value index = out.intConstant(0);
    Value first = out.load(a, index, "first");
    Value again = out.load(a, index, "again");
    Builder arm = out.nested();
    arm.store(a, index, x);
    Region then = arm.region(List.of(), List.of());
    Region otherwise = out.nested().region(List.of(), List.of());
    out.add(new Op.If(List.of(), flag, then, otherwise, Origin.NONE));
    Value after = out.load(a, index, "after");
    Region region = swept(Simplify.Mode.EXACT, first, again, after);
    assertSame(region.yields().get(0), region.yields().get(1));
    assertNotSame(region.yields().get(0), region.yields().get(2));
  }

  @Test
  void aStoredElementIsKnown() {
    Value index = out.intConstant(2);
    out.store(a, index, x);
    assertSame(x, exact(out.load(a, out.intConstant(2), "")));
  }

  @Test
  void aBranchOnAConstantIsTaken() {
    Builder arm = out.nested();
    Value negative = arm.apply(Operator.NEG, x);
    Region then = arm.region(List.of(), List.of(negative));
    Region otherwise = out.nested().region(List.of(), List.of(y));
    Value result = new Value(Primitive.DOUBLE, "");
    out.add(new Op.If(List.of(result), out.bool(true), then, otherwise, Origin.NONE));
    assertSame(negative, exact(result));
  }

  @Test
  void aBranchThatThrowsEndsTheRegion() {
    Builder arm = out.nested();
    arm.add(new Op.Throw(arm.constant(RefType.OBJECT, null), Origin.NONE));
    Region then = arm.region(List.of(), List.of());
    Region otherwise = out.nested().region(List.of(), List.of(y));
    Value result = new Value(Primitive.DOUBLE, "");
    out.add(new Op.If(List.of(result), out.bool(true), then, otherwise, Origin.NONE));
    out.apply(Operator.NEG, x);
    Region region = swept(Simplify.Mode.EXACT, result);
    assertTrue(region.isTerminated());
    assertEquals(List.of(), region.yields());
  }

  @Test
  void aCarriedValueThatNeverChangesIsItsInitialValue() {
    Value i = new Value(Primitive.INT, "i");
    Value carried = new Value(Primitive.DOUBLE, "");
    Region body = new Region(List.of(i, carried), List.of(), List.of(carried));
    Value result = new Value(Primitive.DOUBLE, "");
    out.add(new Op.For(List.of(result), n, n, 1, false, List.of(x), body, Origin.NONE));
    Region region = swept(Simplify.Mode.EXACT, result);
    assertSame(x, region.yields().get(0));
    assertEquals(List.of(), region.ops());
  }
}
