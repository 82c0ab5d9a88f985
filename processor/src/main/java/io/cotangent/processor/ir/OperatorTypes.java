package io.cotangent.processor.ir;

import java.util.List;

/** The types operators take and give. */
final class OperatorTypes {
  private OperatorTypes() {}

  /** Throws if the operation's types are not those of its operator. */
  static void check(Op.Apply op) {
    List<Type> args = TypeCheck.types(op.args());
    if (op.operator() == Operator.RULED) {
      IrVerifier.check(args.size() % 2 == 1, "an even number of operands, expected pairs");
      require(allAre(args, op.value().type()), op, args);
      return;
    }
    int arity = arity(op.operator());
    if (args.size() != arity) {
      throw new IllegalStateException(args.size() + " operands, expected " + arity);
    }
    require(fits(op.operator(), args, op.value().type()), op, args);
  }

  private static void require(boolean fits, Op.Apply op, List<Type> args) {
    if (!fits) {
      throw new IllegalStateException(
          op.operator() + " of " + args + " cannot be " + op.value().type());
    }
  }

  private static int arity(Operator operator) {
    return switch (operator) {
      case SELECT, FMA, CLAMP, WATCH -> 3;
      case ATAN2, POW, HYPOT, MAX, MIN, COPY_SIGN, IEEE_REMAINDER, NEXT_AFTER, SCALB -> 2;
      case NEG, BIT_NOT, NOT, CAST -> 1;
      default -> operator.form() == Operator.Form.INFIX ? 2 : 1;
    };
  }

  private static boolean fits(Operator operator, List<Type> args, Type result) {
    Type first = args.get(0);
    return switch (operator) {
      case CAST -> isNumber(first) && isNumber(result) || first.equals(result);
      case SELECT ->
          first == Primitive.BOOLEAN
              && TypeCheck.isCompatible(args.get(1), result)
              && TypeCheck.isCompatible(args.get(2), result);
      case WATCH -> result.isReal() && allAre(args, result);
      case NOT -> first == Primitive.BOOLEAN && result == Primitive.BOOLEAN;
      case EQ, NE -> TypeCheck.isCompatible(first, args.get(1)) && result == Primitive.BOOLEAN;
      case LT, LE, GT, GE ->
          isComputable(first) && first == args.get(1) && result == Primitive.BOOLEAN;
      case SHL, SHR, USHR -> isWhole(first) && first == result && isWhole(args.get(1));
      case BIT_NOT -> isWhole(first) && first == result;
      case BIT_AND, BIT_OR, BIT_XOR ->
          (isWhole(first) || first == Primitive.BOOLEAN) && allAre(args, result);
      case ADD, SUB, MUL, DIV, REM, NEG, ABS, MAX, MIN ->
          isComputable(result) && allAre(args, result);
      default -> fitsFunction(operator, args, result);
    };
  }

  private static boolean fitsFunction(Operator operator, List<Type> args, Type result) {
    Type first = args.get(0);
    return switch (operator) {
      case ROUND -> result == (first == Primitive.FLOAT ? Primitive.INT : Primitive.LONG);
      case GET_EXPONENT -> first.isReal() && result == Primitive.INT;
      case SCALB -> first.isReal() && first == result && args.get(1) == Primitive.INT;
      case NEXT_AFTER -> first.isReal() && first == result && args.get(1) == Primitive.DOUBLE;
      case CLAMP -> isComputable(result);
      case SIGNUM, COPY_SIGN, FMA, ULP, NEXT_UP, NEXT_DOWN ->
          result.isReal() && allAre(args, result);
      default -> result == Primitive.DOUBLE && allAre(args, result);
    };
  }

  private static boolean allAre(List<Type> args, Type type) {
    for (Type arg : args) {
      if (!type.equals(arg)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(Type type) {
    return type instanceof Primitive && type != Primitive.BOOLEAN;
  }

  /** Whether arithmetic is done in the type; smaller ones are promoted. */
  private static boolean isComputable(Type type) {
    return isWhole(type) || type.isReal();
  }

  private static boolean isWhole(Type type) {
    return type == Primitive.INT || type == Primitive.LONG;
  }
}
