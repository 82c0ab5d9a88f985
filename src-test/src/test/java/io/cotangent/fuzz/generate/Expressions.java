package io.cotangent.fuzz.generate;

import static io.cotangent.fuzz.generate.Terms.binary;
import static io.cotangent.fuzz.generate.Terms.math;
import static io.cotangent.fuzz.generate.Terms.number;

import io.cotangent.fuzz.program.BinaryOp;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.MathFunction;
import io.cotangent.fuzz.program.Method;
import io.cotangent.fuzz.program.Parameter;
import io.cotangent.fuzz.program.Type;
import io.cotangent.fuzz.program.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes expressions of every type from what is in scope. */
final class Expressions {
  private final Site site;
  private final Dice dice;
  private final Integers integers;
  private final Reals reals;
  private final Objects objects;
  private final Closures closures;
  private final Choices choices;

  Expressions(Site site) {
    this.site = site;
    this.dice = site.dice;
    this.integers = new Integers(site, this);
    this.reals = new Reals(site, this);
    this.objects = new Objects(site, this);
    this.closures = new Closures(site, this);
    this.choices = new Choices(site, this);
  }

  Integers integers() {
    return integers;
  }

  Objects objects() {
    return objects;
  }

  Closures closures() {
    return closures;
  }

  Choices choices() {
    return choices;
  }

  /** An expression that has an effect. */
  Expr effect(Kind kind) {
    List<Expr> targets = reals.targets(kind);
    return targets.isEmpty()
        ? math(MathFunction.SIN, real(kind, 0))
        : new Expr.CompoundAssign(BinaryOp.ADD, dice.pick(targets), real(kind, 1));
  }

  /** An array literal. */
  Expr literal(Kind kind, int length) {
    List<Expr> elements = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      elements.add(scalar(kind, 1));
    }
    return new Expr.ArrayLiteral(new Type(kind, 1), elements);
  }

  /** An expression of exactly this real type. */
  Expr real(Kind kind, int depth) {
    return reals.make(kind, depth);
  }

  /** An expression that can be assigned to a scalar of this type. */
  Expr scalar(Kind kind, int depth) {
    return switch (kind) {
      case BOOLEAN -> condition(depth);
      case INT, LONG -> integers.make(kind, depth);
      default -> real(kind, depth);
    };
  }

  /** A boolean expression. */
  Expr condition(int depth) {
    List<Variable> flags = site.scope.scalars(Kind.BOOLEAN);
    if (!flags.isEmpty() && dice.percent(15)) {
      return dice.pick(flags).read();
    }
    if (depth <= 0) {
      return dice.percent(50) ? reals.compared(0) : integers.compared(0);
    }
    // Without an integer to compare, conditions would be constant.
    boolean hasIntegers = !site.scope.scalars(Kind.INT).isEmpty();
    return switch (dice.weighted(40, hasIntegers ? 25 : 3, 6, 18, 5, 6, 6)) {
      case 0 -> reals.compared(depth);
      case 1 -> integers.compared(depth);
      case 2 -> new Expr.Unary(UnaryOp.NOT, condition(depth - 1));
      case 3 -> binary(shortCircuit(), condition(depth - 1), condition(depth - 1));
      case 4 ->
          binary(
              dice.of(BinaryOp.AND, BinaryOp.OR, BinaryOp.XOR, BinaryOp.EQ),
              condition(depth - 1),
              condition(depth - 1));
      case 5 -> conditional(condition(depth - 1), condition(depth - 1), depth);
      default -> objects.tested().orElseGet(() -> reals.compared(depth));
    };
  }

  private BinaryOp shortCircuit() {
    return dice.of(BinaryOp.AND_THEN, BinaryOp.OR_ELSE);
  }

  Expr conditional(Expr yes, Expr no, int depth) {
    return new Expr.Conditional(condition(depth - 1), yes, no);
  }

  /** An element of an array or matrix. */
  Expr element(Variable array) {
    Expr outer = array.read();
    if (array.type().rank() == 1) {
      return new Expr.Element(outer, integers.index(array, array.length(), false));
    }
    Expr row = new Expr.Element(outer, integers.index(array, array.rows(), false));
    return new Expr.Element(row, integers.index(array, array.length(), true));
  }

  /** A row of a matrix, or an array of that length. */
  Optional<Expr> row(Kind kind, int length) {
    List<Expr> choices = new ArrayList<>();
    for (Variable v : site.scope.all(v -> v.type().kind() == kind && v.length() == length)) {
      choices.add(
          v.type().rank() == 1
              ? v.read()
              : new Expr.Element(v.read(), integers.index(v, v.rows(), false)));
    }
    return choices.isEmpty() ? Optional.empty() : Optional.of(dice.pick(choices));
  }

  /** A call of some method with this result, if there is one that can be called here. */
  Optional<Expr> call(Predicate<Type> wanted, int depth) {
    List<Method> methods = site.callable.stream().filter(m -> wanted.test(m.result())).toList();
    if (methods.isEmpty()) {
      return Optional.empty();
    }
    Method method = dice.pick(methods);
    List<Expr> args = new ArrayList<>();
    for (Parameter parameter : method.params()) {
      Optional<Expr> argument = argument(parameter, depth);
      if (argument.isEmpty()) {
        return Optional.empty();
      }
      args.add(argument.get());
    }
    return Optional.of(new Expr.Call(method.result(), method.name(), args));
  }

  /** What bounds a recursion: one less than the caller's, if this is a recursion. */
  private Expr fuel() {
    List<Variable> own = site.scope.all(v -> v.name().equals(Methods.FUEL));
    return own.isEmpty()
        ? number(dice.between(1, 3))
        : binary(BinaryOp.SUB, own.get(0).read(), number(1));
  }

  private Optional<Expr> argument(Parameter parameter, int depth) {
    Type type = parameter.type();
    if (parameter.name().equals(Methods.FUEL)) {
      return Optional.of(fuel());
    }
    if (type.kind() == Kind.OBJECT) {
      return Optional.of(objects.any(type, depth - 1));
    }
    if (type.kind() == Kind.FUNCTION) {
      return Optional.of(closures.any(type, 1));
    }
    if (type.rank() == 0) {
      return Optional.of(scalar(type.kind(), depth - 1));
    }
    if (type.rank() == 1) {
      return row(type.kind(), parameter.length());
    }
    List<Variable> fitting =
        site.scope.all(
            v ->
                v.type().equals(type)
                    && v.rows() == parameter.rows()
                    && v.length() == parameter.length());
    return fitting.isEmpty() ? Optional.empty() : Optional.of(dice.pick(fitting).read());
  }
}
