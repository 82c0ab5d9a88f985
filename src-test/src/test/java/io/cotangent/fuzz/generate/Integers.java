package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.binary;
import static io.cotangent.fuzz.generate.Terms.cast;
import static io.cotangent.fuzz.generate.Terms.math;
import static io.cotangent.fuzz.generate.Terms.number;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.MathFunction;
import io.cotangent.fuzz.program.UnaryOp;
import java.util.List;

/** Makes expressions of type int and long, and indices. */
final class Integers {
  private final Site site;
  private final Dice dice;
  private final Expressions all;

  Integers(Site site, Expressions all) {
    this.site = site;
    this.dice = site.dice;
    this.all = all;
  }

  /** An expression of exactly this type. */
  Expr make(Kind kind, int depth) {
    if (depth <= 0) {
      return leaf(kind);
    }
    return switch (dice.weighted(25, 22, 8, 6, 6, 8, 6, 5, 4, 6, 4)) {
      case 0 -> leaf(kind);
      case 1 -> binary(dice.of(BinaryOp.ADD, BinaryOp.SUB), make(kind, depth - 1), leaf(kind));
      case 2 -> binary(BinaryOp.MUL, make(kind, depth - 1), number(kind, dice.between(-2, 3)));
      case 3 -> bits(kind, depth);
      case 4 -> divided(kind, depth);
      case 5 -> binary(BinaryOp.REM, make(kind, depth - 1), number(kind, dice.between(2, 5)));
      case 6 -> cut(kind, depth);
      case 7 -> function(kind, depth);
      case 8 ->
          new Expr.Unary(
              dice.of(UnaryOp.NEGATE, UnaryOp.COMPLEMENT, UnaryOp.PLUS), make(kind, depth - 1));
      case 9 -> all.conditional(make(kind, depth - 1), make(kind, depth - 1), depth);
      default -> effect(kind, depth);
    };
  }

  private Expr leaf(Kind kind) {
    List<Variable> variables = site.scope.scalars(kind);
    if (!variables.isEmpty() && dice.percent(65)) {
      return dice.pick(variables).read();
    }
    List<Variable> arrays = site.scope.arrays(kind, 1);
    if (!arrays.isEmpty() && dice.percent(50)) {
      return all.element(dice.pick(arrays));
    }
    List<Variable> lengths = site.scope.all(v -> v.type().rank() > 0);
    if (kind == Kind.INT && !lengths.isEmpty() && dice.percent(30)) {
      return new Expr.Length(dice.pick(lengths).read());
    }
    return number(kind, dice.between(-2, 4));
  }

  private Expr bits(Kind kind, int depth) {
    if (dice.percent(50)) {
      BinaryOp shift = dice.of(BinaryOp.SHL, BinaryOp.SHR, BinaryOp.USHR);
      int by = shift == BinaryOp.SHL ? 1 : dice.between(1, 3);
      return binary(shift, make(kind, depth - 1), number(dice.of(Kind.INT, Kind.LONG), by));
    }
    BinaryOp op = dice.of(BinaryOp.AND, BinaryOp.OR, BinaryOp.XOR);
    return binary(op, make(kind, depth - 1), make(kind, depth - 1));
  }

  private Expr divided(Kind kind, int depth) {
    Expr by = number(kind, dice.of(-3, -2, 2, 3, 4));
    if (dice.percent(40)) {
      Expr low = binary(BinaryOp.AND, make(kind, depth - 1), number(kind, 3));
      by = binary(BinaryOp.ADD, low, number(kind, 1));
    }
    return binary(dice.of(BinaryOp.DIV, BinaryOp.REM), make(kind, depth - 1), by);
  }

  /** An integer made of a real number: no derivative goes through it. */
  private Expr cut(Kind kind, int depth) {
    Expr real = all.real(Kind.DOUBLE, depth - 1);
    return switch (dice.below(3)) {
      case 0 -> cast(kind, real);
      case 1 -> cast(kind, math(MathFunction.ROUND, real));
      default -> cast(kind, binary(BinaryOp.MUL, math(MathFunction.SIN, real), number(3.0)));
    };
  }

  private Expr function(Kind kind, int depth) {
    MathFunction f =
        dice.of(
            MathFunction.ABS,
            MathFunction.MAX,
            MathFunction.MIN,
            MathFunction.FLOOR_MOD,
            MathFunction.FLOOR_DIV);
    if (f == MathFunction.ABS) {
      return math(f, make(kind, depth - 1));
    }
    boolean divides = f == MathFunction.FLOOR_MOD || f == MathFunction.FLOOR_DIV;
    Expr second = divides ? number(kind, dice.of(-3, 2, 3, 4)) : make(kind, depth - 1);
    return math(f, make(kind, depth - 1), second);
  }

  private Expr effect(Kind kind, int depth) {
    List<Variable> targets = site.scope.assignable(kind);
    if (targets.isEmpty()) {
      return leaf(kind);
    }
    Expr target = dice.pick(targets).read();
    return dice.percent(60)
        ? new Expr.Step(target, dice.percent(60), dice.percent(50))
        : new Expr.Assign(target, binary(BinaryOp.REM, make(kind, depth - 1), number(kind, 5)));
  }

  /** An index of an array that has at least this length. */
  Expr index(Variable array, int length, boolean inner) {
    List<Variable> counters = site.scope.indices(length);
    if (!counters.isEmpty() && dice.percent(70)) {
      Expr counter = dice.pick(counters).read();
      return dice.percent(80) ? counter : around(counter, array, length, inner);
    }
    List<Variable> ints = site.scope.scalars(Kind.INT);
    if (!ints.isEmpty() && dice.percent(30)) {
      return math(MathFunction.FLOOR_MOD, make(Kind.INT, 1), extent(array, length, inner));
    }
    return number(dice.below(length));
  }

  /** The next element, or the one on the other side. */
  private Expr around(Expr counter, Variable array, int length, boolean inner) {
    Expr extent = extent(array, length, inner);
    if (dice.percent(50)) {
      return binary(BinaryOp.REM, binary(BinaryOp.ADD, counter, number(1)), extent);
    }
    return binary(BinaryOp.SUB, binary(BinaryOp.SUB, extent, number(1)), counter);
  }

  /** The length of an array, written in one way or another. */
  Expr extent(Variable array, int length, boolean inner) {
    if (dice.percent(40)) {
      return number(length);
    }
    Expr read = array.read();
    return new Expr.Length(inner ? new Expr.Element(read, number(0)) : read);
  }

  /** A condition on integers. */
  Expr compared(int depth) {
    Kind kind = dice.percent(80) ? Kind.INT : Kind.LONG;
    BinaryOp op =
        dice.of(BinaryOp.LT, BinaryOp.LE, BinaryOp.GT, BinaryOp.GE, BinaryOp.EQ, BinaryOp.NE);
    Expr left = varying(kind, depth - 1);
    if (dice.percent(40)) {
      Expr parity = binary(BinaryOp.REM, left, number(2));
      return binary(dice.of(BinaryOp.EQ, BinaryOp.NE), parity, number(0));
    }
    Expr right = make(dice.percent(80) ? kind : Kind.INT, depth - 1);
    return binary(op, left, right);
  }

  /** Not a literal, if that can be avoided. */
  private Expr varying(Kind kind, int depth) {
    Expr e = make(kind, depth);
    List<Variable> variables = site.scope.scalars(kind);
    return e instanceof Expr.Literal && !variables.isEmpty() ? dice.pick(variables).read() : e;
  }
}
