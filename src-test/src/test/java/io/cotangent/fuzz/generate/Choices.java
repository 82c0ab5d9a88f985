package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.binary;
import static io.cotangent.fuzz.generate.Terms.number;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.ObjectExpr;
import io.cotangent.fuzz.program.Selector;
import io.cotangent.fuzz.program.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Makes switches and what throws and catches. */
final class Choices {
  private static final List<String> EXCEPTIONS =
      List.of("IllegalStateException", "IllegalArgumentException");

  private final Site site;
  private final Dice dice;
  private final Expressions expressions;

  Choices(Site site, Expressions expressions) {
    this.site = site;
    this.dice = site.dice;
    this.expressions = expressions;
  }

  private Expr index() {
    Expr whole = expressions.scalar(Kind.INT, 1);
    return dice.percent(60) ? binary(BinaryOp.AND, whole, number(3)) : whole;
  }

  /** Disjoint sets of labels, an empty one for the rest. */
  private List<List<Integer>> labels(boolean total) {
    List<Integer> left = new ArrayList<>(List.of(0, 1, 2, 3));
    List<List<Integer>> all = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      List<Integer> some = new ArrayList<>();
      for (int k = dice.weighted(0, 75, 25); k > 0 && !left.isEmpty(); k--) {
        some.add(left.remove(dice.below(left.size())));
      }
      if (!some.isEmpty()) {
        all.add(some);
      }
    }
    if (total || dice.percent(70)) {
      all.add(total ? all.size() : dice.between(0, all.size()), List.of());
    }
    return all;
  }

  /** A switch statement. */
  Stmt statement(Statements statements, int depth) {
    boolean arrows = dice.percent(45);
    Selector selector = dice.of(Selector.values());
    Expr index = index();
    List<Stmt.Case> cases = new ArrayList<>();
    for (List<Integer> labels : labels(false)) {
      List<Stmt> body = new ArrayList<>(statements.block(dice.between(1, 2), depth - 1));
      if (!arrows && dice.percent(60)) {
        body.add(new Stmt.Break(""));
      }
      cases.add(new Stmt.Case(labels, body));
    }
    return new Stmt.Switch(selector, index, arrows, cases);
  }

  /** A switch expression. */
  Expr expression(Kind kind, int depth) {
    Selector selector = dice.of(Selector.values());
    Expr index = index();
    List<ObjectExpr.Arm> arms = new ArrayList<>();
    for (List<Integer> labels : labels(true)) {
      List<Stmt> before = List.of();
      if (dice.percent(30)) {
        before = List.of(new Stmt.Do(expressions.effect(Kind.DOUBLE)));
      }
      arms.add(new ObjectExpr.Arm(labels, before, expressions.real(kind, depth - 1)));
    }
    return new ObjectExpr.Choice(selector, index, arms);
  }

  /** A try statement in which something may throw. */
  Stmt attempt(Statements statements, int depth) {
    String caught = dice.percent(50) ? "RuntimeException" : EXCEPTIONS.get(0);
    boolean handled = dice.percent(80);
    List<Stmt> last = handled && dice.percent(55) ? List.of() : plain(statements);
    site.scope.open();
    List<Stmt> body = new ArrayList<>(statements.list(dice.between(1, 2), depth - 1));
    if (handled) {
      body.add(thrown());
      body.addAll(statements.list(1, 0));
    }
    site.scope.close();
    List<Stmt> handler = handled ? plain(statements) : List.of();
    return new Stmt.Try(body, caught, handler, last);
  }

  /** Statements that do not leave. */
  private List<Stmt> plain(Statements statements) {
    List<Stmt> body = new ArrayList<>();
    site.scope.open();
    for (int i = dice.between(1, 2); i > 0; i--) {
      body.add(statements.assigned());
    }
    site.scope.close();
    return body;
  }

  private Stmt thrown() {
    String exception = dice.percent(80) ? EXCEPTIONS.get(0) : EXCEPTIONS.get(1);
    return new Stmt.If(
        expressions.condition(2), List.of(new Stmt.Throw(exception, "thrown")), List.of());
  }
}
