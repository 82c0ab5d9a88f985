package io.cotangent.processor.tangent;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.rule.DerivativeTable;
import io.cotangent.processor.rule.Partial;
import java.util.List;
import java.util.Optional;

/** Multiplies tangents and adjoints with the partials of the derivative table. */
public final class Contributions {
  private Contributions() {}

  /**
   * The derivative that travels between the result of an operation and one of its operands.
   *
   * @param travelling the tangent of the operand or the adjoint of the result
   * @param type what the product is wanted in: the type of the result or of the operand
   * @return the product with the partial; empty if the partial is zero
   */
  public static Optional<Value> of(
      Op.Apply op, int operand, Value travelling, Type type, Builder out) {
    return of(op, operand, travelling, type, out, Contributions::product);
  }

  /** The same in a form that can be differentiated again. */
  static Optional<Value> again(Op.Apply op, int operand, Value travelling, Type type, Builder out) {
    return of(op, operand, travelling, type, out, Contributions::differentiableProduct);
  }

  /** Multiplies with a partial that can be infinite. */
  private interface SingularProduct {
    Value of(Value travelling, Value factor, Builder out);
  }

  private static Optional<Value> of(
      Op.Apply op,
      int operand,
      Value travelling,
      Type type,
      Builder out,
      SingularProduct singular) {
    if (op.operator() == Operator.CAST) {
      return Optional.of(out.cast(travelling, type));
    }
    if (op.operator() == Operator.RULED) {
      return operand % 2 == 1
          ? Optional.of(singular.of(travelling, op.args().get(operand + 1), out))
          : Optional.empty();
    }
    Partial partial = DerivativeTable.partials(op.operator()).get(operand);
    if (partial instanceof Partial.One) {
      return Optional.of(travelling);
    }
    if (partial instanceof Partial.MinusOne) {
      return Optional.of(out.apply(Operator.NEG, travelling));
    }
    if (partial instanceof Partial.Chosen chosen) {
      return Optional.of(chosen(chosen, op, travelling, out));
    }
    if (partial instanceof Partial.Computed computed) {
      Value factor = computed.formula().build(out, op.args(), op.value());
      return Optional.of(
          computed.singular()
              ? singular.of(travelling, factor, out)
              : out.apply(Operator.MUL, travelling, factor));
    }
    return Optional.empty();
  }

  /** A choice hands on to what was chosen; a product with zero would make NaN of infinities. */
  private static Value chosen(Partial.Chosen partial, Op.Apply op, Value travelling, Builder out) {
    Value condition = partial.condition().build(out, op.args(), op.value());
    Value zero = out.real(travelling.type(), 0);
    Value yes = partial.when() ? travelling : zero;
    Value no = partial.when() ? zero : travelling;
    return out.apply(Operator.SELECT, travelling.type(), "", List.of(condition, yes, no));
  }

  /** The product; zero for a zero tangent or adjoint whatever the partial is. */
  static Value product(Value travelling, Value factor, Builder out) {
    Value product = out.apply(Operator.MUL, travelling, factor);
    Value zero = out.real(travelling.type(), 0);
    Value isZero = out.apply(Operator.EQ, travelling, zero);
    return out.apply(
        Operator.SELECT, product.type(), "", List.of(isZero, out.real(product.type(), 0), product));
  }

  /**
   * The same number as a product, of which both factors have their derivatives also where the
   * tangent is zero: only a partial that is not finite is replaced there.
   */
  static Value differentiableProduct(Value travelling, Value factor, Builder out) {
    Type type = factor.type();
    Value largest = out.real(type, type == Primitive.FLOAT ? Float.MAX_VALUE : Double.MAX_VALUE);
    Value isFinite = out.apply(Operator.LE, out.apply(Operator.ABS, factor), largest);
    Value moves = out.apply(Operator.NE, travelling, out.real(travelling.type(), 0));
    Value counts = out.apply(Operator.BIT_OR, isFinite, moves);
    List<Value> choice = List.of(counts, factor, out.real(type, 0));
    return out.apply(Operator.MUL, travelling, out.apply(Operator.SELECT, type, "", choice));
  }
}
