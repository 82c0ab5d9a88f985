package io.cotangent.processor.emit;

import io.cotangent.processor.ir.Operator;

/** How tightly Java's operators bind. */
final class Precedence {
  static final int PRIMARY = 16;
  static final int UNARY = 14;
  static final int AND = 4;
  static final int OR = 3;
  static final int TERNARY = 2;
  static final int ANY = 0;

  private Precedence() {}

  /** Of a binary operator. */
  static int of(Operator operator) {
    return switch (operator) {
      case MUL, DIV, REM -> 12;
      case ADD, SUB -> 11;
      case SHL, SHR, USHR -> 10;
      case LT, LE, GT, GE -> 9;
      case EQ, NE -> 8;
      case BIT_AND -> 7;
      case BIT_XOR -> 6;
      case BIT_OR -> 5;
      default -> throw new IllegalArgumentException(operator + " is not infix");
    };
  }
}
