package io.cotangent.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.TapeType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes and what stays. */
final class DeadCodeTest {
  private final Value x = new Value(Primitive.DOUBLE, "x");
  private final Value n = new Value(Primitive.INT, "n");
  private final Value a = new Value(Type.array(Primitive.DOUBLE, 1), "a");
  private final Value tape = new Value(TapeType.TAPE, "tape");
  private final Builder out = new Builder(Origin.NONE);

  private List<Op> swept(DeadCode.Mode mode, Value... yields) {
    return DeadCode.sweep(out.region(List.of(x, n, a, tape), List.of(yields)), mode).ops();
  }

  private List<Op> strict(Value... yields) {
    return swept(DeadCode.Mode.STRICT, yields);
  }

  private List<Op> speculative(Value... yields) {
    return swept(DeadCode.Mode.SPECULATIVE, yields);
  }

  @Test
  void unusedArithmeticGoes() {
    out.apply(Operator.SIN, out.apply(Operator.EXP, x));
    assertEquals(List.of(), strict());
  }

  @Test
  void whatMayThrowStaysInPrimalCode() {
    out.load(a, n, "");
    out.length(a);
    out.apply(Operator.DIV, n, n);
    out.copyArray(a, Op.CopyArray.Kind.CLONE, "");
    out.add(new Op.NewArray(new Value(a.type(), ""), List.of(n), Origin.NONE));
    assertEquals(5, strict().size());
    assertEquals(List.of(), speculative());
  }

  @Test
  void divisionByAConstantCannotThrow() {
    out.apply(Operator.DIV, n, out.intConstant(2));
    assertEquals(List.of(), strict());
  }

  @Test
  void tapeAndStoresStay() {
    out.push(tape, x);
    out.add(new Op.Pop(new Value(Primitive.DOUBLE, ""), tape, Origin.NONE));
    out.store(a, n, x);
    assertEquals(3, speculative().size());
  }

  @Test
  void storesIntoAnArrayNobodyReadsGo() {
    Value own = out.copyArray(a, Op.CopyArray.Kind.ZEROS, "own");
    out.store(own, n, x);
    assertEquals(List.of(), speculative());
    assertEquals(2, strict().size());
  }

  @Test
  void storesIntoAnArrayThatIsReadStay() {
    Value own = out.copyArray(a, Op.CopyArray.Kind.ZEROS, "own");
    out.store(own, n, x);
    assertEquals(3, speculative(out.load(own, n, "")).size());
  }

  @Test
  void aCarriedValueThatOnlyFeedsItselfGoes() {
    Value i = new Value(Primitive.INT, "i");
    Value s = new Value(Primitive.DOUBLE, "s");
    Value dead = new Value(Primitive.DOUBLE, "dead");
    Builder body = out.nested();
    Value sum = body.apply(Operator.ADD, s, x);
    Value useless = body.apply(Operator.MUL, dead, s);
    Region region = body.region(List.of(i, s, dead), List.of(sum, useless));
    List<Value> results = List.of(s.copy(), dead.copy());
    out.add(new Op.For(results, n, n, 1, false, List.of(x, x), region, Origin.NONE));
    Op.For loop = (Op.For) strict(results.get(0)).get(0);
    assertEquals(List.of(results.get(0)), loop.results());
    assertEquals(List.of(s), loop.carried());
    assertEquals(1, loop.body().ops().size());
  }

  @Test
  void aLoopThatDoesNothingGoes() {
    Value i = new Value(Primitive.INT, "i");
    Builder body = out.nested();
    body.apply(Operator.SIN, x);
    Region region = body.region(List.of(i), List.of());
    out.add(new Op.For(List.of(), n, n, 1, false, List.of(), region, Origin.NONE));
    assertEquals(List.of(), strict());
  }

  @Test
  void aWhileKeepsWhatItsConditionNeeds() {
    Value at = new Value(Primitive.DOUBLE, "at");
    Value dead = new Value(Primitive.DOUBLE, "dead");
    Builder before = out.nested();
    Value condition = before.apply(Operator.GT, at, before.real(Primitive.DOUBLE, 1));
    Region head = before.region(List.of(at, dead), List.of(condition, at, dead));
    List<Value> params = List.of(at.copy(), dead.copy());
    Builder body = out.nested();
    Value half = body.apply(Operator.MUL, params.get(0), body.real(Primitive.DOUBLE, 0.5));
    body.store(a, n, params.get(0));
    Region rest = body.region(params, List.of(half, params.get(0)));
    List<Value> results = List.of(at.copy(), dead.copy());
    out.add(new Op.While(results, List.of(x, x), head, rest, Origin.NONE));
    Op.While loop = (Op.While) strict().get(0);
    assertEquals(List.of(at), loop.before().params());
    assertEquals(List.of(half), loop.body().yields());
  }

  @Test
  void commentsOnNothingGo() {
    out.add(new Op.Comment("kept", Origin.NONE));
    out.store(a, n, x);
    out.add(new Op.Comment("gone", Origin.NONE));
    Builder arm = out.nested();
    arm.add(new Op.Comment("gone, too", Origin.NONE));
    Region then = arm.region(List.of(), List.of());
    Region otherwise = out.nested().region(List.of(), List.of());
    out.add(new Op.If(List.of(), out.bool(true), then, otherwise, Origin.NONE));
    assertEquals(2, strict().size());
  }
}
