package io.cotangent.fuzz.program;

import java.util.List;

/** An expression about objects or functions. */
public interface ObjectExpr extends Expr {
  /** The null of a class. */
  static Expr nothing(Type type) {
    return new Literal(type, NULL);
  }

  /** What a literal holds that is null. */
  Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  /** A field of an object; can be assigned to. */
  record Field(Type type, Expr object, String name) implements ObjectExpr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.field(this);
    }
  }

  /** A new object of exactly this type. */
  record New(Type type, List<Expr> args) implements ObjectExpr {
    public New {
      args = List.copyOf(args);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newObject(this);
    }
  }

  /** A call of an instance method, found by the class of the object. */
  record Invoke(Type type, Expr receiver, String method, List<Expr> args) implements ObjectExpr {
    public Invoke {
      args = List.copyOf(args);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.invoke(this);
    }
  }

  /** Whether an object is of a class. */
  record InstanceOf(Expr object, Type tested) implements ObjectExpr {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.instanceOf(this);
    }
  }

  /** A function of doubles; captures the variables of its method that it reads. */
  record Lambda(Type type, List<String> params, List<Stmt> body) implements ObjectExpr {
    public Lambda {
      params = List.copyOf(params);
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.lambda(this);
    }
  }

  /** The value of a function. */
  record Apply(Expr function, List<Expr> args) implements ObjectExpr {
    public Apply {
      args = List.copyOf(args);
    }

    @Override
    public Type type() {
      return Type.DOUBLE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.apply(this);
    }
  }

  /** A call of a library method. */
  record Library(LibraryMethod method, Type type, List<Expr> args) implements ObjectExpr {
    public Library {
      args = List.copyOf(args);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.library(this);
    }
  }

  /** One of several expressions by an index, after statements of its own. */
  record Choice(Selector selector, Expr index, List<Arm> arms) implements ObjectExpr {
    public Choice {
      arms = List.copyOf(arms);
    }

    @Override
    public Type type() {
      return arms.get(0).value().type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /**
   * An alternative.
   *
   * @param labels the indices it is for; empty for all others
   */
  record Arm(List<Integer> labels, List<Stmt> before, Expr value) {
    public Arm {
      labels = List.copyOf(labels);
      before = List.copyOf(before);
    }
  }

  /** One method for each kind of expression. */
  interface ObjectVisitor<R> {
    R field(Field e);

    R newObject(New e);

    R invoke(Invoke e);

    R instanceOf(InstanceOf e);

    R lambda(Lambda e);

    R apply(Apply e);

    R library(Library e);

    R choice(Choice e);
  }
}
