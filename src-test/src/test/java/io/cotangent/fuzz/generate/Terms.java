package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.MathFunction;
import io.cotangent.fuzz.program.Type;
import java.util.List;

/** Short forms for parts of the syntax tree. */
final class Terms {
  private Terms() {}

  static Expr number(int value) {
    return new Expr.Literal(Type.INT, value);
  }

  static Expr number(double value) {
    return new Expr.Literal(Type.DOUBLE, value);
  }

  /** A constant of a numeric type. */
  static Expr number(Kind kind, double value) {
    Object boxed =
        switch (kind) {
          case INT -> (Object) (int) value;
          case LONG -> (long) value;
          case FLOAT -> (float) value;
          default -> value;
        };
    return new Expr.Literal(Type.of(kind), boxed);
  }

  static Expr binary(BinaryOp op, Expr left, Expr right) {
    return new Expr.Binary(op, left, right);
  }

  static Expr add(Expr left, Expr right) {
    return binary(BinaryOp.ADD, left, right);
  }

  static Expr times(Expr left, Expr right) {
    return binary(BinaryOp.MUL, left, right);
  }

  static Expr math(MathFunction function, Expr... args) {
    return new Expr.MathCall(function, false, List.of(args));
  }

  static Expr cast(Kind kind, Expr operand) {
    return new Expr.Cast(Type.of(kind), operand);
  }
}
