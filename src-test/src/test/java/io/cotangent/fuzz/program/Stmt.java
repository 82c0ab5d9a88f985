package io.cotangent.fuzz.program;

import java.util.List;
import java.util.Optional;

/** A statement of a random program. Labels are empty where there is none. */
public interface Stmt {
  /** Calls the visitor's method for this kind of statement. */
  <R> R accept(Visitor<R> visitor);

  /** How a declaration is written. */
  enum Style {
    PLAIN,
    FINAL,
    VAR
  }

  /** A local variable. */
  record Declare(Style style, Type type, String name, Optional<Expr> init) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.declare(this);
    }
  }

  /** An assignment, step or call. */
  record Do(Expr effect) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.effect(this);
    }
  }

  /** A block of its own. */
  record Block(List<Stmt> body) implements Stmt {
    public Block {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }

  /** A branch; no {@code else} if the second list is empty. */
  record If(Expr condition, List<Stmt> yes, List<Stmt> no) implements Stmt {
    public If {
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.branch(this);
    }
  }

  /**
   * A for loop.
   *
   * @param inits declarations of variables of one type
   */
  record For(
      String label,
      List<Declare> inits,
      Optional<Expr> condition,
      List<Expr> updates,
      List<Stmt> body)
      implements Stmt {
    public For {
      inits = List.copyOf(inits);
      updates = List.copyOf(updates);
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forLoop(this);
    }
  }

  /** A loop over the elements of an array. */
  record ForEach(String label, Type type, String name, Expr array, List<Stmt> body)
      implements Stmt {
    public ForEach {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forEach(this);
    }
  }

  /** A loop that checks before its body. */
  record While(String label, Expr condition, List<Stmt> body) implements Stmt {
    public While {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whileLoop(this);
    }
  }

  /** A loop that checks after its body. */
  record DoWhile(String label, List<Stmt> body, Expr condition) implements Stmt {
    public DoWhile {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.doWhile(this);
    }
  }

  /** Leaves a loop. */
  record Break(String label) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.breakLoop(this);
    }
  }

  /** Goes on with the next iteration. */
  record Continue(String label) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.continueLoop(this);
    }
  }

  /** Leaves the method. */
  record Return(Optional<Expr> value) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.returned(this);
    }
  }

  /** Throws; a program that does not catch it is not used. */
  record Throw(String exception, String message) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.thrown(this);
    }
  }

  /**
   * A switch.
   *
   * @param arrows whether no case falls through
   */
  record Switch(Selector selector, Expr index, boolean arrows, List<Case> cases) implements Stmt {
    public Switch {
      cases = List.copyOf(cases);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choose(this);
    }
  }

  /**
   * A part of a switch.
   *
   * @param labels the indices it is for; empty for all others
   */
  record Case(List<Integer> labels, List<Stmt> body) {
    public Case {
      labels = List.copyOf(labels);
      body = List.copyOf(body);
    }
  }

  /**
   * A try statement; without handler or without last part if those lists are empty.
   *
   * @param caught the exception the handler is for
   */
  record Try(List<Stmt> body, String caught, List<Stmt> handler, List<Stmt> last) implements Stmt {
    public Try {
      body = List.copyOf(body);
      handler = List.copyOf(handler);
      last = List.copyOf(last);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.attempt(this);
    }
  }

  /** One method for each kind of statement. */
  interface Visitor<R> {
    R declare(Declare s);

    R effect(Do s);

    R block(Block s);

    R branch(If s);

    R forLoop(For s);

    R forEach(ForEach s);

    R whileLoop(While s);

    R doWhile(DoWhile s);

    R breakLoop(Break s);

    R continueLoop(Continue s);

    R returned(Return s);

    R thrown(Throw s);

    R choose(Switch s);

    R attempt(Try s);
  }
}
