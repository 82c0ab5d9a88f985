package io.cotangent.fuzz.program;

import java.util.List;

/** An expression of a random program. */
public interface Expr {
  /** Its static type. */
  Type type();

  /** Calls the visitor's method for this kind of expression. */
  <R> R accept(Visitor<R> visitor);

  /**
   * A constant.
   *
   * @param value boxed as the type says
   */
  record Literal(Type type, Object value) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** A local variable or parameter; can be assigned to. */
  record Local(Type type, String name) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.local(this);
    }
  }

  /** An element of an array; can be assigned to. */
  record Element(Expr array, Expr index) implements Expr {
    @Override
    public Type type() {
      return array.type().element();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.element(this);
    }
  }

  /** The length of an array. */
  record Length(Expr array) implements Expr {
    @Override
    public Type type() {
      return Type.INT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.length(this);
    }
  }

  /** A unary operator without effects. */
  record Unary(UnaryOp op, Expr operand) implements Expr {
    @Override
    public Type type() {
      return operand.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /** A binary operator. */
  record Binary(BinaryOp op, Expr left, Expr right) implements Expr {
    @Override
    public Type type() {
      return op.result(left.type(), right.type());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** The ternary operator. */
  record Conditional(Expr condition, Expr yes, Expr no) implements Expr {
    @Override
    public Type type() {
      Type type = yes.type();
      return type.rank() > 0 || type.isReference()
          ? type
          : Type.of(Kind.promote(type.kind(), no.type().kind()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /** A primitive cast. */
  record Cast(Type type, Expr operand) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cast(this);
    }
  }

  /** A call of a mathematical function, of {@link StrictMath} if strict. */
  record MathCall(MathFunction function, boolean strict, List<Expr> args) implements Expr {
    public MathCall {
      args = List.copyOf(args);
    }

    @Override
    public Type type() {
      return function.result(args);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mathCall(this);
    }
  }

  /** A call of another method of the program, by name. */
  record Call(Type type, String method, List<Expr> args) implements Expr {
    public Call {
      args = List.copyOf(args);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /** An assignment; its value is the value assigned. */
  record Assign(Expr target, Expr value) implements Expr {
    @Override
    public Type type() {
      return target.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assign(this);
    }
  }

  /** A compound assignment with its implicit cast. */
  record CompoundAssign(BinaryOp op, Expr target, Expr value) implements Expr {
    @Override
    public Type type() {
      return target.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.compoundAssign(this);
    }
  }

  /** {@code ++} or {@code --}, before or after its operand. */
  record Step(Expr target, boolean up, boolean prefix) implements Expr {
    @Override
    public Type type() {
      return target.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.step(this);
    }
  }

  /** A new array of zeros, one extent for each dimension. */
  record NewArray(Type type, List<Expr> extents) implements Expr {
    public NewArray {
      extents = List.copyOf(extents);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newArray(this);
    }
  }

  /** An array literal. */
  record ArrayLiteral(Type type, List<Expr> elements) implements Expr {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayLiteral(this);
    }
  }

  /** An object of the program's record. */
  record NewRecord(List<Expr> components) implements Expr {
    public NewRecord {
      components = List.copyOf(components);
    }

    @Override
    public Type type() {
      return Type.RECORD;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newRecord(this);
    }
  }

  /** One method for each kind of expression. */
  interface Visitor<R> extends ObjectExpr.ObjectVisitor<R> {
    R literal(Literal e);

    R local(Local e);

    R element(Element e);

    R length(Length e);

    R unary(Unary e);

    R binary(Binary e);

    R conditional(Conditional e);

    R cast(Cast e);

    R mathCall(MathCall e);

    R call(Call e);

    R assign(Assign e);

    R compoundAssign(CompoundAssign e);

    R step(Step e);

    R newArray(NewArray e);

    R arrayLiteral(ArrayLiteral e);

    R newRecord(NewRecord e);
  }
}
