package io.cotangent.fuzz.program;

import java.util.List;

/** Methods of {@link Math} and {@link StrictMath}. */
public enum MathFunction {
  SIN("sin", 1),
  COS("cos", 1),
  TAN("tan", 1),
  ASIN("asin", 1),
  ACOS("acos", 1),
  ATAN("atan", 1),
  EXP("exp", 1),
  EXPM1("expm1", 1),
  LOG("log", 1),
  LOG10("log10", 1),
  LOG1P("log1p", 1),
  SQRT("sqrt", 1),
  CBRT("cbrt", 1),
  SINH("sinh", 1),
  COSH("cosh", 1),
  TANH("tanh", 1),
  TO_RADIANS("toRadians", 1),
  TO_DEGREES("toDegrees", 1),
  FLOOR("floor", 1),
  CEIL("ceil", 1),
  RINT("rint", 1),
  ATAN2("atan2", 2),
  POW("pow", 2),
  HYPOT("hypot", 2),
  IEEE_REMAINDER("IEEEremainder", 2),
  SIGNUM("signum", 1, Overloads.REAL),
  ULP("ulp", 1, Overloads.REAL),
  NEXT_UP("nextUp", 1, Overloads.REAL),
  COPY_SIGN("copySign", 2, Overloads.REAL),
  FMA("fma", 3, Overloads.REAL),
  /** The second argument is an {@code int}. */
  SCALB("scalb", 2, Overloads.FIRST),
  ROUND("round", 1, Overloads.ROUND),
  ABS("abs", 1, Overloads.NUMERIC),
  MAX("max", 2, Overloads.NUMERIC),
  MIN("min", 2, Overloads.NUMERIC),
  FLOOR_MOD("floorMod", 2, Overloads.NUMERIC),
  FLOOR_DIV("floorDiv", 2, Overloads.NUMERIC);

  /** Which parameter types a method is overloaded for. */
  private enum Overloads {
    NONE,
    REAL,
    FIRST,
    ROUND,
    NUMERIC
  }

  private final String text;
  private final int arity;
  private final Overloads overloads;

  MathFunction(String text, int arity) {
    this(text, arity, Overloads.NONE);
  }

  MathFunction(String text, int arity, Overloads overloads) {
    this.text = text;
    this.arity = arity;
    this.overloads = overloads;
  }

  /** Its name in Java. */
  public String text() {
    return text;
  }

  /** Number of arguments. */
  public int arity() {
    return arity;
  }

  /** The type all real arguments are converted to. */
  public Kind argumentKind(List<Expr> args) {
    Kind first = args.get(0).type().kind();
    return switch (overloads) {
      case NONE -> Kind.DOUBLE;
      case FIRST, ROUND -> first;
      case REAL, NUMERIC -> args.stream().map(a -> a.type().kind()).reduce(first, Kind::promote);
    };
  }

  /** The type of the result. */
  public Type result(List<Expr> args) {
    Kind kind = argumentKind(args);
    if (overloads == Overloads.ROUND) {
      return kind == Kind.FLOAT ? Type.INT : Type.LONG;
    }
    return Type.of(kind);
  }
}
