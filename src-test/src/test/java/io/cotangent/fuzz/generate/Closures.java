package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.number;

import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.LibraryMethod;
import io.cotangent.fuzz.program.ObjectExpr;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes functions and calls them; streams that call them. */
final class Closures {
  private final Site site;
  private final Dice dice;
  private final Expressions expressions;

  Closures(Site site, Expressions expressions) {
    this.site = site;
    this.dice = site.dice;
    this.expressions = expressions;
  }

  /** Some function. */
  Expr any(Type type, int depth) {
    List<Variable> old = site.scope.all(v -> v.type().equals(type));
    if (!old.isEmpty() && dice.percent(60)) {
      return dice.pick(old).read();
    }
    return lambda(type, depth);
  }

  private Expr lambda(Type type, int depth) {
    site.scope.enclose();
    List<String> params = new ArrayList<>();
    for (int i = type.equals(Type.UNARY) ? 1 : 2; i > 0; i--) {
      String name = site.scope.free("arg");
      site.scope.add(Variable.scalar(Type.DOUBLE, name, false).fixed());
      params.add(name);
    }
    Site inner = new Site(site, Type.DOUBLE, dice.percent(35) ? 2 : 0);
    Statements statements = new Statements(inner);
    List<Stmt> body = new ArrayList<>(statements.list(2, 1));
    body.add(new Stmt.Return(Optional.of(statements.expressions().real(Kind.DOUBLE, depth))));
    site.scope.close();
    return new ObjectExpr.Lambda(type, params, body);
  }

  /** A new variable for a function. */
  Stmt declared() {
    Type type = dice.percent(70) ? Type.UNARY : Type.BINARY;
    boolean fixed = dice.percent(60);
    Expr init = any(type, 2);
    if (dice.percent(15)) {
      init = new Expr.Conditional(expressions.condition(1), init, any(type, 2));
    }
    Variable v = Variable.scalar(type, site.scope.free(dice.of("f", "g")), true);
    site.scope.add(fixed ? v.fixed() : v);
    Stmt.Style style = fixed ? Stmt.Style.FINAL : Stmt.Style.PLAIN;
    return new Stmt.Declare(style, type, v.name(), Optional.of(init));
  }

  /** The value of a function; empty if there is none. */
  Optional<Expr> applied(int depth) {
    List<Variable> all = site.scope.all(v -> v.type().kind() == Kind.FUNCTION);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Variable f = dice.pick(all);
    List<Expr> args = new ArrayList<>();
    for (int i = f.type().equals(Type.UNARY) ? 1 : 2; i > 0; i--) {
      args.add(expressions.real(Kind.DOUBLE, depth - 1));
    }
    return Optional.of(new ObjectExpr.Apply(f.read(), args));
  }

  /** A number made of an array by a stream; empty if there is no array. */
  Optional<Expr> reduced() {
    List<Variable> arrays = site.scope.arrays(Kind.DOUBLE, 1);
    if (arrays.isEmpty()) {
      return Optional.empty();
    }
    Expr array = dice.pick(arrays).read();
    Expr bound = number(dice.of(-0.5, 0.0, 0.25));
    return Optional.of(
        dice.percent(60)
            ? library(LibraryMethod.MAP_REDUCE, Type.DOUBLE, array, any(Type.UNARY, 1), bound)
            : library(LibraryMethod.FILTER_REDUCE, Type.DOUBLE, array, bound, any(Type.UNARY, 1)));
  }

  /** An array made of another. */
  Expr mapped(Variable array) {
    return switch (dice.below(3)) {
      case 0 -> library(LibraryMethod.CLONE, array.type(), array.read());
      case 1 -> library(LibraryMethod.COPY_OF, array.type(), array.read(), number(array.length()));
      default -> library(LibraryMethod.MAP_ARRAY, array.type(), array.read(), any(Type.UNARY, 1));
    };
  }

  /** Elements of an array overwritten by the library; empty if there is no array. */
  Optional<Stmt> written() {
    List<Variable> arrays = site.scope.arrays(Kind.DOUBLE, 1);
    if (arrays.isEmpty()) {
      return Optional.empty();
    }
    Variable to = dice.pick(arrays);
    if (dice.percent(40)) {
      Expr value = expressions.real(Kind.DOUBLE, 2);
      return Optional.of(new Stmt.Do(library(LibraryMethod.FILL, Type.VOID, to.read(), value)));
    }
    Variable from = dice.pick(arrays);
    int count = dice.between(0, Math.min(from.length(), to.length()));
    int start = dice.between(0, from.length() - count);
    int end = dice.between(0, to.length() - count);
    return Optional.of(
        new Stmt.Do(
            library(
                LibraryMethod.ARRAY_COPY,
                Type.VOID,
                from.read(),
                number(start),
                to.read(),
                number(end),
                number(count))));
  }

  private static Expr library(LibraryMethod method, Type type, Expr... args) {
    return new ObjectExpr.Library(method, type, List.of(args));
  }
}
