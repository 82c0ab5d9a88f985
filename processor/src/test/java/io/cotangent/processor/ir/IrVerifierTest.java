package io.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the verifier finds, each in a function that is otherwise right. */
final class IrVerifierTest {
  private final Value x = new Value(Primitive.DOUBLE, "x");
  private final Value n = new Value(Primitive.INT, "n");
  private final Builder out = new Builder(Origin.NONE);

  @Test
  void acceptsWhatIsRight() {
    Function sum = Samples.sumOfPositives();
    assertDoesNotThrow(() -> IrVerifier.verify(new Unit("sum", Map.of("sum", sum))));
  }

  @Test
  void useBeforeDefinition() {
    Value later = new Value(Primitive.DOUBLE, "later");
    out.apply(Operator.NEG, later);
    rejected("later:double is used before it is defined", x);
  }

  @Test
  void useOfWhatAnotherRegionDefines() {
    Builder arm = out.nested();
    Value inner = arm.apply(Operator.NEG, x);
    Region then = arm.region(List.of(), List.of());
    Region otherwise = out.nested().region(List.of(), List.of());
    out.add(new Op.If(List.of(), out.bool(true), then, otherwise, Origin.NONE));
    rejected("used before it is defined", inner);
  }

  @Test
  void definedTwice() {
    Op.Const constant = new Op.Const(new Value(Primitive.INT, "c"), 1, Origin.NONE);
    out.add(constant);
    out.add(constant);
    rejected("c:int is defined twice", x);
  }

  @Test
  void mixedOperands() {
    out.apply(Operator.ADD, Primitive.DOUBLE, "", List.of(x, n));
    rejected("ADD of [double, int] cannot be double", x);
  }

  @Test
  void functionOfTheWrongType() {
    out.apply(Operator.SIN, Primitive.FLOAT, "", List.of(out.real(Primitive.FLOAT, 1)));
    rejected("SIN of [float] cannot be float", x);
  }

  @Test
  void tooFewOperands() {
    out.apply(Operator.MUL, Primitive.DOUBLE, "", List.of(x));
    rejected("1 operands, expected 2", x);
  }

  @Test
  void constantOfAnotherType() {
    out.constant(Primitive.DOUBLE, 1);
    rejected("constant 1 is not of type double", x);
  }

  @Test
  void armsThatYieldSomethingElse() {
    Region then = out.nested().region(List.of(), List.of(x));
    Region otherwise = out.nested().region(List.of(), List.of(n));
    Value result = new Value(Primitive.DOUBLE, "");
    out.add(new Op.If(List.of(result), out.bool(true), then, otherwise, Origin.NONE));
    rejected("yields are [int], expected [double]", result);
  }

  @Test
  void operationsAfterAThrow() {
    out.add(new Op.Throw(out.constant(RefType.OBJECT, null), Origin.NONE));
    out.intConstant(1);
    rejected("throw is not last", x);
  }

  @Test
  void loopThatLosesAValue() {
    Value i = new Value(Primitive.INT, "i");
    Value carried = new Value(Primitive.DOUBLE, "s");
    Region body = new Region(List.of(i, carried), List.of(), List.of());
    Value result = new Value(Primitive.DOUBLE, "");
    out.add(new Op.For(List.of(result), n, n, 1, false, List.of(x), body, Origin.NONE));
    rejected("yields are [], expected [double]", result);
  }

  @Test
  void callWithTooFewArguments() {
    Value result = new Value(Primitive.DOUBLE, "");
    out.add(new Op.Call(List.of(result), "f", List.of(x), Origin.NONE));
    rejected("arguments are [double], expected [double, int]", result);
  }

  @Test
  void resultOfTheWrongType() {
    rejected("yields are [int], expected [double]", n);
  }

  private void rejected(String complaint, Value yield) {
    List<Type> results = List.of(Primitive.DOUBLE);
    Function f = new Function("f", out.region(List.of(x, n), List.of(yield)), results);
    Unit unit = new Unit("f", Map.of("f", f));
    Exception e = assertThrows(IllegalStateException.class, () -> IrVerifier.verify(unit));
    assertTrue(e.getMessage().contains(complaint), e.getMessage());
  }
}
