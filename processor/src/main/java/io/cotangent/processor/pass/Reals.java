package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import java.util.List;

/**
 * Identities of reals. Exact ones hold for every bit: {@code x + 0.0} is not {@code x}, which may
 * be -0.0, but {@code x - 0.0} is. For adjoints the sign of a zero means nothing.
 */
final class Reals {
  private final Definitions definitions;
  private final boolean adjoint;

  /**
   * Identities over known definitions.
   *
   * @param adjoint whether zeros have no sign and literal zeros annihilate
   */
  Reals(Definitions definitions, boolean adjoint) {
    this.definitions = definitions;
    this.adjoint = adjoint;
  }

  /** The simpler value, null if there is none. */
  Value simplify(Op.Apply op, Builder builder) {
    Value first = op.args().get(0);
    Value second = op.args().get(op.args().size() - 1);
    return switch (op.operator()) {
      case ADD -> sum(op, first, second, builder);
      case SUB -> difference(op, first, second, builder);
      case MUL -> product(op, first, second, builder);
      case DIV -> is(second, 1) ? first : null;
      case NEG -> negated(first);
      case POW -> power(first, second, builder);
      default -> null;
    };
  }

  private Value sum(Op.Apply op, Value first, Value second, Builder builder) {
    if (isNegligible(first, -0.0)) {
      return second;
    }
    if (isNegligible(second, -0.0)) {
      return first;
    }
    if (negated(second) != null) {
      return apply(Operator.SUB, op, builder, first, negated(second));
    }
    return negated(first) != null ? apply(Operator.SUB, op, builder, second, negated(first)) : null;
  }

  private Value difference(Op.Apply op, Value first, Value second, Builder builder) {
    if (isNegligible(second, 0.0)) {
      return first;
    }
    if (isNegligible(first, -0.0)) {
      return apply(Operator.NEG, op, builder, second);
    }
    return negated(second) != null
        ? apply(Operator.ADD, op, builder, first, negated(second))
        : null;
  }

  private Value product(Op.Apply op, Value first, Value second, Builder builder) {
    if (is(first, 1) || adjoint && is(second, 0)) {
      return second;
    }
    if (is(second, 1) || adjoint && is(first, 0)) {
      return first;
    }
    if (adjoint && is(first, -1)) {
      return apply(Operator.NEG, op, builder, second);
    }
    return adjoint && is(second, -1) ? apply(Operator.NEG, op, builder, first) : null;
  }

  /** Java defines these two powers to the bit. */
  private Value power(Value base, Value exponent, Builder builder) {
    if (is(exponent, 0)) {
      return builder.real(base.type(), 1);
    }
    return is(exponent, 1) ? base : null;
  }

  /** What the value is the negative of; null if it is not computed so. */
  private Value negated(Value value) {
    Op.Apply inner = definitions.application(value, Operator.NEG);
    return inner == null ? null : inner.args().get(0);
  }

  /** Whether the value is a constant equal to the number; both zeros are equal. */
  private boolean is(Value value, double constant) {
    return definitions.constant(value) instanceof Number n && n.doubleValue() == constant;
  }

  /** Whether the value is that zero, or any zero where its sign means nothing. */
  private boolean isNegligible(Value value, double zero) {
    return definitions.constant(value) instanceof Number n
        && (adjoint ? n.doubleValue() == 0 : Double.valueOf(n.doubleValue()).equals(zero));
  }

  private static Value apply(Operator operator, Op.Apply op, Builder builder, Value... args) {
    return builder.apply(operator, op.value().type(), op.value().name(), List.of(args));
  }
}
