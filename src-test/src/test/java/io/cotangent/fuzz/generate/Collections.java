package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.LibraryMethod;
import io.cotangent.fuzz.program.ObjectExpr;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes lists, queues and maps of doubles, changes them and reads them. */
final class Collections {
  private final Site site;
  private final Dice dice;
  private final Expressions expressions;

  Collections(Site site, Expressions expressions) {
    this.site = site;
    this.dice = site.dice;
    this.expressions = expressions;
  }

  /** A new variable for a collection, or for one there is, and what it starts with. */
  List<Stmt> declared() {
    Type type = dice.of(Type.LIST, Type.LIST, Type.DEQUE, Type.MAP);
    List<Variable> same = site.scope.all(v -> v.type().equals(type));
    boolean isAlias = !same.isEmpty() && dice.percent(20);
    Expr init = isAlias ? dice.pick(same).read() : library(creator(type), type);
    Variable v = Variable.scalar(type, site.scope.free(dice.of("all", "some")), false).fixed();
    List<Stmt> made = new ArrayList<>();
    made.add(new Stmt.Declare(Stmt.Style.FINAL, type, v.name(), Optional.of(init)));
    for (int i = isAlias ? 0 : dice.between(1, 3); i > 0; i--) {
      made.add(new Stmt.Do(grown(v)));
    }
    site.scope.add(v);
    return made;
  }

  private static LibraryMethod creator(Type type) {
    if (type.equals(Type.MAP)) {
      return LibraryMethod.NEW_MAP;
    }
    return type.equals(Type.LIST) ? LibraryMethod.NEW_LIST : LibraryMethod.NEW_DEQUE;
  }

  private Expr grown(Variable v) {
    if (v.type().equals(Type.MAP)) {
      LibraryMethod method = dice.of(LibraryMethod.PUT, LibraryMethod.MERGE);
      return library(method, Type.VOID, v.read(), key(), value());
    }
    if (v.type().equals(Type.DEQUE)) {
      LibraryMethod method = dice.of(LibraryMethod.ADD_FIRST, LibraryMethod.ADD_LAST);
      return library(method, Type.VOID, v.read(), value());
    }
    return dice.percent(25)
        ? library(LibraryMethod.INSERT, Type.VOID, v.read(), key(), value())
        : library(LibraryMethod.ADD, Type.VOID, v.read(), value());
  }

  private Expr key() {
    return dice.percent(50) ? Terms.number(dice.between(0, 2)) : expressions.scalar(Kind.INT, 1);
  }

  private Expr value() {
    return expressions.real(Kind.DOUBLE, 2);
  }

  private List<Variable> all() {
    return site.scope.all(v -> v.type().kind() == Kind.COLLECTION);
  }

  /** A change of some collection; empty if there is none. */
  Optional<Stmt> changed() {
    List<Variable> all = all();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Variable v = dice.pick(all);
    boolean grows = v.type().equals(Type.MAP) || dice.percent(40);
    return Optional.of(new Stmt.Do(grows ? grown(v) : replaced(v)));
  }

  private Expr replaced(Variable v) {
    if (v.type().equals(Type.DEQUE)) {
      LibraryMethod method = dice.of(LibraryMethod.POLL_FIRST, LibraryMethod.POLL_LAST);
      return library(method, Type.DOUBLE, v.read());
    }
    List<Variable> functions = site.scope.all(f -> f.type().equals(Type.UNARY));
    if (!functions.isEmpty() && dice.percent(20)) {
      Expr function = dice.pick(functions).read();
      return library(LibraryMethod.REPLACE_ALL, Type.VOID, v.read(), function);
    }
    return dice.percent(75)
        ? library(LibraryMethod.SET, Type.DOUBLE, v.read(), key(), value())
        : library(LibraryMethod.REMOVE, Type.DOUBLE, v.read(), key());
  }

  /** A number out of some collection; empty if there is none. */
  Optional<Expr> read() {
    List<Variable> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(read(dice.pick(all)));
  }

  private Expr read(Variable v) {
    Expr read = v.read();
    if (v.type().equals(Type.MAP)) {
      return dice.percent(70)
          ? library(
              LibraryMethod.GET_OR, Type.DOUBLE, read, key(), expressions.real(Kind.DOUBLE, 1))
          : library(LibraryMethod.FOLD_VALUES, Type.DOUBLE, read, Terms.number(0.5));
    }
    if (v.type().equals(Type.DEQUE)) {
      return dice.percent(60) ? library(LibraryMethod.PEEK_LAST, Type.DOUBLE, read) : replaced(v);
    }
    return switch (dice.weighted(60, 20, 20)) {
      case 0 -> library(LibraryMethod.GET, Type.DOUBLE, read, key());
      case 1 -> library(LibraryMethod.FOLD, Type.DOUBLE, read, Terms.number(0.5));
      default -> library(LibraryMethod.SET, Type.DOUBLE, read, key(), value());
    };
  }

  /** A number out of each collection, made of nothing else. */
  List<Expr> elements() {
    return all().stream().map(this::element).toList();
  }

  private Expr element(Variable v) {
    if (v.type().equals(Type.DEQUE)) {
      return library(LibraryMethod.PEEK_LAST, Type.DOUBLE, v.read());
    }
    Expr index = Terms.number(dice.between(0, 2));
    return v.type().equals(Type.MAP)
        ? library(LibraryMethod.GET_OR, Type.DOUBLE, v.read(), index, Terms.number(0.25))
        : library(LibraryMethod.GET, Type.DOUBLE, v.read(), index);
  }

  /** Numbers made of all there is in collections, of each with some probability. */
  List<Expr> totals() {
    List<Expr> totals = new ArrayList<>();
    for (Variable v : all()) {
      if (dice.percent(70)) {
        LibraryMethod fold =
            v.type().equals(Type.MAP) ? LibraryMethod.FOLD_VALUES : LibraryMethod.FOLD;
        totals.add(
            v.type().equals(Type.DEQUE)
                ? library(LibraryMethod.PEEK_LAST, Type.DOUBLE, v.read())
                : library(fold, Type.DOUBLE, v.read(), Terms.number(0.5)));
      }
    }
    return totals;
  }

  /** How many there are in some collection; empty if there is none. */
  Optional<Expr> size() {
    List<Variable> all = all();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(library(LibraryMethod.SIZE, Type.INT, dice.pick(all).read()));
  }

  /** A list or queue to go through; empty if there is none. */
  Optional<Variable> sequence() {
    List<Variable> all = site.scope.all(v -> isSequence(v.type()));
    return all.isEmpty() ? Optional.empty() : Optional.of(dice.pick(all));
  }

  private static boolean isSequence(Type type) {
    return type.equals(Type.LIST) || type.equals(Type.DEQUE);
  }

  private static Expr library(LibraryMethod method, Type type, Expr... args) {
    return new ObjectExpr.Library(method, type, List.of(args));
  }
}
