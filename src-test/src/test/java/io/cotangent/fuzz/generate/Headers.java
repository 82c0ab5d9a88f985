package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.binary;
import static io.cotangent.fuzz.generate.Terms.number;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.List;
import java.util.Optional;

/** Makes headers of for loops: the usual ones and odd ones. */
final class Headers {
  private final Site site;
  private final Dice dice;
  private final Expressions expressions;

  Headers(Site site, Expressions expressions) {
    this.site = site;
    this.dice = site.dice;
    this.expressions = expressions;
  }

  /**
   * The parts of a loop.
   *
   * @param first what the body starts with
   */
  record Header(
      Expr counter,
      List<Stmt.Declare> inits,
      Optional<Expr> condition,
      List<Expr> updates,
      List<Stmt> first) {}

  /** A header whose counters are in scope. */
  Header make() {
    return switch (dice.weighted(40, 10, 14, 10, 5, 6, 5, 6, 4, 5)) {
      case 0 -> upwards(dice.of(BinaryOp.LT, BinaryOp.LT, BinaryOp.NE));
      case 1 -> atMost();
      case 2 -> downwards();
      case 3 -> wide();
      case 4 -> real();
      case 5 -> two();
      case 6 -> open();
      case 7 -> effect();
      case 8 -> doubling();
      default -> bounded();
    };
  }

  private Variable counter(Type type, int below) {
    return site.scope.add(Variable.counter(type, site.scope.free(dice.of("i", "j", "k")), below));
  }

  private static Stmt.Declare declare(Variable v, Expr init) {
    return new Stmt.Declare(Stmt.Style.PLAIN, v.type(), v.name(), Optional.of(init));
  }

  private Header simple(Variable v, Expr from, Expr condition, Expr update) {
    return new Header(
        v.read(), List.of(declare(v, from)), Optional.of(condition), List.of(update), List.of());
  }

  private Expr increment(Variable v) {
    return switch (dice.weighted(70, 20, 10)) {
      case 0 -> new Expr.Step(v.read(), true, dice.percent(30));
      case 1 -> new Expr.CompoundAssign(BinaryOp.ADD, v.read(), number(1));
      default -> new Expr.Assign(v.read(), binary(BinaryOp.ADD, v.read(), number(1)));
    };
  }

  private int extent() {
    return switch (dice.weighted(50, 25, 25)) {
      case 0 -> site.length;
      case 1 -> site.rows;
      default -> dice.between(0, 5);
    };
  }

  /** The number, or the length of an array that has it. */
  private Expr written(int extent) {
    List<Variable> same = site.scope.all(v -> v.type().rank() == 1 && v.length() == extent);
    return same.isEmpty() || dice.percent(35)
        ? number(extent)
        : new Expr.Length(dice.pick(same).read());
  }

  private Header upwards(BinaryOp op) {
    int extent = extent();
    Expr bound = written(extent);
    Variable v = counter(Type.INT, extent);
    int from = op == BinaryOp.NE || extent < 2 ? 0 : dice.weighted(80, 15, 5);
    return simple(v, number(from), binary(op, v.read(), bound), increment(v));
  }

  private Header atMost() {
    int last = dice.between(0, site.length);
    Variable v = counter(Type.INT, last + 1);
    Expr condition =
        dice.percent(70)
            ? binary(BinaryOp.LE, v.read(), number(last))
            : binary(BinaryOp.GE, number(last), v.read());
    return simple(v, number(dice.below(2)), condition, increment(v));
  }

  private Header downwards() {
    int extent = Math.max(1, extent());
    Expr from = binary(BinaryOp.SUB, written(extent), number(1));
    Variable v = counter(Type.INT, extent);
    Expr condition =
        dice.percent(70)
            ? binary(BinaryOp.GE, v.read(), number(dice.below(2)))
            : binary(BinaryOp.GT, v.read(), number(dice.between(-1, 0)));
    int by = dice.weighted(0, 75, 25);
    Expr update =
        by == 1
            ? new Expr.Step(v.read(), false, dice.percent(30))
            : new Expr.CompoundAssign(BinaryOp.SUB, v.read(), number(by));
    return simple(v, from, condition, update);
  }

  /** Steps above one; an int or long counter. */
  private Header wide() {
    int extent = dice.between(2, 6);
    Variable v = counter(dice.percent(70) ? Type.INT : Type.LONG, extent);
    Expr condition = binary(dice.of(BinaryOp.LT, BinaryOp.LE), v.read(), number(extent - 1));
    Expr update = new Expr.CompoundAssign(BinaryOp.ADD, v.read(), number(dice.between(2, 3)));
    return simple(v, number(dice.below(2)), condition, update);
  }

  /** A counter of type double. */
  private Header real() {
    Variable v = counter(Type.DOUBLE, 0);
    Expr condition = binary(dice.of(BinaryOp.LT, BinaryOp.LE), v.read(), number(1.0));
    Expr update = new Expr.CompoundAssign(BinaryOp.ADD, v.read(), number(dice.of(0.25, 0.3, 0.5)));
    return simple(v, number(dice.below(2)), condition, update);
  }

  /** Two counters. */
  private Header two() {
    int extent = Math.max(2, extent());
    Variable low = counter(Type.INT, extent);
    Variable high = counter(Type.INT, extent);
    Expr condition =
        binary(dice.of(BinaryOp.LT, BinaryOp.LE, BinaryOp.NE), low.read(), high.read());
    if (((Expr.Binary) condition).op() == BinaryOp.NE && extent % 2 == 0) {
      condition = binary(BinaryOp.LT, low.read(), high.read());
    }
    return new Header(
        low.read(),
        List.of(declare(low, number(0)), declare(high, number(extent - 1))),
        Optional.of(condition),
        List.of(increment(low), new Expr.Step(high.read(), false, false)),
        List.of());
  }

  /** No condition; left by a break. */
  private Header open() {
    int extent = Math.max(1, extent());
    Variable v = counter(Type.INT, extent);
    Expr done = binary(BinaryOp.GE, v.read(), number(extent));
    Stmt leave = new Stmt.If(done, List.of(new Stmt.Break("")), List.of());
    return new Header(
        v.read(),
        List.of(declare(v, number(0))),
        Optional.empty(),
        List.of(increment(v)),
        List.of(leave));
  }

  /** The condition steps; there may be no update. */
  private Header effect() {
    int extent = Math.max(1, extent());
    Variable v = counter(Type.INT, extent + 1);
    Expr step = new Expr.Step(v.read(), true, false);
    Expr condition = binary(BinaryOp.LT, step, number(extent));
    List<Variable> reals = site.scope.assignable(Kind.DOUBLE);
    List<Expr> updates =
        reals.isEmpty() || dice.percent(50)
            ? List.of()
            : List.of(new Expr.CompoundAssign(BinaryOp.MUL, dice.pick(reals).read(), number(0.75)));
    return new Header(
        v.read(), List.of(declare(v, number(0))), Optional.of(condition), updates, List.of());
  }

  private Header doubling() {
    Variable v = counter(Type.INT, 9);
    Expr condition = binary(BinaryOp.LE, v.read(), number(dice.between(4, 8)));
    Expr update =
        dice.percent(50)
            ? new Expr.CompoundAssign(BinaryOp.MUL, v.read(), number(2))
            : new Expr.CompoundAssign(BinaryOp.SHL, v.read(), number(1));
    return simple(v, number(1), condition, update);
  }

  /** A counter and another condition. */
  private Header bounded() {
    int extent = Math.max(1, extent());
    Variable v = counter(Type.INT, extent);
    Expr inside = binary(BinaryOp.LT, v.read(), number(extent));
    Expr condition = binary(BinaryOp.AND_THEN, inside, expressions.condition(2));
    return simple(v, number(0), condition, increment(v));
  }
}
