package io.cotangent.processor.rule;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Value;
import java.util.List;

/** The partial derivative of a primitive with respect to one of its operands. */
public sealed interface Partial {
  /** Zero wherever it is defined. */
  record Zero() implements Partial {}

  /** One. */
  record One() implements Partial {}

  /** Minus one. */
  record MinusOne() implements Partial {}

  /**
   * A partial that must be computed.
   *
   * @param formula builds it
   * @param singular whether it can be infinite or not a number at finite operands: then it does not
   *     multiply an adjoint or tangent that is zero (strong zero)
   */
  record Computed(Formula formula, boolean singular) implements Partial {}

  /**
   * One if the operand is what was chosen, zero if not. Nothing is multiplied with that zero: a
   * derivative that is infinite at the operand that was not chosen does not matter.
   *
   * @param condition builds a boolean
   * @param when what the condition is if the operand was chosen
   */
  record Chosen(Formula condition, boolean when) implements Partial {}

  /** Appends the operations of a partial derivative. */
  @FunctionalInterface
  interface Formula {
    /**
     * Builds the partial.
     *
     * @param args the operands
     * @param result the primitive's result at them, of the same type as the partial
     */
    Value build(Builder builder, List<Value> args, Value result);
  }
}
