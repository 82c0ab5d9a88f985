package io.cotangent.processor.emit;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;

/** Constants as Java writes them, to the last bit. */
final class Literals {
  private Literals() {}

  /** The expression for a constant. */
  static Expr of(Op.Const op) {
    Object value = op.constant();
    if (value == null) {
      return Expr.constant(Code.of("null"), Precedence.PRIMARY);
    }
    if (value instanceof String text) {
      return Expr.constant(Code.of("$L", quoted(text)), Precedence.PRIMARY);
    }
    if (value instanceof Double number) {
      return real(number, Double.class, "");
    }
    if (value instanceof Float number) {
      return real(number, Float.class, "f");
    }
    if (value instanceof Boolean) {
      return Expr.constant(Code.of("$L", value), Precedence.PRIMARY);
    }
    return whole(op.value().type(), value);
  }

  /**
   * One literal in one line, where JavaPoet would write a sum of lines, and in ASCII, so that the
   * encoding of the file does not matter.
   */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n' -> out.append("\\n");
        case '"', '\\' -> out.append('\\').append(c);
        default -> out.append(c >= ' ' && c < 127 ? String.valueOf(c) : escaped(c));
      }
    }
    return out.append('"').toString();
  }

  /** Line ends are not written as Unicode escapes, which the compiler reads before all else. */
  private static String escaped(char c) {
    return c < ' ' ? String.format("\\%03o", (int) c) : String.format("\\u%04x", (int) c);
  }

  private static Expr real(Number number, Class<?> box, String suffix) {
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      return Expr.constant(Code.of("$T.NaN", box), Precedence.PRIMARY);
    }
    if (Double.isInfinite(value)) {
      String name = value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
      return Expr.constant(Code.of("$T.$L", box, name), Precedence.PRIMARY);
    }
    if (number.equals(Double.MAX_VALUE)) {
      return Expr.constant(Code.of("$T.MAX_VALUE", box), Precedence.PRIMARY);
    }
    String text = number + suffix;
    return Expr.constant(Code.of("$L", text), signed(text));
  }

  private static Expr whole(Object type, Object value) {
    if (value instanceof Character character) {
      String text = "(char) " + (int) character;
      return Expr.constant(Code.of("$L", text), Precedence.UNARY);
    }
    if (value instanceof Long number) {
      return number == Long.MIN_VALUE
          ? Expr.constant(Code.of("$T.MIN_VALUE", Long.class), Precedence.PRIMARY)
          : signed(number + "L", "");
    }
    if (value.equals(Integer.MIN_VALUE)) {
      return Expr.constant(Code.of("$T.MIN_VALUE", Integer.class), Precedence.PRIMARY);
    }
    boolean isSmall = type == Primitive.BYTE || type == Primitive.SHORT || type == Primitive.CHAR;
    return signed(value.toString(), isSmall ? "(" + type + ") " : "");
  }

  private static Expr signed(String text, String cast) {
    int precedence = cast.isEmpty() ? signed(text) : Precedence.UNARY;
    return Expr.constant(Code.of("$L", cast + text), precedence);
  }

  private static int signed(String text) {
    return text.startsWith("-") ? Precedence.UNARY : Precedence.PRIMARY;
  }
}
