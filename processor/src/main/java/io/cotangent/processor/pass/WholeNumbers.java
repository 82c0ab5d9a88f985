package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Constants;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.List;

/** Identities of whole numbers, which wrap around. */
final class WholeNumbers {
  private final Definitions definitions;

  WholeNumbers(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The simpler value, null if there is none. */
  Value simplify(Op.Apply op, Builder builder) {
    Value first = op.args().get(0);
    Value second = op.args().get(op.args().size() - 1);
    return switch (op.operator()) {
      case ADD -> is(first, 0) ? second : is(second, 0) ? first : sum(op, builder);
      case SUB -> is(second, 0) ? first : first == second ? zero(op, builder) : null;
      case MUL -> product(first, second);
      case DIV -> is(second, 1) ? first : null;
      case SHL, SHR, USHR, BIT_OR, BIT_XOR -> is(second, 0) ? first : null;
      case MIN, MAX -> first == second ? first : null;
      case NEG -> unwrap(first, Operator.NEG);
      case BIT_NOT -> unwrap(first, Operator.BIT_NOT);
      default -> null;
    };
  }

  private boolean is(Value value, long constant) {
    return definitions.constant(value) instanceof Number n && n.longValue() == constant;
  }

  private static Value zero(Op.Apply op, Builder builder) {
    Type type = op.value().type();
    return builder.constant(type, Constants.zero(type));
  }

  private Value product(Value first, Value second) {
    if (is(first, 1) || is(second, 0)) {
      return second;
    }
    return is(second, 1) || is(first, 0) ? first : null;
  }

  private Value unwrap(Value value, Operator operator) {
    Op.Apply inner = definitions.application(value, operator);
    return inner == null ? null : inner.args().get(0);
  }

  /** {@code (x + c) + d} is {@code x + (c + d)}. */
  private Value sum(Op.Apply op, Builder builder) {
    Op.Apply inner = definitions.application(op.args().get(0), Operator.ADD);
    Object outer = definitions.constant(op.args().get(1));
    if (inner == null || outer == null) {
      return null;
    }
    Object constant = definitions.constant(inner.args().get(1));
    if (constant == null) {
      return null;
    }
    Type type = op.value().type();
    Object both = Arithmetic.evaluate(Operator.ADD, false, type, List.of(constant, outer));
    List<Value> args = List.of(inner.args().get(0), builder.constant(type, both));
    return builder.apply(Operator.ADD, type, op.value().name(), args);
  }
}
