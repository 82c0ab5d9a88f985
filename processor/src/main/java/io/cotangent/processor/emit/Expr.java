package io.cotangent.processor.emit;

import io.cotangent.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * A Java expression.
 *
 * @param precedence how tightly its outermost operator binds, see {@link Precedence}
 * @param variables the names of the variables it reads
 * @param isReading whether it looks into memory, so that it may not move behind a write
 * @param split its parts, if it may become a compound assignment; otherwise null
 */
record Expr(Code code, int precedence, Set<String> variables, boolean isReading, Split split) {
  /** A sum, difference or product in parts. */
  record Split(Code left, String operator, Code right) {}

  Expr {
    variables = Set.copyOf(variables);
  }

  /** A variable. */
  static Expr variable(String name) {
    return new Expr(Code.text(name), Precedence.PRIMARY, Set.of(name), false, null);
  }

  /** Something that reads no variable. */
  static Expr constant(Code code, int precedence) {
    return new Expr(code, precedence, Set.of(), false, null);
  }

  /** The same with other text that binds as tightly. */
  Expr with(Code text) {
    return new Expr(text, precedence, variables, isReading, null);
  }

  /** The expression where one that binds at least that tightly is wanted. */
  Code at(int wanted) {
    return precedence >= wanted ? code : Code.of("($L)", code);
  }

  /** Whether it is nothing but a variable or a constant. */
  boolean isAtom() {
    return precedence == Precedence.PRIMARY && !isReading && variables.size() <= 1 && isWord();
  }

  private boolean isWord() {
    return code.toString().chars().allMatch(c -> c != '(' && c != ' ');
  }

  /** The variables of several expressions. */
  static Set<String> variablesOf(Iterable<Expr> exprs) {
    Set<String> variables = new HashSet<>();
    exprs.forEach(e -> variables.addAll(e.variables()));
    return variables;
  }

  /** A value and the expression for it. */
  record Of(Value value, Expr expr) {}
}
