package io.cotangent.processor.source;

import com.sun.source.tree.Tree.Kind;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;

/** The operators of constant expressions. A result of null means that there is no constant. */
final class Numbers {
  private Numbers() {}

  private static Primitive type(Object constant) {
    return constant instanceof Character
        ? Primitive.CHAR
        : Conversions.unboxed(constant.getClass()).orElseThrow();
  }

  static Object unary(Kind kind, Object operand) {
    if (operand instanceof String) {
      return null;
    }
    Primitive type = Conversions.promoted(type(operand));
    Object promoted = Arithmetic.cast(operand, type);
    Optional<Operator> operator = JavaOperators.unary(kind);
    return operator.isPresent()
        ? Arithmetic.evaluate(operator.get(), false, type, List.of(promoted))
        : promoted;
  }

  static Object binary(Kind kind, Object left, Object right) {
    if (left instanceof String || right instanceof String) {
      // Whether two constant strings are the same object is left to run time.
      return kind == Kind.PLUS ? String.valueOf(left) + right : null;
    }
    if (left instanceof Boolean a
        && (kind == Kind.CONDITIONAL_AND || kind == Kind.CONDITIONAL_OR)) {
      return kind == Kind.CONDITIONAL_AND ? a && (Boolean) right : a || (Boolean) right;
    }
    Operator operator = JavaOperators.binary(kind);
    Primitive first = Conversions.promoted(type(left));
    Primitive second = Conversions.promoted(type(right));
    if (!JavaOperators.isShift(operator)) {
      first = Conversions.promoted(first, second);
      second = first;
    }
    Type result = operator.isComparison() ? Primitive.BOOLEAN : first;
    List<Object> operands = List.of(Arithmetic.cast(left, first), Arithmetic.cast(right, second));
    try {
      return Arithmetic.evaluate(operator, false, result, operands);
    } catch (ArithmeticException divisionByZero) {
      return null;
    }
  }
}
