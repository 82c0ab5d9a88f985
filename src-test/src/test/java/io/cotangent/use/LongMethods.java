package io.cotangent.use;

import java.util.Random;

/** Sources of long methods, each a class {@code user.Long}. */
final class LongMethods {
  private static final String[] STATEMENTS = {
    "Math.sin(%s) * %s",
    "%s * %s + 0.5",
    "Math.exp(-%s * %1$s) + %s",
    "%s / (1 + %s * %2$s)",
    "w[%3$d] * %s - %s",
    "Math.tanh(%s + %s)"
  };

  private LongMethods() {}

  private static String method(String parameters, String body) {
    return "package user;\nfinal class Long {\n  @io.cotangent.Differentiable static double f("
        + parameters
        + ") {\n"
        + body
        + "  }\n}\n";
  }

  /** So many statements, each of which uses two of the numbers computed before it. */
  static String straight(int statements) {
    Random random = new Random(5);
    StringBuilder body = new StringBuilder("double v0 = a, v1 = b;\n");
    for (int i = 2; i < statements + 2; i++) {
      String x = "v" + (i - 1 - random.nextInt(Math.min(i, 9)));
      String y = "v" + (i - 1 - random.nextInt(Math.min(i, 200)));
      String value = STATEMENTS[random.nextInt(STATEMENTS.length)].formatted(x, y, i % 5);
      body.append("double v%d = %s;\n".formatted(i, value));
    }
    body.append("return v%d + v%d;\n".formatted(statements, statements + 1));
    return method("double a, double b, double[] w", body.toString());
  }

  /** One loop after the other. */
  static String loops(int count) {
    StringBuilder body = new StringBuilder("double s = a;\n");
    for (int i = 0; i < count; i++) {
      body.append("for (int i = 0; i < w.length; i++) {\n");
      body.append("  double u = w[i] * s + %d;\n".formatted(i % 3));
      body.append("  s = s * 0.9 + Math.sin(u) * b * w[i];\n}\n");
    }
    return method("double a, double b, double[] w", body + "return s;\n");
  }

  /** A loop over so many statements. */
  static String longLoop(int statements) {
    StringBuilder body = new StringBuilder("double s = a;\nfor (int i = 0; i < 3; i++) {\n");
    for (int i = 0; i < statements; i++) {
      body.append("  double u%d = s * w[i] + b;\n  s = Math.sin(u%<d) + %<d;\n".formatted(i));
    }
    return method("double a, double b, double[] w", body + "}\nreturn s;\n");
  }

  /** A switch with so many cases. */
  static String cases(int count) {
    StringBuilder body = new StringBuilder("double s = a;\nswitch (k) {\n");
    for (int i = 0; i < count; i++) {
      body.append("case %d: s = s * %<d.5 + Math.sin(b * %<d); break;\n".formatted(i));
    }
    return method("double a, double b, int k", body + "default: s = -a;\n}\nreturn s * s;\n");
  }

  /** Branches and loops, each inside the one before. */
  static String nested(int depth) {
    StringBuilder body = new StringBuilder("double s = a;\n");
    for (int i = 0; i < depth; i++) {
      body.append(
          i % 6 == 5
              ? "for (int i%d = 0; i%<d < 2; i%<d++) { s = Math.sin(s) + b;\n".formatted(i)
              : "if (k > %d) { s += a * b * %<d;\n".formatted(i));
    }
    return method("double a, double b, int k", body + "}".repeat(depth) + "\nreturn s;\n");
  }

  /** So many returns, each behind a condition. */
  static String returns(int count) {
    StringBuilder body = new StringBuilder("double s = a;\n");
    for (int i = 0; i < count; i++) {
      body.append(
          "if (k == %d) { return s * %<d * b; }\ns = s * 1.01 + Math.cos(s);\n".formatted(i));
    }
    return method("double a, double b, int k", body + "return s;\n");
  }

  /** One sum of so many terms. */
  static String sum(int terms) {
    StringBuilder body = new StringBuilder("return a");
    for (int i = 0; i < terms; i++) {
      body.append(i % 2 == 0 ? " + a * " + i : " + b");
    }
    return method("double a, double b", body + ";\n");
  }

  /** So many parentheses, each inside the one before. */
  static String parentheses(int depth) {
    return method(
        "double a, double b", "return " + "(a * ".repeat(depth) + "b" + ")".repeat(depth) + ";\n");
  }

  /** So many branches, one after the other. */
  static String branches(int count) {
    StringBuilder body = new StringBuilder("double s = a, c = b;\n");
    for (int i = 0; i < count; i++) {
      body.append(
          "if (s > %d) {\ns = s * b + %<d;\n} else {\nc = Math.sin(s * c);\n}\n".formatted(i));
    }
    return method("double a, double b", body + "return s * c;\n");
  }

  /**
   * Methods of five lines: all annotated, or each called by the next and the last one annotated.
   */
  static String methods(int count, boolean all) {
    StringBuilder text = new StringBuilder("package user;\nfinal class Long {\n");
    for (int i = 0; i < count; i++) {
      boolean annotated = all || i == count - 1;
      String result = all || i == 0 ? "p * q" : "f" + (i - 1) + "(p, q)";
      text.append(annotated ? "@io.cotangent.Differentiable " : "");
      text.append("static double f%d(double a, double b) {\n".formatted(i));
      text.append("double p = a * b;\ndouble q = Math.sin(p) + a;\nreturn " + result + ";\n}\n");
    }
    return text + "}\n";
  }

  /** The body of a small class. */
  static String body(String parameter, int factor) {
    return " { @io.cotangent.Differentiable static double f(double %s) { return %1$s * %1$s * %d; } }"
        .formatted(parameter, factor);
  }
}
