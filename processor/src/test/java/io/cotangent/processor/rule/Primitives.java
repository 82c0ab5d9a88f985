package io.cotangent.processor.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.IrInterpreter;
import io.cotangent.processor.ir.IrVerifier;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One operator at one real type, evaluated and differentiated at points. */
final class Primitives {
  private final Operator operator;
  private final List<Partial> row;
  private final List<Type> types = new ArrayList<>();
  private final Type result;

  Primitives(Operator operator, Type type) {
    this.operator = operator;
    this.row = DerivativeTable.partials(operator);
    for (int i = 0; i < row.size(); i++) {
      types.add(operandType(i, type));
    }
    this.result =
        switch (operator) {
          case ROUND -> Primitive.LONG;
          case GET_EXPONENT -> Primitive.INT;
          default -> type;
        };
  }

  private Type operandType(int i, Type type) {
    if (operator == Operator.SELECT && i == 0) {
      return Primitive.BOOLEAN;
    }
    if (operator == Operator.SCALB && i == 1) {
      return Primitive.INT;
    }
    return type;
  }

  /** The partial of a double primitive. */
  static double partial(Operator operator, int operand, double... point) {
    return new Primitives(operator, Primitive.DOUBLE).partial(operand, point);
  }

  boolean isReal(int operand) {
    return types.get(operand).isReal();
  }

  /**
   * Tuples of the given coordinates.
   *
   * @param offset added once to the second, twice to the third, so that none are equal
   */
  List<double[]> points(double[] coordinates, double offset) {
    List<double[]> points = new ArrayList<>();
    int count = (int) Math.pow(coordinates.length, types.size());
    for (int n = 0; n < count; n++) {
      double[] point = new double[types.size()];
      int rest = n;
      for (int i = 0; i < point.length; i++) {
        point[i] = coordinates[rest % coordinates.length] + i * offset;
        rest /= coordinates.length;
      }
      if (operator != Operator.CLAMP || point[1] <= point[2]) {
        points.add(point);
      }
    }
    return points;
  }

  double evaluate(double... point) {
    Object value = Arithmetic.evaluate(operator, false, result, boxed(point));
    return ((Number) value).doubleValue();
  }

  /** The partial, computed by running its formula. */
  double partial(int operand, double... point) {
    Partial partial = row.get(operand);
    if (partial instanceof Partial.Computed computed) {
      return ((Number) run(computed.formula(), result, point)).doubleValue();
    }
    if (partial instanceof Partial.Chosen chosen) {
      return run(chosen.condition(), Primitive.BOOLEAN, point).equals(chosen.when()) ? 1 : 0;
    }
    return partial instanceof Partial.One ? 1 : partial instanceof Partial.MinusOne ? -1 : 0;
  }

  private Object run(Partial.Formula formula, Type type, double... point) {
    Builder builder = new Builder(Origin.NONE);
    List<Value> args = types.stream().map(t -> new Value(t, "x")).toList();
    Value z = builder.apply(operator, result, "z", args);
    Value built = formula.build(builder, args, z);
    assertEquals(type, built.type(), "type of the partial");
    Function f = new Function("f", builder.region(args, List.of(built)), List.of(type));
    Unit unit = new Unit("f", Map.of("f", f));
    IrVerifier.verify(unit);
    return new IrInterpreter(unit).run(boxed(point).toArray()).get(0);
  }

  /**
   * Compares a partial with central differences of two steps; false where these do not agree with
   * each other, which happens outside of the domain and across jumps.
   */
  boolean compare(double[] point, int operand) {
    boolean isFloat = result == Primitive.FLOAT;
    double step = isFloat ? 0x1p-6 : 1e-5;
    double coarse = difference(point, operand, 2 * step);
    double fine = difference(point, operand, step);
    double tolerance = (isFloat ? 2e-2 : 1e-6) * (1 + Math.abs(fine));
    if (!(Math.abs(fine - coarse) < tolerance) || jumps(point, operand, step)) {
      return false;
    }
    String where = operator + " at " + java.util.Arrays.toString(point) + ", operand " + operand;
    assertEquals(fine, partial(operand, point), 2 * tolerance, where);
    return true;
  }

  /** Whether the differences to the left and to the right have nothing in common. */
  private boolean jumps(double[] point, int operand, double step) {
    double[] above = point.clone();
    double[] below = point.clone();
    above[operand] += step;
    below[operand] -= step;
    double right = (evaluate(above) - evaluate(point)) / step;
    double left = (evaluate(point) - evaluate(below)) / step;
    return Math.abs(right - left) > 0.2 * (1 + Math.abs(right));
  }

  private double difference(double[] point, int operand, double step) {
    double[] above = point.clone();
    double[] below = point.clone();
    above[operand] += step;
    below[operand] -= step;
    return (evaluate(above) - evaluate(below)) / (2 * step);
  }

  private List<Object> boxed(double[] point) {
    List<Object> boxed = new ArrayList<>();
    for (int i = 0; i < point.length; i++) {
      Primitive type = (Primitive) types.get(i);
      boxed.add(
          type == Primitive.BOOLEAN ? (Object) (point[i] > 0) : Arithmetic.cast(point[i], type));
    }
    return boxed;
  }
}
