package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.add;
import static io.cotangent.fuzz.generate.Terms.binary;
import static io.cotangent.fuzz.generate.Terms.cast;
import static io.cotangent.fuzz.generate.Terms.math;
import static io.cotangent.fuzz.generate.Terms.number;
import static io.cotangent.fuzz.generate.Terms.times;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.MathFunction;
import io.cotangent.fuzz.program.Type;
import io.cotangent.fuzz.program.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes expressions of type double and float. */
final class Reals {
  private static final List<Double> NUMBERS =
      List.of(0.5, 0.25, 1.5, 2.0, -0.75, 0.1, 0.3, -1.0, 1.0, 3.0, 0.0, 0.7);

  private final Site site;
  private final Dice dice;
  private final Expressions all;
  private final Functions functions;

  Reals(Site site, Expressions all) {
    this.site = site;
    this.dice = site.dice;
    this.all = all;
    this.functions = new Functions(site, all);
  }

  /** An expression of exactly this type. */
  Expr make(Kind kind, int depth) {
    if (depth <= 0) {
      return leaf(kind);
    }
    return switch (dice.weighted(16, 22, 20, 8, 5, 16, 7, 5, 7, 6, 3, 4, 7, 5, 3, 2)) {
      case 0 -> leaf(kind);
      case 1 -> sum(kind, depth);
      case 2 -> times(operand(kind, depth), make(kind, depth - 1));
      case 3 -> binary(BinaryOp.DIV, operand(kind, depth), away(kind, make(kind, depth - 1)));
      case 4 -> new Expr.Unary(negation(), make(kind, depth - 1));
      case 5 -> functions.make(kind, depth);
      case 6 -> all.conditional(make(kind, depth - 1), make(kind, depth - 1), depth);
      case 7 -> converted(kind, depth);
      case 8 -> all.call(t -> t.equals(Type.of(kind)), depth).orElseGet(() -> leaf(kind));
      case 9 -> effect(kind, depth);
      case 10 -> binary(BinaryOp.REM, make(kind, depth - 1), away(kind, make(kind, depth - 1)));
      case 11 -> integral(kind, depth);
      case 12 ->
          all.objects().invoked(t -> t.equals(Type.of(kind)), depth).orElseGet(() -> leaf(kind));
      case 13 -> ofDouble(kind, all.closures().applied(depth));
      case 14 -> all.choices().expression(kind, depth);
      default -> ofDouble(kind, all.closures().reduced());
    };
  }

  private Expr ofDouble(Kind kind, Optional<Expr> e) {
    return kind == Kind.DOUBLE ? e.orElseGet(() -> leaf(kind)) : leaf(kind);
  }

  private UnaryOp negation() {
    return dice.percent(80) ? UnaryOp.NEGATE : UnaryOp.PLUS;
  }

  private Expr sum(Kind kind, int depth) {
    BinaryOp op = dice.percent(65) ? BinaryOp.ADD : BinaryOp.SUB;
    return dice.percent(50)
        ? binary(op, operand(kind, depth), make(kind, depth - 1))
        : binary(op, make(kind, depth - 1), operand(kind, depth));
  }

  /** An operand beside one of this type: of the same type or a narrower one. */
  private Expr operand(Kind kind, int depth) {
    if (dice.percent(12)) {
      return all.integers().make(dice.percent(80) ? Kind.INT : Kind.LONG, Math.min(1, depth - 1));
    }
    boolean narrower = kind == Kind.DOUBLE && site.floats && dice.percent(25);
    return make(narrower ? Kind.FLOAT : kind, depth - 1);
  }

  /** Something that is never near zero, made of something. */
  Expr away(Kind kind, Expr e) {
    if (kind == Kind.DOUBLE && dice.percent(60)) {
      return add(number(2.5), math(dice.of(MathFunction.SIN, MathFunction.COS), e));
    }
    return dice.percent(50)
        ? add(math(MathFunction.ABS, e), number(kind, 1.25))
        : add(number(kind, 1.5), times(leaf(kind), number(kind, 0.25)));
  }

  Expr leaf(Kind kind) {
    List<Expr> choices = new ArrayList<>();
    site.scope.scalars(kind).forEach(v -> choices.add(v.read()));
    if (dice.percent(50)) {
      site.scope.arrays(kind, 1).forEach(v -> choices.add(all.element(v)));
      site.scope.arrays(kind, 2).forEach(v -> choices.add(all.element(v)));
    }
    return choices.isEmpty() || dice.percent(12)
        ? number(kind, dice.pick(NUMBERS))
        : dice.pick(choices);
  }

  private Expr converted(Kind kind, int depth) {
    if (kind == Kind.FLOAT) {
      return cast(Kind.FLOAT, make(Kind.DOUBLE, depth - 1));
    }
    Expr inner = make(site.floats ? Kind.FLOAT : Kind.DOUBLE, depth - 1);
    return site.floats && dice.percent(50) ? widened(inner) : cast(Kind.DOUBLE, inner);
  }

  private static Expr widened(Expr e) {
    return times(number(1.0), e);
  }

  private Expr integral(Kind kind, int depth) {
    Expr whole = all.integers().make(dice.percent(75) ? Kind.INT : Kind.LONG, depth - 1);
    return dice.percent(50) ? cast(kind, whole) : times(whole, number(kind, 0.25));
  }

  /** An assignment or step inside an expression. */
  private Expr effect(Kind kind, int depth) {
    List<Expr> targets = targets(kind);
    if (targets.isEmpty()) {
      return leaf(kind);
    }
    Expr target = dice.pick(targets);
    return switch (dice.below(3)) {
      case 0 -> new Expr.Step(target, dice.percent(50), dice.percent(50));
      case 1 -> new Expr.Assign(target, make(kind, depth - 1));
      default ->
          new Expr.CompoundAssign(
              dice.of(BinaryOp.ADD, BinaryOp.SUB, BinaryOp.MUL), target, make(kind, depth - 1));
    };
  }

  /** What of this type can be assigned to. */
  List<Expr> targets(Kind kind) {
    List<Expr> targets = new ArrayList<>();
    site.scope.assignable(kind).forEach(v -> targets.add(v.read()));
    site.scope.arrays(kind, 1).forEach(v -> targets.add(all.element(v)));
    site.scope.arrays(kind, 2).forEach(v -> targets.add(all.element(v)));
    return targets;
  }

  /** A condition on reals. */
  Expr compared(int depth) {
    BinaryOp op =
        dice.percent(95)
            ? dice.of(BinaryOp.LT, BinaryOp.LE, BinaryOp.GT, BinaryOp.GE)
            : dice.of(BinaryOp.EQ, BinaryOp.NE);
    Kind kind = site.floats && dice.percent(40) ? Kind.FLOAT : Kind.DOUBLE;
    Expr right = dice.percent(50) ? number(kind, dice.pick(NUMBERS)) : make(kind, depth - 1);
    Expr left = make(kind, depth - 1);
    List<Variable> variables = site.scope.scalars(kind);
    boolean varies = !(left instanceof Expr.Literal) || variables.isEmpty();
    return binary(op, varies ? left : dice.pick(variables).read(), right);
  }
}
