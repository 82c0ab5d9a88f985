package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Op;
import java.util.List;

/** Opaque expressions with their arguments filled in. */
final class Templates {
  private Templates() {}

  /** Replaces {@code #n} by arguments and {@code {pkg.Name}} by class names. */
  static Expr fill(Op.Opaque op, List<Expr> args) {
    Code.Builder code = new Code.Builder();
    String java = op.java();
    int at = 0;
    while (at < java.length()) {
      char c = java.charAt(at);
      if (c == '#' && at + 1 < java.length() && Character.isDigit(java.charAt(at + 1))) {
        int end = at + 1;
        while (end < java.length() && Character.isDigit(java.charAt(end))) {
          end++;
        }
        Expr arg = args.get(Integer.parseInt(java.substring(at + 1, end)));
        code.add("$L", isDelimited(java, at, end) ? arg.code() : arg.at(Precedence.PRIMARY));
        at = end;
      } else if (c == '{' && isClassName(java, at)) {
        int end = java.indexOf('}', at);
        int field = PrivateFields.end(java, end + 1);
        code.add(
            field > 0 ? "$L" : "$T",
            field > 0
                ? PrivateFields.reading(java.substring(at, field))
                : JavaTypes.named(java.substring(at + 1, end)));
        at = Math.max(end + 1, field);
      } else {
        code.add("$L", String.valueOf(c));
        at++;
      }
    }
    return new Expr(code.build(), precedence(java), Expr.variablesOf(args), false, null);
  }

  /** Java that reads a static field. */
  static CodeBlock reading(String java) {
    int end = java.indexOf('}');
    if (PrivateFields.end(java, end + 1) > 0) {
      return PrivateFields.reading(java);
    }
    return CodeBlock.of("$T$L", JavaTypes.named(java.substring(1, end)), java.substring(end + 1));
  }

  private static boolean isClassName(String java, int open) {
    int end = java.indexOf('}', open);
    return end > open + 1 && Character.isJavaIdentifierStart(java.charAt(open + 1));
  }

  /** Whether the argument stands between parentheses or commas, where nothing binds. */
  private static boolean isDelimited(String java, int start, int end) {
    int before = start - 1;
    while (before >= 0 && java.charAt(before) == ' ') {
      before--;
    }
    boolean opens = before >= 0 && (java.charAt(before) == '(' || java.charAt(before) == ',');
    boolean closes = end < java.length() && (java.charAt(end) == ')' || java.charAt(end) == ',');
    return opens && closes && !isCast(java, before);
  }

  /** Whether a parenthesis belongs to a call rather than to a cast or a group. */
  private static boolean isCast(String java, int open) {
    return java.charAt(open) == '('
        && (open == 0 || !Character.isJavaIdentifierPart(java.charAt(open - 1)));
  }

  private static int precedence(String java) {
    boolean isCall = java.endsWith(")") && !java.startsWith("(") && java.indexOf(' ') < 0;
    boolean isName = java.chars().noneMatch(c -> c == ' ' || c == '(');
    boolean isList = java.endsWith(")") && callEnds(java);
    return isCall || isName || isList ? Precedence.PRIMARY : Precedence.ANY;
  }

  /** Whether everything in front of the last argument list is one name. */
  private static boolean callEnds(String java) {
    int depth = 0;
    for (int i = java.length() - 1; i >= 0; i--) {
      char c = java.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth == 0) {
        String name = java.substring(0, i);
        return !name.isEmpty() && name.indexOf(' ') < 0 && !name.startsWith("(");
      }
    }
    return false;
  }
}
