package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.add;
import static io.cotangent.fuzz.generate.Terms.binary;
import static io.cotangent.fuzz.generate.Terms.math;
import static io.cotangent.fuzz.generate.Terms.number;
import static io.cotangent.fuzz.generate.Terms.times;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.MathFunction;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes lists of statements. */
final class Statements {
  private final Site site;
  private final Dice dice;
  private final Expressions expressions;
  private final ArrayStatements arrays;
  private final Loops loops;
  private final Results results;

  Statements(Site site) {
    this.site = site;
    this.dice = site.dice;
    this.expressions = new Expressions(site);
    this.arrays = new ArrayStatements(site, expressions);
    this.loops = new Loops(site, expressions, this);
    this.results = new Results(site, expressions);
  }

  Expressions expressions() {
    return expressions;
  }

  Results results() {
    return results;
  }

  /** A block in a scope of its own. */
  List<Stmt> block(int count, int depth) {
    site.scope.open();
    List<Stmt> body = list(count, depth);
    site.scope.close();
    return body;
  }

  /** Statements in the scope that is open. */
  List<Stmt> list(int count, int depth) {
    List<Stmt> body = new ArrayList<>();
    for (int i = 0; i < count && site.spend(); i++) {
      append(body, depth);
    }
    return body;
  }

  private void append(List<Stmt> body, int depth) {
    int nested = depth > 0 ? 1 : 0;
    switch (dice.weighted(
        18,
        26,
        10,
        6,
        12,
        12 * nested,
        16 * nested,
        3 * nested,
        8,
        4,
        2,
        14,
        6,
        7,
        7 * nested,
        5 * nested,
        4 * nested,
        7,
        3)) {
      case 0 -> body.add(declared());
      case 1 -> body.add(assigned());
      case 2 -> body.add(arrays.declared());
      case 3 -> body.addAll(arrays.moved());
      case 4 -> body.add(stored());
      case 5 -> branch(body, depth);
      case 6 -> body.add(loops.make(body, depth - 1));
      case 7 -> body.add(new Stmt.Block(block(dice.between(1, 3), depth - 1)));
      case 8 -> body.add(exit(depth));
      case 9 -> body.add(called());
      case 10 -> body.add(guard());
      case 11 -> body.add(expressions.objects().declared().orElseGet(this::declared));
      case 12 -> body.add(expressions.objects().moved().orElseGet(this::assigned));
      case 13 -> body.add(invoked());
      case 14 -> body.add(expressions.choices().statement(this, depth));
      case 15 -> body.add(expressions.choices().attempt(this, depth));
      case 16 -> body.addAll(expressions.objects().checked(this, depth).orElseGet(List::of));
      case 17 -> body.add(expressions.closures().declared());
      default -> body.add(expressions.closures().written().orElseGet(this::assigned));
    }
  }

  /** A new scalar. */
  private Stmt declared() {
    Kind kind = kind();
    Expr init = widened(kind, expressions.scalar(kind, 3));
    boolean fixed = dice.percent(15);
    Variable v = Variable.scalar(Type.of(kind), site.scope.fresh(), !fixed);
    boolean inferred = !fixed && dice.percent(15) && init.type().equals(v.type());
    Stmt.Style style = fixed ? Stmt.Style.FINAL : inferred ? Stmt.Style.VAR : Stmt.Style.PLAIN;
    Stmt declared = new Stmt.Declare(style, v.type(), v.name(), Optional.of(init));
    site.scope.add(fixed ? v.fixed() : v);
    return declared;
  }

  /** Sometimes an int where a double stands, to be widened implicitly. */
  private Expr widened(Kind kind, Expr e) {
    boolean start = kind.isReal() && dice.percent(12);
    return start ? number(dice.between(0, 1)) : e;
  }

  private Kind kind() {
    return switch (dice.weighted(60, site.floats ? 25 : 0, 14, 5, 9)) {
      case 0 -> Kind.DOUBLE;
      case 1 -> Kind.FLOAT;
      case 2 -> Kind.INT;
      case 3 -> Kind.LONG;
      default -> Kind.BOOLEAN;
    };
  }

  /** An assignment to a scalar. */
  Stmt assigned() {
    Kind kind = kind();
    List<Variable> targets = site.scope.assignable(kind);
    if (targets.isEmpty()) {
      return stored();
    }
    return new Stmt.Do(assignment(dice.pick(targets).read()));
  }

  /** An assignment to an element. */
  private Stmt stored() {
    List<Variable> targets =
        site.scope.all(v -> v.type().rank() > 0 && v.type().kind().isNumeric());
    return targets.isEmpty()
        ? declared()
        : new Stmt.Do(assignment(expressions.element(dice.pick(targets))));
  }

  private Expr assignment(Expr target) {
    Kind kind = target.type().kind();
    if (kind == Kind.BOOLEAN) {
      Expr value = expressions.condition(2);
      return dice.percent(70)
          ? new Expr.Assign(target, value)
          : new Expr.CompoundAssign(
              dice.of(BinaryOp.AND, BinaryOp.OR, BinaryOp.XOR), target, value);
    }
    return kind.isReal() ? ofReal(target, kind) : ofInteger(target, kind);
  }

  private Expr ofReal(Expr target, Kind kind) {
    Expr value = expressions.real(kind, 3);
    return switch (dice.weighted(30, 20, 22, 10, 6, 5, 6)) {
      case 0 -> new Expr.Assign(target, value);
      case 1 -> new Expr.Assign(target, damped(target, kind, value));
      case 2 -> compound(dice.of(BinaryOp.ADD, BinaryOp.SUB), target, kind, value);
      case 3 -> new Expr.CompoundAssign(BinaryOp.MUL, target, value);
      case 4 ->
          new Expr.CompoundAssign(
              BinaryOp.DIV, target, add(math(MathFunction.ABS, value), number(kind, 1.5)));
      case 5 -> new Expr.Step(target, dice.percent(50), dice.percent(50));
      default -> chained(target, kind, value);
    };
  }

  /** {@code x += d}, for a float sometimes of a double: with an implicit cast. */
  private Expr compound(BinaryOp op, Expr target, Kind kind, Expr value) {
    boolean wider = kind == Kind.FLOAT && dice.percent(40);
    return new Expr.CompoundAssign(op, target, wider ? expressions.real(Kind.DOUBLE, 2) : value);
  }

  /** {@code x = y = value}. */
  private Expr chained(Expr target, Kind kind, Expr value) {
    List<Variable> others = site.scope.assignable(kind);
    return others.isEmpty()
        ? new Expr.Assign(target, value)
        : new Expr.Assign(target, new Expr.Assign(dice.pick(others).read(), value));
  }

  /** An update that does not let the numbers grow. */
  private static Expr damped(Expr target, Kind kind, Expr value) {
    Expr half = times(number(kind, 0.5), target);
    Expr bounded = math(MathFunction.SIN, value);
    return add(half, kind == Kind.FLOAT ? Terms.cast(Kind.FLOAT, bounded) : bounded);
  }

  private Expr ofInteger(Expr target, Kind kind) {
    Expr value = expressions.scalar(kind, 2);
    return switch (dice.weighted(30, 30, 20, 8, 8)) {
      case 0 -> new Expr.Assign(target, binary(BinaryOp.REM, value, number(kind, 7)));
      case 1 -> new Expr.Step(target, dice.percent(60), dice.percent(50));
      case 2 -> new Expr.CompoundAssign(dice.of(BinaryOp.ADD, BinaryOp.SUB), target, value);
      case 3 ->
          new Expr.CompoundAssign(
              dice.of(BinaryOp.SHL, BinaryOp.SHR, BinaryOp.AND, BinaryOp.XOR),
              target,
              number(dice.between(1, 3)));
      default ->
          new Expr.CompoundAssign(
              dice.of(BinaryOp.ADD, BinaryOp.MUL), target, expressions.real(Kind.DOUBLE, 1));
    };
  }

  private void branch(List<Stmt> body, int depth) {
    Expr condition = expressions.condition(2);
    if (dice.percent(20)) {
      split(body, condition, depth);
      return;
    }
    List<Stmt> yes = block(dice.between(1, 3), depth - 1);
    List<Stmt> no = dice.percent(55) ? block(dice.between(1, 3), depth - 1) : List.of();
    body.add(new Stmt.If(condition, yes, no));
  }

  /** A variable that both arms initialise. */
  private void split(List<Stmt> body, Expr condition, int depth) {
    Variable v = Variable.scalar(Type.DOUBLE, site.scope.fresh(), true);
    body.add(new Stmt.Declare(Stmt.Style.PLAIN, v.type(), v.name(), Optional.empty()));
    List<Stmt> yes = initialised(v, depth);
    List<Stmt> no = initialised(v, depth);
    body.add(new Stmt.If(condition, yes, no));
    site.scope.add(v);
  }

  private List<Stmt> initialised(Variable v, int depth) {
    // The name is taken, but the variable cannot be read yet.
    site.scope.open();
    site.scope.add(Variable.scalar(Type.VOID, v.name(), false));
    List<Stmt> arm = new ArrayList<>(list(dice.between(0, 2), depth - 1));
    Expr value = expressions.real(Kind.DOUBLE, 2);
    site.scope.close();
    arm.add(new Stmt.Do(new Expr.Assign(v.read(), value)));
    return arm;
  }

  /** A break, continue or return under a condition. */
  private Stmt exit(int depth) {
    if (site.loops.isEmpty() && dice.percent(60)) {
      return assigned();
    }
    Expr condition = expressions.condition(2);
    site.scope.open();
    List<Stmt> arm = new ArrayList<>(list(dice.below(2), 0));
    arm.add(leave());
    site.scope.close();
    boolean other = dice.percent(15);
    List<Stmt> rest = other ? block(1, depth - 1) : List.of();
    return other && dice.percent(50)
        ? new Stmt.If(condition, rest, arm)
        : new Stmt.If(condition, arm, rest);
  }

  private Stmt leave() {
    if (site.loops.isEmpty() || dice.percent(20)) {
      return results.returned(2);
    }
    List<String> labels = site.loops.stream().filter(l -> !l.isEmpty()).toList();
    String label = !labels.isEmpty() && dice.percent(60) ? dice.pick(labels) : "";
    return dice.percent(55) ? new Stmt.Break(label) : new Stmt.Continue(label);
  }

  /** A call for its effect. */
  private Stmt called() {
    Optional<Expr> call = expressions.call(t -> t.equals(Type.VOID), 2);
    if (call.isEmpty()) {
      call = expressions.call(t -> true, 2);
    }
    return call.<Stmt>map(Stmt.Do::new).orElseGet(this::assigned);
  }

  /** A method of an object called for its effect. */
  private Stmt invoked() {
    Optional<Expr> call = expressions.objects().invoked(t -> t.equals(Type.VOID), 2);
    if (call.isEmpty()) {
      call = expressions.objects().invoked(t -> true, 2);
    }
    return call.<Stmt>map(Stmt.Do::new).orElseGet(this::assigned);
  }

  /** A check that holds. */
  private Stmt guard() {
    Expr far = math(MathFunction.ABS, expressions.real(Kind.DOUBLE, 1));
    Expr failed = binary(BinaryOp.GT, far, number(1e7));
    return new Stmt.If(
        failed, List.of(new Stmt.Throw("IllegalStateException", "out of range")), List.of());
  }
}
