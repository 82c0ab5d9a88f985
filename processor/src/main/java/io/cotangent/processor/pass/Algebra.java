package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;

/** Simplifies one application of an operator: constants here, identities by the type. */
final class Algebra {
  private final Definitions definitions;
  private final Logic logic;
  private final WholeNumbers wholeNumbers;
  private final Reals primal;
  private final Reals adjoint;

  Algebra(Definitions definitions, Simplify.Mode mode) {
    this.definitions = definitions;
    this.logic = new Logic(definitions);
    this.wholeNumbers = new WholeNumbers(definitions);
    this.primal = new Reals(definitions, false);
    this.adjoint = new Reals(definitions, mode == Simplify.Mode.ADJOINT);
  }

  /**
   * A value that is the same, made of operations appended to the builder or already there; null if
   * there is none.
   */
  Value simplify(Op.Apply op, Builder builder) {
    if (isFoldable(op)) {
      List<Object> constants = op.args().stream().map(definitions::constant).toList();
      Type type = op.value().type();
      Object result = Arithmetic.evaluate(op.operator(), op.strict(), type, constants);
      return builder.constant(type, result);
    }
    Type type = op.value().type();
    if (type == Primitive.BOOLEAN || op.operator() == Operator.SELECT) {
      return logic.simplify(op, builder);
    }
    if (op.operator() == Operator.CAST) {
      return throughWider(op);
    }
    if (!type.isReal()) {
      return wholeNumbers.simplify(op, builder);
    }
    // What is computed again has to be what it was.
    return (definitions.isPrimal(op) ? primal : adjoint).simplify(op, builder);
  }

  private boolean isFoldable(Op.Apply op) {
    return op.value().type() instanceof Primitive
        && op.args().stream().allMatch(this::isPrimitiveConstant)
        && (op.strict() || !isInexact(op.operator()))
        && op.operator() != Operator.CLAMP
        && !definitions.mayThrow(op);
  }

  /**
   * Whether Java leaves room for the last bit: another release or machine may compute another one,
   * so it is left to it.
   */
  private static boolean isInexact(Operator operator) {
    return operator.isTranscendental()
        || operator == Operator.TO_RADIANS
        || operator == Operator.TO_DEGREES;
  }

  private boolean isPrimitiveConstant(Value value) {
    return value.type() instanceof Primitive && definitions.constant(value) != null;
  }

  /** There and back again: a cast of a cast from the same type that loses nothing. */
  private Value throughWider(Op.Apply op) {
    Op.Apply inner = definitions.application(op.args().get(0), Operator.CAST);
    if (inner == null || !inner.args().get(0).type().equals(op.value().type())) {
      return null;
    }
    Primitive narrow = (Primitive) op.value().type();
    Primitive wide = (Primitive) inner.value().type();
    return isExact(narrow, wide) ? inner.args().get(0) : null;
  }

  private static boolean isExact(Primitive narrow, Primitive wide) {
    return switch (narrow) {
      case BYTE, SHORT, CHAR -> wide.compareTo(Primitive.INT) >= 0;
      case INT -> wide == Primitive.LONG || wide == Primitive.DOUBLE;
      case FLOAT -> wide == Primitive.DOUBLE;
      default -> false;
    };
  }
}
