package io.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Copies and replacements. */
final class SubstitutionTest {
  @Test
  void aCopyReadsTheSameAndSharesNothing() {
    Function sum = Samples.sumOfPositives();
    Map<Value, Value> map = new HashMap<>();
    Region copy = Substitution.cloneRegion(sum.body(), map);
    assertEquals(IrPrinter.print(sum.body()), IrPrinter.print(copy));
    assertNotSame(sum.params().get(0), copy.params().get(0));
    assertSame(map.get(sum.body().yields().get(0)), copy.yields().get(0));
  }

  @Test
  void aCopyCanStandBesideTheOriginal() {
    Function sum = Samples.sumOfPositives();
    List<Op> twice = new ArrayList<>(sum.body().ops());
    twice.addAll(Substitution.clone(sum.body().ops(), new HashMap<>()));
    Region body = new Region(sum.params(), twice, sum.body().yields());
    Unit unit = new Unit("sum", Map.of("sum", sum.withBody(body)));
    assertDoesNotThrow(() -> IrVerifier.verify(unit));
  }

  @Test
  void replacesInNestedRegions() {
    Function sum = Samples.sumOfPositives();
    Value other = new Value(sum.params().get(0).type(), "other");
    Substitution substitution = new Substitution();
    substitution.put(sum.params().get(0), other);
    String text = IrPrinter.print(substitution.apply(sum.body()));
    assertEquals(2, text.split("other%", -1).length - 1, text);
  }

  @Test
  void replacementsOfReplacementsAreFollowed() {
    Value a = new Value(Primitive.INT, "a");
    Value b = new Value(Primitive.INT, "b");
    Value c = new Value(Primitive.INT, "c");
    Substitution substitution = new Substitution();
    substitution.put(b, c);
    substitution.put(a, b);
    assertSame(c, substitution.get(a));
  }
}
