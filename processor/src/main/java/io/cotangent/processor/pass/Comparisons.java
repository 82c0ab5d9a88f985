package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Operator;

/** Comparisons turned around. */
final class Comparisons {
  private Comparisons() {}

  /** The operator for exchanged operands; other operators are returned as they are. */
  static Operator flip(Operator operator) {
    return switch (operator) {
      case LT -> Operator.GT;
      case LE -> Operator.GE;
      case GT -> Operator.LT;
      case GE -> Operator.LE;
      default -> operator;
    };
  }

  /** The opposite on ordered operands: not for reals, which may be no numbers. */
  static Operator negate(Operator operator) {
    return switch (operator) {
      case LT -> Operator.GE;
      case LE -> Operator.GT;
      case GT -> Operator.LE;
      case GE -> Operator.LT;
      case EQ -> Operator.NE;
      case NE -> Operator.EQ;
      default -> throw new IllegalArgumentException(operator.name());
    };
  }
}
