package io.cotangent.fuzz;

import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Program;
import io.cotangent.fuzz.program.Rebuild;
import io.cotangent.fuzz.program.Stmt;
import io.cotangent.fuzz.program.Type;
import java.util.ArrayList;
import java.util.List;

/** Makes one change that leaves a program smaller: the change with a certain number. */
final class Reduction extends Rebuild {
  private final int wanted;
  private int next;

  private Reduction(int wanted) {
    this.wanted = wanted;
  }

  /** The program after a change; the same program if there is no change of that number. */
  static Program apply(Program program, int number) {
    return new Reduction(number).program(program);
  }

  /** How many changes there are. */
  static int count(Program program) {
    Reduction counter = new Reduction(-1);
    counter.program(program);
    return counter.next;
  }

  private boolean isChosen() {
    return next++ == wanted;
  }

  @Override
  protected List<Stmt> stmt(Stmt s) {
    if (isChosen()) {
      return List.of();
    }
    for (List<Stmt> part : parts(s)) {
      if (isChosen()) {
        return part;
      }
    }
    return super.stmt(s);
  }

  /** What a statement with others inside can be replaced by. */
  private static List<List<Stmt>> parts(Stmt s) {
    if (s instanceof Stmt.Block block) {
      return List.of(block.body());
    }
    if (s instanceof Stmt.If branch) {
      List<List<Stmt>> parts = new ArrayList<>(List.of(branch.yes(), branch.no()));
      if (!branch.no().isEmpty()) {
        parts.add(List.of(new Stmt.If(branch.condition(), branch.yes(), List.of())));
      }
      return parts;
    }
    if (s instanceof Stmt.While loop) {
      return List.of(loop.body());
    }
    if (s instanceof Stmt.DoWhile loop) {
      return List.of(loop.body());
    }
    if (s instanceof Stmt.For loop) {
      List<Stmt> once = new ArrayList<>(loop.inits());
      once.addAll(loop.body());
      return List.of(List.of(new Stmt.Block(once)));
    }
    if (s instanceof Stmt.Switch choice) {
      return choice.cases().stream().map(c -> withoutBreaks(c.body())).toList();
    }
    if (s instanceof Stmt.Try attempt) {
      List<List<Stmt>> parts =
          new ArrayList<>(List.of(attempt.body(), attempt.handler(), attempt.last()));
      if (!attempt.handler().isEmpty() && !attempt.last().isEmpty()) {
        parts.add(
            List.of(new Stmt.Try(attempt.body(), attempt.caught(), attempt.handler(), List.of())));
        parts.add(
            List.of(new Stmt.Try(attempt.body(), attempt.caught(), List.of(), attempt.last())));
      }
      return parts;
    }
    return List.of();
  }

  private static List<Stmt> withoutBreaks(List<Stmt> body) {
    return List.of(new Stmt.Block(body.stream().filter(s -> !(s instanceof Stmt.Break)).toList()));
  }

  @Override
  protected Expr expr(Expr e) {
    if (e instanceof Expr.Literal || e instanceof Expr.Local) {
      return e;
    }
    for (Expr simpler : simpler(e)) {
      if (isChosen()) {
        return simpler;
      }
    }
    return super.expr(e);
  }

  /** Expressions of the same type that may take the place of one. */
  private static List<Expr> simpler(Expr e) {
    List<Expr> choices = new ArrayList<>();
    for (Expr part : Parts.of(e)) {
      if (part.type().equals(e.type())) {
        choices.add(part);
      }
    }
    Type type = e.type();
    if (type.rank() == 0 && type.kind() == Kind.BOOLEAN) {
      choices.add(new Expr.Literal(type, true));
      choices.add(new Expr.Literal(type, false));
    } else if (type.rank() == 0 && type.kind().isNumeric()) {
      choices.add(one(type));
    }
    return choices;
  }

  private static Expr one(Type type) {
    Object value =
        switch (type.kind()) {
          case INT -> (Object) 1;
          case LONG -> 1L;
          case FLOAT -> 1F;
          default -> 1.0;
        };
    return new Expr.Literal(type, value);
  }
}
