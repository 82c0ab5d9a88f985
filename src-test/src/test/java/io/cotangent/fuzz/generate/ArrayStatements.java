package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.number;

import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes statements about array references: new arrays, aliases, rows, swaps. */
final class ArrayStatements {
  private final Site site;
  private final Dice dice;
  private final Expressions expressions;

  ArrayStatements(Site site, Expressions expressions) {
    this.site = site;
    this.dice = site.dice;
    this.expressions = expressions;
  }

  /** A new variable of array type. */
  Stmt declared() {
    Kind kind = kind();
    Variable v = dice.percent(65) || !kind.isReal() ? vector(kind) : matrix(kind);
    Expr init = v.type().rank() == 1 ? ofVector(v) : ofMatrix(v);
    Stmt.Style style =
        dice.percent(20) ? Stmt.Style.FINAL : dice.percent(12) ? Stmt.Style.VAR : Stmt.Style.PLAIN;
    Stmt declared = new Stmt.Declare(style, v.type(), v.name(), Optional.of(init));
    site.scope.add(style == Stmt.Style.FINAL ? v.fixed() : v);
    return declared;
  }

  private Kind kind() {
    return switch (dice.weighted(75, site.floats ? 25 : 0, 10)) {
      case 0 -> Kind.DOUBLE;
      case 1 -> Kind.FLOAT;
      default -> Kind.INT;
    };
  }

  private Variable vector(Kind kind) {
    int length = dice.percent(70) ? site.length : dice.between(1, 4);
    return new Variable(new Type(kind, 1), site.scope.fresh(), 0, length, true, 0);
  }

  private Variable matrix(Kind kind) {
    return new Variable(new Type(kind, 2), site.scope.fresh(), site.rows, site.length, true, 0);
  }

  private Expr ofVector(Variable v) {
    Kind kind = v.type().kind();
    return switch (dice.weighted(25, 30, 35, 15, kind == Kind.DOUBLE ? 18 : 0)) {
      case 0 -> new Expr.NewArray(v.type(), List.of(extent(v.length())));
      case 1 -> literal(kind, v.length());
      case 2 -> expressions.row(kind, v.length()).orElseGet(() -> literal(kind, v.length()));
      case 3 -> chosen(kind, v.length());
      default -> made(v);
    };
  }

  /** A copy, or what a function makes of the elements. */
  private Expr made(Variable v) {
    List<Variable> same =
        site.scope.all(w -> w.type().equals(v.type()) && w.length() == v.length());
    return same.isEmpty()
        ? literal(v.type().kind(), v.length())
        : expressions.closures().mapped(dice.pick(same));
  }

  /** One of two arrays, by a condition. */
  private Expr chosen(Kind kind, int length) {
    Optional<Expr> yes = expressions.row(kind, length);
    Optional<Expr> no = expressions.row(kind, length);
    if (yes.isEmpty() || no.isEmpty()) {
      return literal(kind, length);
    }
    return new Expr.Conditional(expressions.condition(1), yes.get(), no.get());
  }

  private Expr extent(int length) {
    List<Variable> same = site.scope.all(v -> v.type().rank() == 1 && v.length() == length);
    return same.isEmpty() || dice.percent(50)
        ? number(length)
        : new Expr.Length(dice.pick(same).read());
  }

  private Expr literal(Kind kind, int length) {
    return expressions.literal(kind, length);
  }

  private Expr ofMatrix(Variable v) {
    List<Variable> others = site.scope.all(v::sameShape);
    if (!others.isEmpty() && dice.percent(35)) {
      return dice.pick(others).read();
    }
    if (dice.percent(45)) {
      return new Expr.NewArray(v.type(), List.of(number(v.rows()), extent(v.length())));
    }
    return matrixLiteral(v.type().kind(), v.rows(), v.length());
  }

  /** A literal of rows: new ones or those of other arrays. */
  Expr matrixLiteral(Kind kind, int rows, int length) {
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Optional<Expr> row = dice.percent(40) ? expressions.row(kind, length) : Optional.empty();
      elements.add(row.orElseGet(() -> literal(kind, length)));
    }
    return new Expr.ArrayLiteral(new Type(kind, 2), elements);
  }

  /** References moved: an alias, a swap of variables, of rows or of elements. */
  List<Stmt> moved() {
    List<Variable> arrays = site.scope.all(v -> v.type().rank() > 0 && v.type().kind().isNumeric());
    if (arrays.isEmpty()) {
      return List.of(declared());
    }
    Variable v = dice.pick(arrays);
    List<Variable> same = site.scope.all(w -> w != v && w.assignable() && w.sameShape(v));
    return switch (dice.below(v.type().rank() == 2 ? 4 : 3)) {
      case 0 -> v.assignable() ? List.of(alias(v)) : List.of(declared());
      case 1 ->
          v.assignable() && !same.isEmpty()
              ? swap(v.type(), v.read(), dice.pick(same).read())
              : List.of(declared());
      case 2 -> {
        Expr left = expressions.element(v);
        yield swap(left.type(), left, expressions.element(v));
      }
      default -> rows(v);
    };
  }

  private Stmt alias(Variable v) {
    Expr value = v.type().rank() == 1 ? ofVector(v) : ofMatrix(v);
    return new Stmt.Do(new Expr.Assign(v.read(), value));
  }

  private List<Stmt> rows(Variable v) {
    Expr row = row(v);
    if (dice.percent(50)) {
      return swap(row.type(), row, row(v));
    }
    Expr other = expressions.row(v.type().kind(), v.length()).orElse(row);
    return List.of(new Stmt.Do(new Expr.Assign(row, other)));
  }

  private Expr row(Variable v) {
    return new Expr.Element(v.read(), expressions.integers().index(v, v.rows(), false));
  }

  private List<Stmt> swap(Type type, Expr left, Expr right) {
    Expr.Local kept = new Expr.Local(type, site.scope.free("swap"));
    site.scope.add(Variable.scalar(Type.VOID, kept.name(), false));
    return List.of(
        new Stmt.Declare(Stmt.Style.PLAIN, type, kept.name(), Optional.of(left)),
        new Stmt.Do(new Expr.Assign(left, right)),
        new Stmt.Do(new Expr.Assign(right, kept)));
  }
}
