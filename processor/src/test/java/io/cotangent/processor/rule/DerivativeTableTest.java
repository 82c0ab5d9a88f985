package io.cotangent.processor.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The derivative table against differences, and the choices at special points. */
final class DerivativeTableTest {
  private static final Set<Operator> WITHOUT_ROW =
      EnumSet.of(
          Operator.CAST,
          Operator.RULED,
          Operator.BIT_AND,
          Operator.BIT_OR,
          Operator.BIT_XOR,
          Operator.BIT_NOT,
          Operator.SHL,
          Operator.SHR,
          Operator.USHR,
          Operator.EQ,
          Operator.NE,
          Operator.LT,
          Operator.LE,
          Operator.GT,
          Operator.GE,
          Operator.NOT);

  private static final Set<Operator> ON_FLOATS =
      EnumSet.of(
          Operator.ADD,
          Operator.SUB,
          Operator.MUL,
          Operator.DIV,
          Operator.REM,
          Operator.NEG,
          Operator.ABS,
          Operator.MAX,
          Operator.MIN,
          Operator.SIGNUM,
          Operator.COPY_SIGN,
          Operator.FMA,
          Operator.CLAMP);

  /** Points in every quadrant, inside and outside of the unit interval, away from kinks. */
  private static final double[] POINTS = {-3.3, -1.7, -0.61, -0.23, 0.19, 0.58, 1.45, 2.9};

  @ParameterizedTest
  @EnumSource(Operator.class)
  void everyOperatorHasARowOrIsListed(Operator operator) {
    List<Partial> row = DerivativeTable.partials(operator);
    assertEquals(WITHOUT_ROW.contains(operator), row.isEmpty());
  }

  @TestFactory
  List<DynamicTest> partialsAgreeWithDifferences() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Operator operator : Operator.values()) {
      if (!WITHOUT_ROW.contains(operator)) {
        tests.add(
            DynamicTest.dynamicTest(operator.name(), () -> compare(operator, Primitive.DOUBLE)));
      }
      if (ON_FLOATS.contains(operator)) {
        tests.add(
            DynamicTest.dynamicTest(
                operator + " of floats", () -> compare(operator, Primitive.FLOAT)));
      }
    }
    return tests;
  }

  private static void compare(Operator operator, Type type) {
    Primitives primitive = new Primitives(operator, type);
    int compared = 0;
    for (double[] point : primitive.points(POINTS, 0.013)) {
      for (int i = 0; i < point.length; i++) {
        if (primitive.isReal(i)) {
          compared += primitive.compare(point, i) ? 1 : 0;
        }
      }
    }
    assertTrue(compared >= 3, "only " + compared + " points could be compared");
  }

  @ParameterizedTest
  @CsvSource({
    "ABS, 0, 0",
    "ABS, -0.0, 0",
    "SQRT, 0, Infinity",
    "CBRT, 0, Infinity",
    "LOG, 0, Infinity",
    "LOG1P, -1, Infinity",
    "LOG10, 1e308, 4.342944819032518e-309",
    "ASIN, 1, Infinity",
    "ACOS, 1, -Infinity",
    "ASIN, 0.99999999999909050530, 741455.2001894653",
    "TANH, 400, 0",
    "ATAN, 1e200, 0",
    "EXP, 800, Infinity",
    "EXPM1, 1e-20, 1",
    "LOG1P, 1e-20, 1",
    "SIGNUM, 0, 0",
    "FLOOR, 2, 0",
    "SINH, 0, 1",
    "COSH, 0, 0"
  })
  void unaryAtSpecialPoints(Operator operator, double x, double expected) {
    assertClose(expected, Primitives.partial(operator, 0, x));
  }

  @ParameterizedTest
  @CsvSource({
    // operator, x, y, with respect to x, with respect to y
    "MAX, 2, 2, 1, 0",
    "MIN, 2, 2, 1, 0",
    "MAX, 0.0, -0.0, 1, 0",
    "MIN, 0.0, -0.0, 1, 0",
    "MAX, NaN, 1, 0, 1",
    "MAX, 1, NaN, 0, 1",
    "POW, 0, 0, 0, 0",
    "POW, 2, 0, 0, 0.6931471805599453",
    "POW, -2, 0, 0, NaN",
    "POW, 0, 1, 1, 0",
    "POW, 0, 2, 0, 0",
    "POW, 0, 0.5, Infinity, 0",
    "POW, -2, 3, 12, NaN",
    "POW, -2, -1, -0.25, NaN",
    "POW, Infinity, 0, 0, Infinity",
    "HYPOT, 3, 4, 0.6, 0.8",
    "HYPOT, 1e200, 0, 1, 0",
    "HYPOT, 0, 0, NaN, NaN",
    "ATAN2, 1e200, 1e200, 5e-201, -5e-201",
    "ATAN2, 1e-200, 1e-200, 5e199, -5e199",
    "ATAN2, 1, 0, 0, -1",
    "ATAN2, 0, -2, -0.5, 0",
    "REM, 1.0, 0.1, 1, -9",
    "REM, -7, 3, 1, 2",
    "REM, 7, -3, 1, 2",
    "REM, 5, Infinity, 1, 0",
    "REM, 1e17, 3, 1, -33333333333333332",
    "IEEE_REMAINDER, 8, 3, 1, -3",
    "COPY_SIGN, -3, 2, -1, 0",
    "COPY_SIGN, -3, -2, 1, 0",
    "COPY_SIGN, 0, -2, 0, 0",
    "DIV, 1, 0, Infinity, -Infinity",
    "NEXT_AFTER, 1, 2, 1, 0"
  })
  void binaryAtSpecialPoints(Operator operator, double x, double y, double dx, double dy) {
    assertClose(dx, Primitives.partial(operator, 0, x, y));
    assertClose(dy, Primitives.partial(operator, 1, x, y));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0, 0", "2, 1, 0, 0", "3, 1, 0, 0", "0, 0, 1, 0", "4, 0, 0, 1", "NaN, 1, 0, 0"})
  void clampGivesTheBoundsToTheValue(double x, double dx, double dMin, double dMax) {
    assertEquals(dx, Primitives.partial(Operator.CLAMP, 0, x, 1, 3));
    assertEquals(dMin, Primitives.partial(Operator.CLAMP, 1, x, 1, 3));
    assertEquals(dMax, Primitives.partial(Operator.CLAMP, 2, x, 1, 3));
  }

  @Test
  void onlySingularPartialsAreInfiniteAtFiniteOperands() {
    double[] extremes = {-1e308, -800, -1, -0.0, 0, 1e-308, 1, 800, 1e308};
    for (Operator operator : Operator.values()) {
      List<Partial> row = DerivativeTable.partials(operator);
      Primitives primitive = row.isEmpty() ? null : new Primitives(operator, Primitive.DOUBLE);
      for (int i = 0; i < row.size(); i++) {
        if (row.get(i) instanceof Partial.Computed computed && !computed.singular()) {
          for (double[] point : primitive.points(extremes, 0)) {
            double partial = primitive.partial(i, point);
            assertTrue(Double.isFinite(partial), operator + " " + i + " " + List.of(partial));
          }
        }
      }
    }
  }

  @Test
  void stepsAreZeroBeforeTheyAreComputed() {
    for (Operator operator :
        List.of(Operator.FLOOR, Operator.CEIL, Operator.RINT, Operator.ROUND, Operator.ULP)) {
      assertInstanceOf(Partial.Zero.class, DerivativeTable.partials(operator).get(0));
    }
  }

  private static void assertClose(double expected, double actual) {
    double tolerance = 1e-9 * Math.abs(expected);
    if (Double.isFinite(expected) && tolerance > 0) {
      assertEquals(expected, actual, tolerance);
    } else {
      assertEquals(expected + 0.0, actual + 0.0);
    }
  }
}
