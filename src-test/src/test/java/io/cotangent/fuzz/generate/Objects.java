package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.binary;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.ClassDecl;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Method;
import io.cotangent.fuzz.program.ObjectExpr;
import io.cotangent.fuzz.program.Parameter;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes objects, uses them, moves references to them. */
final class Objects {
  private final Site site;
  private final Dice dice;
  private final Expressions expressions;

  Objects(Site site, Expressions expressions) {
    this.site = site;
    this.dice = site.dice;
    this.expressions = expressions;
  }

  /** An object of a type that is in scope. */
  private Optional<Expr> existing(Type type) {
    List<Expr> choices = new ArrayList<>();
    for (Variable v : site.scope.all(v -> v.type().kind() == Kind.OBJECT)) {
      if (site.plan.isSub(site.plan.named(v.type().name()), type.name())) {
        choices.add(v.type().rank() == 0 ? v.read() : expressions.element(v));
      }
    }
    return choices.isEmpty() ? Optional.empty() : Optional.of(dice.pick(choices));
  }

  /** Some object of a type, never null. */
  Expr any(Type type, int depth) {
    Optional<Expr> old = existing(type);
    if (old.isPresent() && dice.percent(55)) {
      return old.get();
    }
    if (depth > 0 && dice.percent(20)) {
      Expr yes = any(type, depth - 1);
      return new Expr.Conditional(expressions.condition(1), yes, any(type, depth - 1));
    }
    Optional<Expr> called =
        dice.percent(15) ? expressions.call(type::equals, depth) : Optional.empty();
    return called.orElseGet(() -> fresh(type, depth));
  }

  private Expr fresh(Type type, int depth) {
    ClassDecl c = dice.pick(site.plan.concrete(type));
    List<Expr> args = new ArrayList<>();
    for (Parameter p : c.params()) {
      args.add(argument(p, depth));
    }
    return new ObjectExpr.New(c.type(), args);
  }

  /** What is passed for a parameter. */
  Expr argument(Parameter p, int depth) {
    Type type = p.type();
    if (type.kind() == Kind.OBJECT) {
      return any(type, depth - 1);
    }
    if (type.rank() == 1) {
      return expressions
          .row(type.kind(), p.length())
          .orElseGet(() -> expressions.literal(type.kind(), p.length()));
    }
    return expressions.scalar(type.kind(), Math.min(depth - 1, 1));
  }

  /** The type of some class; empty if there is none of which objects can be made. */
  Optional<Type> type() {
    List<Type> types =
        site.plan.classes().stream()
            .map(ClassDecl::type)
            .filter(t -> !site.plan.concrete(t).isEmpty())
            .toList();
    return types.isEmpty() ? Optional.empty() : Optional.of(dice.pick(types));
  }

  /** A new variable for an object or several; empty if there are no classes. */
  Optional<Stmt> declared() {
    return type().map(t -> dice.percent(20) ? several(t) : one(t));
  }

  private Stmt one(Type type) {
    Expr init = any(type, 2);
    boolean fixed = dice.percent(35);
    Variable v = Variable.scalar(type, site.scope.fresh(), true);
    site.scope.add(fixed ? v.fixed() : v);
    Stmt.Style style = fixed ? Stmt.Style.FINAL : Stmt.Style.PLAIN;
    return new Stmt.Declare(style, type, v.name(), Optional.of(init));
  }

  private Stmt several(Type type) {
    int length = dice.between(2, 3);
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      elements.add(any(type, 1));
    }
    Variable v = new Variable(type.array(), site.scope.fresh(), 0, length, false, 0).fixed();
    site.scope.add(v);
    Expr literal = new Expr.ArrayLiteral(v.type(), elements);
    return new Stmt.Declare(Stmt.Style.FINAL, v.type(), v.name(), Optional.of(literal));
  }

  /** A reference moved; empty if there is none that can be. */
  Optional<Stmt> moved() {
    List<Expr> targets = new ArrayList<>();
    for (Variable v : site.scope.all(v -> v.type().kind() == Kind.OBJECT)) {
      if (v.type().rank() > 0) {
        targets.add(expressions.element(v));
      } else if (v.assignable()) {
        targets.add(v.read());
      }
    }
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    Expr target = dice.pick(targets);
    return Optional.of(new Stmt.Do(new Expr.Assign(target, any(target.type(), 2))));
  }

  /** A call of a method of some object, with a result that is wanted. */
  Optional<Expr> invoked(Predicate<Type> wanted, int depth) {
    List<ObjectExpr.Invoke> choices = new ArrayList<>();
    for (Variable v : site.scope.all(v -> v.type().kind() == Kind.OBJECT)) {
      for (Method m : methods(v.type().name())) {
        if (wanted.test(m.result())) {
          Expr receiver = v.type().rank() == 0 ? v.read() : expressions.element(v);
          choices.add(new ObjectExpr.Invoke(m.result(), receiver, m.name(), List.of()));
        }
      }
    }
    if (choices.isEmpty()) {
      return Optional.empty();
    }
    ObjectExpr.Invoke call = dice.pick(choices);
    List<Expr> args = new ArrayList<>();
    for (Parameter p : method(call.receiver().type().name(), call.method()).params()) {
      args.add(argument(p, depth));
    }
    return Optional.of(new ObjectExpr.Invoke(call.type(), call.receiver(), call.method(), args));
  }

  private List<Method> methods(String type) {
    if (type.isEmpty()) {
      return List.of();
    }
    ClassDecl c = site.plan.named(type);
    List<Method> all = new ArrayList<>(c.methods());
    for (Method inherited : methods(c.parent())) {
      if (all.stream().noneMatch(m -> m.name().equals(inherited.name()))) {
        all.add(inherited);
      }
    }
    return all;
  }

  private Method method(String type, String name) {
    return methods(type).stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  /** Whether two references are the same, or one is of a class; empty without objects. */
  Optional<Expr> tested() {
    List<Variable> all =
        site.scope.all(v -> v.type().kind() == Kind.OBJECT && v.type().rank() == 0);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Variable v = dice.pick(all);
    List<ClassDecl> subs = site.plan.concrete(v.type());
    if (subs.size() > 1 && dice.percent(40)) {
      return Optional.of(new ObjectExpr.InstanceOf(v.read(), dice.pick(subs).type()));
    }
    if (site.plan.named(v.type().name()).form() == ClassDecl.Form.RECORD) {
      return Optional.empty();
    }
    Expr other = existing(v.type()).orElse(v.read());
    return Optional.of(binary(dice.of(BinaryOp.EQ, BinaryOp.NE), v.read(), other));
  }

  /** An object that may be null, and what is done if it is not. */
  Optional<List<Stmt>> checked(Statements statements, int depth) {
    Optional<Type> type = type();
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Variable v = Variable.scalar(type.get(), site.scope.fresh(), true);
    Expr some = any(v.type(), 1);
    Expr none = ObjectExpr.nothing(v.type());
    Expr init = new Expr.Conditional(expressions.condition(1), some, none);
    Stmt declared = new Stmt.Declare(Stmt.Style.PLAIN, v.type(), v.name(), Optional.of(init));
    site.scope.open();
    site.scope.add(v);
    List<Stmt> yes = statements.block(dice.between(1, 2), depth - 1);
    site.scope.close();
    Stmt check = new Stmt.If(binary(BinaryOp.NE, v.read(), none), yes, List.of());
    site.scope.add(Variable.scalar(Type.VOID, v.name(), false));
    return Optional.of(List.of(declared, check));
  }
}
