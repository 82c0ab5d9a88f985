package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.binary;
import static io.cotangent.fuzz.generate.Terms.number;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.ClassDecl;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Method;
import io.cotangent.fuzz.program.Parameter;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes whole methods. */
final class Methods {
  /** The parameter that bounds a recursion. */
  static final String FUEL = "fuel";

  /** No name starts with another. */
  private static final List<String> NAMES =
      List.of("a", "b", "c", "d", "m", "seed", "value", "tape", "o", "p", "q");

  private final Plan plan;
  private final Dice dice;

  Methods(Plan plan) {
    this.plan = plan;
    this.dice = plan.dice();
  }

  /** The method to differentiate. */
  Method entry(Type result, List<Method> helpers) {
    List<Parameter> params = params(dice.between(1, 4), result.equals(Type.VOID));
    return make(false, "run", result, params, helpers, plan.statements(3, 14));
  }

  /** A method for others to call. */
  Method helper(String name, List<Method> earlier) {
    Type result =
        switch (dice.weighted(
            50, plan.floats() ? 10 : 0, 8, 6, 14, 12, plan.classes().isEmpty() ? 0 : 14, 6)) {
          case 0 -> Type.DOUBLE;
          case 1 -> Type.FLOAT;
          case 2 -> Type.INT;
          case 3 -> Type.BOOLEAN;
          case 4 -> Type.VOID;
          case 5 -> new Type(Kind.DOUBLE, 1);
          case 6 -> object();
          default -> Type.UNARY;
        };
    List<Parameter> params = params(dice.between(1, 3), result.equals(Type.VOID));
    for (ClassDecl c : plan.classes()) {
      if (dice.percent(35) && !plan.concrete(c.type()).isEmpty()) {
        params.add(new Parameter(c.type(), "of" + params.size(), 0, 0));
      }
    }
    if (dice.percent(15)) {
      params.add(new Parameter(Type.UNARY, "f", 0, 0));
    }
    // Functions made of functions in a recursion have no bound.
    boolean takesFunction = params.stream().anyMatch(p -> p.type().kind() == Kind.FUNCTION);
    boolean recursive = dice.percent(25) && !takesFunction;
    if (recursive) {
      params.add(new Parameter(Type.INT, FUEL, 0, 0));
    }
    return make(dice.percent(60), name, result, params, earlier, plan.statements(1, 6));
  }

  /** A method without a body. */
  Method signature(String name, Type result) {
    List<Parameter> params = params(dice.between(0, 2), false);
    params.removeIf(p -> p.type().rank() > 1);
    return new Method(false, result, name, params, List.of());
  }

  /** A body for a method of objects. */
  Method instance(Method signature, Consumer<Site> self) {
    Site site = new Site(plan, signature.result(), List.of(), 4);
    self.accept(site);
    signature.params().forEach(p -> declare(site, p));
    Statements statements = new Statements(site);
    List<Stmt> body = new ArrayList<>(statements.list(dice.between(1, 2), 1));
    if (body.isEmpty()) {
      body.add(statements.assigned());
    }
    body.addAll(statements.results().last());
    return signature.with(body);
  }

  /** A class of which there are objects. */
  private Type object() {
    List<ClassDecl> some =
        plan.classes().stream().filter(c -> !plan.concrete(c.type()).isEmpty()).toList();
    return some.isEmpty() ? Type.DOUBLE : dice.pick(some).type();
  }

  private List<Parameter> params(int count, boolean writes) {
    List<Parameter> params = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Type type = i == 0 ? first(writes) : any();
      params.add(new Parameter(type, unused(params), plan.rows(), plan.length()));
    }
    return params;
  }

  private String unused(List<Parameter> params) {
    String name = dice.pick(NAMES);
    return params.stream().anyMatch(p -> p.name().equals(name)) ? unused(params) : name;
  }

  private Type first(boolean array) {
    int rank = array ? dice.between(1, 2) : dice.weighted(55, 35, 10);
    boolean isFloat = plan.floats() && dice.percent(35);
    return new Type(isFloat ? Kind.FLOAT : Kind.DOUBLE, rank);
  }

  private Type any() {
    return switch (dice.weighted(65, 12, 4, 5, 5)) {
      case 0 -> first(false);
      case 1 -> Type.INT;
      case 2 -> Type.LONG;
      case 3 -> Type.BOOLEAN;
      default -> new Type(Kind.INT, 1);
    };
  }

  private Method make(
      boolean isPrivate,
      String name,
      Type result,
      List<Parameter> params,
      List<Method> callable,
      int size) {
    Site site = new Site(plan, result, callable, size * 2);
    params.forEach(p -> declare(site, p));
    Statements statements = new Statements(site);
    List<Stmt> body = new ArrayList<>();
    if (params.stream().anyMatch(p -> p.name().equals(FUEL))) {
      body.add(bottom(statements));
      site.callable.add(new Method(isPrivate, result, name, params, List.of()));
    }
    body.addAll(statements.list(size, 2));
    body.addAll(statements.results().last());
    return new Method(isPrivate, result, name, params, body);
  }

  static void declare(Site site, Parameter p) {
    boolean isFuel = p.name().equals(FUEL);
    int rows = p.type().rank() == 2 ? p.rows() : 0;
    int length = p.type().rank() > 0 ? p.length() : 0;
    Variable v = new Variable(p.type(), p.name(), rows, length, !isFuel, 0);
    site.scope.add(isFuel || site.dice.percent(40) ? v.fixed() : v);
  }

  private static Stmt bottom(Statements statements) {
    Expr fuel = new Expr.Local(Type.INT, FUEL);
    Expr empty = binary(BinaryOp.LE, fuel, number(0));
    return new Stmt.If(empty, List.of(statements.results().returned(1)), List.of());
  }
}
