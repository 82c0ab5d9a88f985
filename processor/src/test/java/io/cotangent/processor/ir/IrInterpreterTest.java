package io.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The yardstick of the other tests against Java itself. */
final class IrInterpreterTest {
  private static Unit unit(Function function) {
    return new Unit(function.name(), Map.of(function.name(), function));
  }

  @Test
  void loopsAndBranches() {
    double[] a = {1, -2, 3.5};
    assertEquals(List.of(4.5), new IrInterpreter(unit(Samples.sumOfPositives())).run((Object) a));
  }

  @Test
  void exceptionsAreJavas() {
    IrInterpreter interpreter = new IrInterpreter(unit(Samples.sumOfPositives()));
    Object[] noArray = {null};
    assertThrows(NullPointerException.class, () -> interpreter.run(noArray));
  }

  @Test
  void theTapeTakesNulls() {
    Value tape = new Value(TapeType.TAPE, "tape");
    Value popped = new Value(RefType.OBJECT, "");
    Builder out = new Builder(Origin.NONE);
    out.push(tape, out.constant(RefType.OBJECT, null));
    out.add(new Op.Pop(popped, tape, Origin.NONE));
    Region body = out.region(List.of(tape), List.of(popped));
    Deque<Object> queue = IrInterpreter.tape();
    Unit unit = unit(new Function("f", body, List.of(RefType.OBJECT)));
    assertNull(new IrInterpreter(unit).run(queue).get(0));
    assertTrue(queue.isEmpty());
  }

  @Test
  void arithmeticIsJavas() {
    assertEquals(Integer.MIN_VALUE, compute(Operator.NEG, Primitive.INT, Integer.MIN_VALUE));
    assertEquals(-8, compute(Operator.SHR, Primitive.INT, -16, 33));
    assertEquals(-3L, compute(Operator.DIV, Primitive.LONG, -7L, 2L));
    assertEquals(0.1f + 0.2f, compute(Operator.ADD, Primitive.FLOAT, 0.1f, 0.2f));
    assertEquals(-7 % 3.5, compute(Operator.REM, Primitive.DOUBLE, -7.0, 3.5));
    assertEquals((char) 65535, compute(Operator.CAST, Primitive.CHAR, -1));
    assertEquals((byte) -1.9f, compute(Operator.CAST, Primitive.BYTE, -1.9f));
    assertEquals((int) 1e20, compute(Operator.CAST, Primitive.INT, 1e20));
    assertEquals(true, compute(Operator.NE, Primitive.BOOLEAN, Double.NaN, Double.NaN));
    assertEquals(true, compute(Operator.EQ, Primitive.BOOLEAN, 0.0, -0.0));
    assertEquals(2, compute(Operator.ROUND, Primitive.INT, 1.5f));
    assertThrows(ArithmeticException.class, () -> compute(Operator.REM, Primitive.INT, 1, 0));
  }

  private static Object compute(Operator operator, Type type, Object... args) {
    return Arithmetic.evaluate(operator, false, type, List.of(args));
  }
}
