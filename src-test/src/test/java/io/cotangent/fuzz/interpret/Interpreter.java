package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Method;
import io.cotangent.fuzz.program.ObjectExpr;
import io.cotangent.fuzz.program.Parameter;
import io.cotangent.fuzz.program.Program;
import io.cotangent.fuzz.program.Stmt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs a program as Java would, on numbers that carry their derivatives. Values are Boolean,
 * Integer, Long, {@link Real}, Object[] for arrays and the record that is returned, {@link
 * Instance}, {@link Closure}, {@link io.cotangent.fuzz.program.ObjectExpr#NULL}.
 */
final class Interpreter implements Stmt.Visitor<Exit> {
  private static final int STEPS = 4000;
  private static final int CALLS = 40;

  private final Program program;
  private final Evaluator expressions;
  private Map<String, Object> locals = new HashMap<>();
  private int steps;
  private int depth;

  Interpreter(Program program) {
    this.program = program;
    this.expressions = new Evaluator(this, new Objects(program, this));
  }

  /** The result of a method; arrays among the arguments are written. */
  Object call(Method method, List<Object> args) {
    return within(bind(method.params(), args), () -> run(method));
  }

  /** The local variables a method starts with. */
  static Map<String, Object> bind(List<Parameter> params, List<Object> args) {
    Map<String, Object> bound = new HashMap<>();
    for (int i = 0; i < args.size(); i++) {
      Parameter parameter = params.get(i);
      bound.put(parameter.name(), Conversions.convert(args.get(i), parameter.type()));
    }
    return bound;
  }

  /** Does something with other local variables. */
  Object within(Map<String, Object> others, Supplier<Object> action) {
    if (++depth > CALLS) {
      throw new Unsuitable("deep");
    }
    Map<String, Object> caller = locals;
    locals = others;
    try {
      return action.get();
    } finally {
      locals = caller;
      depth--;
    }
  }

  /** The result of a method whose arguments are bound. */
  Object run(Method method) {
    Object result = run(method.body()).value();
    return result == null ? null : Conversions.convert(result, method.result());
  }

  List<Object> values(List<Expr> list) {
    return expressions.values(list);
  }

  Closure capture(ObjectExpr.Lambda lambda) {
    return new Closure(lambda, new HashMap<>(locals));
  }

  Object call(String name, List<Object> args) {
    return call(name.equals(program.entry().name()) ? program.entry() : program.method(name), args);
  }

  Object get(String name) {
    Object value = locals.get(name);
    if (value == null) {
      throw new Unsuitable("no variable " + name);
    }
    return value;
  }

  void set(String name, Object value) {
    locals.put(name, value);
  }

  /** A component of a new record. */
  Object component(int index, Object value) {
    return Conversions.convert(value, program.components().get(index));
  }

  /** Counts what could go on for ever. */
  void step() {
    if (++steps > STEPS) {
      throw new Unsuitable("long");
    }
  }

  Exit run(List<Stmt> body) {
    for (Stmt statement : body) {
      step();
      Exit exit = statement.accept(this);
      if (exit != Exit.NORMAL) {
        return exit;
      }
    }
    return Exit.NORMAL;
  }

  @Override
  public Exit declare(Stmt.Declare s) {
    s.init().ifPresent(e -> set(s.name(), expressions.as(e, s.type())));
    return Exit.NORMAL;
  }

  @Override
  public Exit effect(Stmt.Do s) {
    s.effect().accept(expressions);
    return Exit.NORMAL;
  }

  @Override
  public Exit block(Stmt.Block s) {
    return run(s.body());
  }

  @Override
  public Exit branch(Stmt.If s) {
    return run(expressions.test(s.condition()) ? s.yes() : s.no());
  }

  @Override
  public Exit forLoop(Stmt.For s) {
    s.inits().forEach(this::declare);
    while (s.condition().isEmpty() || expressions.test(s.condition().get())) {
      step();
      Exit exit = run(s.body());
      if (!exit.continues(s.label())) {
        return exit.outOf(s.label());
      }
      s.updates().forEach(u -> u.accept(expressions));
    }
    return Exit.NORMAL;
  }

  @Override
  public Exit forEach(Stmt.ForEach s) {
    for (Object element : (Object[]) s.array().accept(expressions)) {
      step();
      set(s.name(), Conversions.convert(element, s.type()));
      Exit exit = run(s.body());
      if (!exit.continues(s.label())) {
        return exit.outOf(s.label());
      }
    }
    return Exit.NORMAL;
  }

  @Override
  public Exit whileLoop(Stmt.While s) {
    while (expressions.test(s.condition())) {
      step();
      Exit exit = run(s.body());
      if (!exit.continues(s.label())) {
        return exit.outOf(s.label());
      }
    }
    return Exit.NORMAL;
  }

  @Override
  public Exit doWhile(Stmt.DoWhile s) {
    do {
      step();
      Exit exit = run(s.body());
      if (!exit.continues(s.label())) {
        return exit.outOf(s.label());
      }
    } while (expressions.test(s.condition()));
    return Exit.NORMAL;
  }

  @Override
  public Exit breakLoop(Stmt.Break s) {
    return new Exit(Exit.Way.BREAK, s.label(), null);
  }

  @Override
  public Exit continueLoop(Stmt.Continue s) {
    return new Exit(Exit.Way.CONTINUE, s.label(), null);
  }

  @Override
  public Exit returned(Stmt.Return s) {
    return new Exit(Exit.Way.RETURN, "", s.value().map(e -> e.accept(expressions)).orElse(null));
  }

  @Override
  public Exit thrown(Stmt.Throw s) {
    throw new Thrown(s.exception());
  }

  @Override
  public Exit choose(Stmt.Switch s) {
    int index = s.selector().clip((Integer) s.index().accept(expressions));
    for (Stmt.Case c : from(s.cases(), index)) {
      Exit exit = run(c.body());
      if (exit != Exit.NORMAL || s.arrows()) {
        return exit.outOf("");
      }
    }
    return Exit.NORMAL;
  }

  /** The case for an index, or the one for all others, and those below. */
  private static List<Stmt.Case> from(List<Stmt.Case> cases, int index) {
    int other = cases.size();
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).labels().contains(index)) {
        return cases.subList(i, cases.size());
      }
      other = cases.get(i).labels().isEmpty() ? i : other;
    }
    return cases.subList(other, cases.size());
  }

  @Override
  public Exit attempt(Stmt.Try s) {
    Exit exit = Exit.NORMAL;
    Thrown thrown = null;
    try {
      exit = guarded(s);
    } catch (Thrown e) {
      thrown = e;
    }
    Exit last = run(s.last());
    if (last != Exit.NORMAL) {
      return last;
    }
    if (thrown != null) {
      throw thrown;
    }
    return exit;
  }

  private Exit guarded(Stmt.Try s) {
    try {
      return run(s.body());
    } catch (Thrown e) {
      if (s.handler().isEmpty() || !e.isCaught(s.caught())) {
        throw e;
      }
    }
    return run(s.handler());
  }
}
