package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.binary;
import static io.cotangent.fuzz.generate.Terms.number;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes loops of every kind. */
final class Loops {
  private final Site site;
  private final Dice dice;
  private final Expressions expressions;
  private final Statements statements;
  private final Headers headers;

  Loops(Site site, Expressions expressions, Statements statements) {
    this.site = site;
    this.dice = site.dice;
    this.expressions = expressions;
    this.statements = statements;
    this.headers = new Headers(site, expressions);
  }

  /**
   * A loop.
   *
   * @param before where what it needs is declared
   */
  Stmt make(List<Stmt> before, int depth) {
    return switch (dice.weighted(52, 14, 12, 14)) {
      case 0 -> counted(depth);
      case 1 -> whileLoop(before, depth);
      case 2 -> doWhile(before, depth);
      default -> forEach(depth);
    };
  }

  private List<Stmt> body(String label, int depth) {
    site.loops.push(label);
    List<Stmt> body = new ArrayList<>(statements.block(dice.between(1, 4), depth));
    site.loops.pop();
    return body;
  }

  private Stmt counted(int depth) {
    String label = site.label();
    site.scope.open();
    Headers.Header header = headers.make();
    List<Stmt> body = new ArrayList<>(header.first());
    body.addAll(body(label, depth));
    if (dice.percent(6)) {
      body.add(skipped(header.counter()));
    }
    site.scope.close();
    return new Stmt.For(label, header.inits(), header.condition(), header.updates(), body);
  }

  /** The counter changed by the body, upwards. */
  private Stmt skipped(Expr counter) {
    Stmt step = new Stmt.Do(new Expr.Step(counter, true, false));
    return new Stmt.If(expressions.condition(1), List.of(step), List.of());
  }

  private Expr declareCounter(List<Stmt> before, int from) {
    Variable counter = Variable.counter(Type.INT, site.scope.free(dice.of("k", "n", "step")), 0);
    before.add(
        new Stmt.Declare(Stmt.Style.PLAIN, Type.INT, counter.name(), Optional.of(number(from))));
    site.scope.add(counter);
    return counter.read();
  }

  /**
   * {@code k++ < n}, {@code k-- > 0}, {@code ++k <= n}: a condition that ends and has an effect.
   */
  private Expr ending(Expr counter, int trips, boolean up) {
    boolean prefix = dice.percent(40);
    Expr step = new Expr.Step(counter, up, prefix);
    return up
        ? binary(prefix ? BinaryOp.LE : BinaryOp.LT, step, number(trips))
        : binary(prefix ? BinaryOp.GE : BinaryOp.GT, step, number(0));
  }

  private Expr condition(List<Stmt> before) {
    int trips = dice.between(1, 4);
    boolean up = dice.percent(65);
    Expr ending = ending(declareCounter(before, up ? 0 : trips), trips, up);
    if (dice.percent(50)) {
      return ending;
    }
    // The counter first: it moves whatever the other condition says.
    return binary(BinaryOp.AND_THEN, ending, expressions.condition(2));
  }

  private Stmt whileLoop(List<Stmt> before, int depth) {
    String label = site.label();
    Expr condition = condition(before);
    return new Stmt.While(label, condition, body(label, depth));
  }

  private Stmt doWhile(List<Stmt> before, int depth) {
    String label = site.label();
    Expr condition = condition(before);
    return new Stmt.DoWhile(label, body(label, depth), condition);
  }

  private Variable each(Type type, String name, int length, boolean ofObject) {
    Variable v = new Variable(type, name, 0, length, dice.percent(50), 0);
    return ofObject || !v.assignable() ? v.fixed() : v;
  }

  private Stmt forEach(int depth) {
    List<Variable> arrays = site.scope.all(v -> v.type().rank() > 0);
    if (arrays.isEmpty()) {
      return counted(depth);
    }
    Variable array = dice.pick(arrays);
    Expr over = array.read();
    boolean ofObjects = array.type().kind() == Kind.OBJECT;
    Type element = array.type().element();
    if (array.type().rank() == 2 && dice.percent(40)) {
      over = new Expr.Element(over, expressions.integers().index(array, array.rows(), false));
      element = element.element();
    }
    boolean widened = element.equals(Type.FLOAT) || element.equals(Type.INT);
    Type type = widened && dice.percent(25) ? Type.of(Kind.DOUBLE) : element;
    String label = site.label();
    site.scope.open();
    String name = site.scope.free(dice.of("each", "row", "e"));
    int length = element.rank() > 0 ? array.length() : 0;
    site.scope.add(each(type, name, length, ofObjects));
    List<Stmt> body = body(label, depth);
    site.scope.close();
    return new Stmt.ForEach(label, type, name, over, body);
  }
}
