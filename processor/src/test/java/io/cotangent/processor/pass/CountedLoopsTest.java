package io.cotangent.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.IrInterpreter;
import io.cotangent.processor.ir.IrVerifier;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops {@code f(int start, int end)} that return the counter and the number of iterations. */
final class CountedLoopsTest {
  private static final List<Type> RESULTS = List.of(Primitive.INT, Primitive.INT);

  private final Value start = new Value(Primitive.INT, "start");
  private final Value end = new Value(Primitive.INT, "end");
  private final Value i = new Value(Primitive.INT, "i");
  private final Value trips = new Value(Primitive.INT, "trips");
  private final Value bodyI = new Value(Primitive.INT, "i");
  private final Value bodyTrips = new Value(Primitive.INT, "trips");
  private final Builder before = new Builder(Origin.NONE);
  private final Builder body = new Builder(Origin.NONE);

  private Unit loop(Value condition, Value next) {
    Builder out = new Builder(Origin.NONE);
    Value more = body.apply(Operator.ADD, bodyTrips, body.intConstant(1));
    Region head = before.region(List.of(i, trips), List.of(condition, i, trips));
    Region rest = body.region(List.of(bodyI, bodyTrips), List.of(next, more));
    List<Value> results = List.of(i.copy(), trips.copy());
    List<Value> inits = List.of(start, out.intConstant(0));
    out.add(new Op.While(results, inits, head, rest, Origin.NONE));
    Function f = new Function("f", out.region(List.of(start, end), results), RESULTS);
    return new Unit("f", Map.of("f", f));
  }

  private static Op loopOf(Unit unit) {
    return unit.rootFunction().body().ops().stream()
        .filter(op -> !op.regions().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static Op.For counted(Unit unit) {
    Unit counted = CountedLoops.run(unit);
    IrVerifier.verify(counted);
    for (int from : List.of(-2, 0, 1, 5)) {
      for (int to : List.of(-3, 0, 1, 4, 7)) {
        List<Object> expected = new IrInterpreter(unit).run(from, to);
        assertEquals(expected, new IrInterpreter(counted).run(from, to), from + " to " + to);
      }
    }
    return assertInstanceOf(Op.For.class, loopOf(counted));
  }

  private static void assertNotCounted(Unit unit) {
    assertInstanceOf(Op.While.class, loopOf(CountedLoops.run(unit)));
  }

  private Value next(int step) {
    return body.apply(Operator.ADD, bodyI, body.intConstant(step));
  }

  @ParameterizedTest
  @CsvSource({
    "LT, 1, false", "LT, 3, false", "LE, 1, true", "LE, 2, true",
    "GT, -1, false", "GT, -2, false", "GE, -1, true", "GE, -3, true"
  })
  void everyDirectionAndStep(Operator operator, int step, boolean inclusive) {
    Op.For loop = counted(loop(before.apply(operator, i, end), next(step)));
    assertEquals(step, loop.step());
    assertEquals(inclusive, loop.inclusive());
  }

  @Test
  void flippedOperands() {
    Op.For loop = counted(loop(before.apply(Operator.GT, end, i), next(1)));
    assertEquals(end, loop.upper());
  }

  @Test
  void negatedCondition() {
    Value not = before.apply(Operator.NOT, before.apply(Operator.GE, i, end));
    counted(loop(not, next(1)));
  }

  @Test
  void differenceAndSumOfConstants() {
    Value less = body.apply(Operator.SUB, bodyI, body.intConstant(2));
    Value more = body.apply(Operator.ADD, body.intConstant(3), less);
    assertEquals(1, counted(loop(before.apply(Operator.LT, i, end), more)).step());
  }

  @Test
  void boundComputedInTheCondition() {
    Value bound = before.apply(Operator.SUB, end, before.intConstant(1));
    counted(loop(before.apply(Operator.LT, i, bound), next(1)));
  }

  @Test
  void boundThatChanges() {
    assertNotCounted(loop(before.apply(Operator.LT, i, trips), next(1)));
  }

  @Test
  void stepThatIsNoConstant() {
    Value next = body.apply(Operator.ADD, bodyI, bodyTrips);
    assertNotCounted(loop(before.apply(Operator.LT, i, end), next));
  }

  @Test
  void stepAwayFromTheBound() {
    assertNotCounted(loop(before.apply(Operator.LT, i, end), next(-1)));
  }

  @Test
  void conditionOnMoreThanTheCounter() {
    Value counts = before.apply(Operator.LT, i, end);
    Value other = before.apply(Operator.LT, trips, before.intConstant(3));
    assertNotCounted(loop(before.apply(Operator.BIT_AND, counts, other), next(1)));
  }

  @Test
  void conditionThatMayThrow() {
    before.apply(Operator.DIV, end, trips);
    assertNotCounted(loop(before.apply(Operator.LT, i, end), next(1)));
  }

  @Test
  void inclusiveUpToTheLastNumberButOne() {
    Unit unit = CountedLoops.run(loop(before.apply(Operator.LE, i, end), next(1)));
    int last = Integer.MAX_VALUE - 1;
    assertEquals(List.of(Integer.MAX_VALUE, 3), new IrInterpreter(unit).run(last - 2, last));
    assertEquals(List.of(5, 0), new IrInterpreter(unit).run(5, Integer.MIN_VALUE));
  }

  @Test
  void carriedValuesThatChangeStayInOrder() {
    Op.For loop = counted(loop(before.apply(Operator.LT, i, end), next(1)));
    assertEquals(1, loop.results().size());
    assertEquals(
        List.of("i", "trips"),
        IntStream.range(0, 2).mapToObj(k -> loop.body().params().get(k).name()).toList());
  }
}
