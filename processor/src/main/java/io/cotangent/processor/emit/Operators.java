package io.cotangent.processor.emit;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import java.util.List;

/** Operator applications as Java expressions, with the parentheses they need and no others. */
final class Operators {
  private static final String MINUS = "-";
  private static final String WIDENING = "(double) ";

  private Operators() {}

  static Expr expression(Op.Apply op, List<Expr> args) {
    boolean isReading = args.stream().anyMatch(Expr::isReading);
    return switch (op.operator().form()) {
      case INFIX -> infix(op, args.get(0), args.get(1), isReading);
      case PREFIX -> {
        Code operand = args.get(0).at(Precedence.PRIMARY);
        Code code = Code.of("$L$L", op.operator().symbol(), operand);
        yield expr(code, Precedence.UNARY, args, isReading);
      }
      case FUNCTION -> {
        Class<?> owner = op.strict() ? StrictMath.class : Math.class;
        Code list = BodyEmitter.commaSeparated(args);
        Code code = Code.of("$T.$L($L)", owner, op.operator().symbol(), list);
        yield expr(code, Precedence.PRIMARY, args, isReading);
      }
      case SPECIAL -> special(op, args);
    };
  }

  private static Expr expr(Code code, int precedence, List<Expr> args, boolean isReading) {
    return new Expr(code, precedence, Expr.variablesOf(args), isReading, null);
  }

  private static Expr infix(Op.Apply op, Expr left, Expr right, boolean isReading) {
    if (op.args().get(1).type() != Primitive.DOUBLE
        || op.args().get(0).type() != Primitive.DOUBLE) {
      return infix(op.operator(), left, right, isReading);
    }
    // One operand that is a double makes Java widen the other.
    Expr narrowLeft = narrow(left);
    Expr narrowRight = narrowLeft == left ? narrow(right) : right;
    boolean isNegative = op.operator() == Operator.ADD && right.code().startsWith(MINUS);
    // In real numbers a + -b * c is a - b * c to the bit.
    return isNegative && right.precedence() >= Precedence.of(Operator.MUL)
        ? infix(Operator.SUB, narrowLeft, right.with(right.code().behind(MINUS)), isReading)
        : infix(op.operator(), narrowLeft, narrowRight, isReading);
  }

  private static Expr narrow(Expr expr) {
    boolean isCast = expr.precedence() == Precedence.UNARY && expr.code().startsWith(WIDENING);
    return isCast ? expr.with(expr.code().behind(WIDENING)) : expr;
  }

  private static Expr infix(Operator operator, Expr left, Expr right, boolean isReading) {
    int precedence = Precedence.of(operator);
    Code code =
        Code.of("$L $L $L", left.at(precedence), operator.symbol(), right.at(precedence + 1));
    boolean splits =
        operator == Operator.ADD || operator == Operator.SUB || operator == Operator.MUL;
    Expr.Split split = splits ? new Expr.Split(left.code(), operator.symbol(), right.code()) : null;
    return new Expr(code, precedence, Expr.variablesOf(List.of(left, right)), isReading, split);
  }

  private static Expr special(Op.Apply op, List<Expr> args) {
    return op.operator() == Operator.SELECT ? select(args) : cast(op, args);
  }

  private static Expr cast(Op.Apply op, List<Expr> args) {
    if (op.args().get(0).type().equals(op.value().type())) {
      return args.get(0);
    }
    Code operand = args.get(0).at(Precedence.PRIMARY);
    Code code = Code.of("($L) $L", op.value().type(), operand);
    return expr(code, Precedence.UNARY, args, args.get(0).isReading());
  }

  /** The choice between two expressions. */
  static Expr select(List<Expr> args) {
    boolean isReading = args.stream().anyMatch(Expr::isReading);
    if (args.get(2).code().toString().equals("false")) {
      return logical(args, args.get(1), "&&", Precedence.AND, isReading);
    }
    if (args.get(1).code().toString().equals("true")) {
      return logical(args, args.get(2), "||", Precedence.OR, isReading);
    }
    Code code =
        Code.of(
            "$L ? $L : $L",
            args.get(0).at(Precedence.TERNARY + 1),
            args.get(1).at(Precedence.TERNARY),
            args.get(2).at(Precedence.TERNARY));
    return expr(code, Precedence.TERNARY, args, isReading);
  }

  private static Expr logical(
      List<Expr> args, Expr right, String sign, int precedence, boolean isReading) {
    Code left = args.get(0).at(precedence);
    Code code = Code.of("$L $L $L", left, sign, right.at(precedence + 1));
    return expr(code, precedence, args, isReading);
  }
}
