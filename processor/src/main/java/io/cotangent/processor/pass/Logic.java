package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import java.util.List;

/** Identities of booleans and of the choice between two values. */
final class Logic {
  private final Definitions definitions;

  Logic(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The simpler value, null if there is none. */
  Value simplify(Op.Apply op, Builder builder) {
    return switch (op.operator()) {
      case SELECT -> select(op, builder);
      case NOT -> not(op, builder);
      case BIT_AND -> absorb(op, Boolean.FALSE);
      case BIT_OR -> absorb(op, Boolean.TRUE);
      default -> null;
    };
  }

  private Value select(Op.Apply op, Builder builder) {
    Value condition = op.args().get(0);
    Value yes = op.args().get(1);
    Value no = op.args().get(2);
    if (definitions.constant(condition) instanceof Boolean chosen) {
      return chosen ? yes : no;
    }
    Object constant = definitions.constant(yes);
    if (yes == no || constant != null && constant.equals(definitions.constant(no))) {
      return yes;
    }
    Op.Apply not = definitions.application(condition, Operator.NOT);
    if (not != null) {
      List<Value> args = List.of(not.args().get(0), no, yes);
      return builder.apply(Operator.SELECT, op.value().type(), op.value().name(), args);
    }
    return null;
  }

  private Value not(Op.Apply op, Builder builder) {
    Op.Apply not = definitions.application(op.args().get(0), Operator.NOT);
    if (not != null) {
      return not.args().get(0);
    }
    if (definitions.get(op.args().get(0)) instanceof Op.Apply comparison && isOrdered(comparison)) {
      Operator opposite = Comparisons.negate(comparison.operator());
      return builder.apply(opposite, Primitive.BOOLEAN, op.value().name(), comparison.args());
    }
    return null;
  }

  /** Whether the operands are compared and are never NaN. */
  private static boolean isOrdered(Op.Apply op) {
    return op.operator().isComparison() && !op.args().get(0).type().isReal();
  }

  /**
   * And, or: one constant decides, the other one leaves the operand.
   *
   * @param deciding the constant that decides
   */
  private Value absorb(Op.Apply op, Boolean deciding) {
    for (int i = 0; i < 2; i++) {
      if (definitions.constant(op.args().get(i)) instanceof Boolean constant) {
        return op.args().get(constant.equals(deciding) ? i : 1 - i);
      }
    }
    return null;
  }
}
