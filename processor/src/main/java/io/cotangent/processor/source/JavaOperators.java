package io.cotangent.processor.source;

import com.sun.source.tree.Tree.Kind;
import io.cotangent.processor.ir.Operator;
import java.util.Optional;

/** From the operators of the language to those of the IR. */
final class JavaOperators {
  private JavaOperators() {}

  /** The operator of a unary expression; empty for {@code +}. */
  static Optional<Operator> unary(Kind kind) {
    return switch (kind) {
      case UNARY_PLUS -> Optional.empty();
      case UNARY_MINUS -> Optional.of(Operator.NEG);
      case BITWISE_COMPLEMENT -> Optional.of(Operator.BIT_NOT);
      case LOGICAL_COMPLEMENT -> Optional.of(Operator.NOT);
      default -> throw new IllegalArgumentException("not a unary operator: " + kind);
    };
  }

  /** The operator of a binary expression or a compound assignment. */
  static Operator binary(Kind kind) {
    return switch (kind) {
      case PLUS, PLUS_ASSIGNMENT -> Operator.ADD;
      case MINUS, MINUS_ASSIGNMENT -> Operator.SUB;
      case MULTIPLY, MULTIPLY_ASSIGNMENT -> Operator.MUL;
      case DIVIDE, DIVIDE_ASSIGNMENT -> Operator.DIV;
      case REMAINDER, REMAINDER_ASSIGNMENT -> Operator.REM;
      case AND, AND_ASSIGNMENT -> Operator.BIT_AND;
      case OR, OR_ASSIGNMENT -> Operator.BIT_OR;
      case XOR, XOR_ASSIGNMENT -> Operator.BIT_XOR;
      case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> Operator.SHL;
      case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> Operator.SHR;
      case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> Operator.USHR;
      case EQUAL_TO -> Operator.EQ;
      case NOT_EQUAL_TO -> Operator.NE;
      case LESS_THAN -> Operator.LT;
      case LESS_THAN_EQUAL -> Operator.LE;
      case GREATER_THAN -> Operator.GT;
      case GREATER_THAN_EQUAL -> Operator.GE;
      default -> throw new IllegalArgumentException("not a binary operator: " + kind);
    };
  }

  /** Whether the operands are promoted one by one. */
  static boolean isShift(Operator operator) {
    return operator == Operator.SHL || operator == Operator.SHR || operator == Operator.USHR;
  }
}
