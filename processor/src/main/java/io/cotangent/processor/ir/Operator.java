package io.cotangent.processor.ir;

import static io.cotangent.processor.ir.Operator.Form.FUNCTION;
import static io.cotangent.processor.ir.Operator.Form.INFIX;
import static io.cotangent.processor.ir.Operator.Form.PREFIX;
import static io.cotangent.processor.ir.Operator.Form.SPECIAL;

/**
 * What {@link Op.Apply} computes: Java's operators and the functions of {@link Math} and {@link
 * StrictMath}. Operands of the arithmetic operators have the type of the result (shifts: of the
 * left operand); lowering has made every conversion a {@link #CAST}.
 */
public enum Operator {
  ADD("+", INFIX),
  SUB("-", INFIX),
  MUL("*", INFIX),
  DIV("/", INFIX),
  REM("%", INFIX),
  NEG("-", PREFIX),
  BIT_AND("&", INFIX),
  BIT_OR("|", INFIX),
  BIT_XOR("^", INFIX),
  BIT_NOT("~", PREFIX),
  SHL("<<", INFIX),
  SHR(">>", INFIX),
  USHR(">>>", INFIX),
  EQ("==", INFIX),
  NE("!=", INFIX),
  LT("<", INFIX),
  LE("<=", INFIX),
  GT(">", INFIX),
  GE(">=", INFIX),
  NOT("!", PREFIX),
  /** Conversion of a primitive to the type of the result. */
  CAST("cast", SPECIAL),
  /** {@code SELECT(condition, a, b)}: both are computed, one is chosen. */
  SELECT("select", SPECIAL),
  /**
   * {@code WATCH(x, w, marker)}: {@code x + w}, where {@code w} is always zero and only there for
   * its adjoint, which is that of {@code x} at the last of these operations that runs. The marker
   * is no number; its adjoint says whether a later one has run.
   */
  WATCH("watch", SPECIAL),
  /**
   * {@code RULED(value, x, p, ..)}: the value, with each {@code p} as the partial derivative with
   * respect to the {@code x} before it. Nothing else leads to the result.
   */
  RULED("ruled", SPECIAL),

  SIN("sin", FUNCTION),
  COS("cos", FUNCTION),
  TAN("tan", FUNCTION),
  ASIN("asin", FUNCTION),
  ACOS("acos", FUNCTION),
  ATAN("atan", FUNCTION),
  ATAN2("atan2", FUNCTION),
  SINH("sinh", FUNCTION),
  COSH("cosh", FUNCTION),
  TANH("tanh", FUNCTION),
  EXP("exp", FUNCTION),
  EXPM1("expm1", FUNCTION),
  LOG("log", FUNCTION),
  LOG10("log10", FUNCTION),
  LOG1P("log1p", FUNCTION),
  SQRT("sqrt", FUNCTION),
  CBRT("cbrt", FUNCTION),
  POW("pow", FUNCTION),
  HYPOT("hypot", FUNCTION),
  ABS("abs", FUNCTION),
  MAX("max", FUNCTION),
  MIN("min", FUNCTION),
  SIGNUM("signum", FUNCTION),
  COPY_SIGN("copySign", FUNCTION),
  FLOOR("floor", FUNCTION),
  CEIL("ceil", FUNCTION),
  RINT("rint", FUNCTION),
  ROUND("round", FUNCTION),
  FMA("fma", FUNCTION),
  TO_RADIANS("toRadians", FUNCTION),
  TO_DEGREES("toDegrees", FUNCTION),
  IEEE_REMAINDER("IEEEremainder", FUNCTION),
  ULP("ulp", FUNCTION),
  NEXT_UP("nextUp", FUNCTION),
  NEXT_DOWN("nextDown", FUNCTION),
  NEXT_AFTER("nextAfter", FUNCTION),
  SCALB("scalb", FUNCTION),
  GET_EXPONENT("getExponent", FUNCTION),
  /** {@code Math.clamp(value, min, max)}, Java 21. */
  CLAMP("clamp", FUNCTION);

  /** How the operator is written. */
  public enum Form {
    INFIX,
    PREFIX,
    FUNCTION,
    SPECIAL
  }

  private final String symbol;
  private final Form form;

  Operator(String symbol, Form form) {
    this.symbol = symbol;
    this.form = form;
  }

  /** The operator's sign or the function's name in Java. */
  public String symbol() {
    return symbol;
  }

  public Form form() {
    return form;
  }

  /** Whether it is a function that takes a series or a table to compute. */
  public boolean isTranscendental() {
    return compareTo(SIN) >= 0 && compareTo(HYPOT) <= 0 && this != SQRT;
  }

  /** Whether the result is a boolean that compares the operands. */
  public boolean isComparison() {
    return compareTo(EQ) >= 0 && compareTo(GE) <= 0;
  }
}
