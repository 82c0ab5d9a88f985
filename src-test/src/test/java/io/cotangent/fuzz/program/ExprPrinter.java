package io.cotangent.fuzz.program;

import io.cotangent.fuzz.program.Expr.ArrayLiteral;
import io.cotangent.fuzz.program.Expr.Assign;
import io.cotangent.fuzz.program.Expr.Binary;
import io.cotangent.fuzz.program.Expr.Call;
import io.cotangent.fuzz.program.Expr.Cast;
import io.cotangent.fuzz.program.Expr.CompoundAssign;
import io.cotangent.fuzz.program.Expr.Conditional;
import io.cotangent.fuzz.program.Expr.Element;
import io.cotangent.fuzz.program.Expr.Length;
import io.cotangent.fuzz.program.Expr.Literal;
import io.cotangent.fuzz.program.Expr.Local;
import io.cotangent.fuzz.program.Expr.MathCall;
import io.cotangent.fuzz.program.Expr.NewArray;
import io.cotangent.fuzz.program.Expr.NewRecord;
import io.cotangent.fuzz.program.Expr.Step;
import io.cotangent.fuzz.program.Expr.Unary;
import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions as Java. */
class ExprPrinter implements Expr.Visitor<String> {
  /** The expression without parentheses around it. */
  final String print(Expr e) {
    return e.accept(this);
  }

  /** An initialiser, an array literal in its short form. */
  final String initialiser(Expr e) {
    return e instanceof ArrayLiteral literal ? braces(literal) : print(e);
  }

  final String operand(Expr e) {
    boolean open =
        e instanceof Binary
            || e instanceof Conditional
            || e instanceof Assign
            || e instanceof CompoundAssign
            || e instanceof Cast
            || e instanceof Unary
            || e instanceof Step
            || e instanceof NewArray
            || e instanceof ArrayLiteral;
    return open ? "(" + print(e) + ")" : print(e);
  }

  final String list(List<Expr> expressions) {
    return expressions.stream().map(this::print).collect(Collectors.joining(", "));
  }

  private String braces(ArrayLiteral e) {
    return e.elements().stream().map(this::initialiser).collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public String literal(Literal e) {
    String text = e.value().toString();
    String suffix =
        switch (e.type().kind()) {
          case LONG -> "L";
          case FLOAT -> "F";
          default -> "";
        };
    return text.startsWith("-") ? "(" + text + suffix + ")" : text + suffix;
  }

  @Override
  public String local(Local e) {
    return e.name();
  }

  @Override
  public String element(Element e) {
    return operand(e.array()) + "[" + print(e.index()) + "]";
  }

  @Override
  public String length(Length e) {
    return operand(e.array()) + ".length";
  }

  @Override
  public String unary(Unary e) {
    return e.op().text() + operand(e.operand());
  }

  @Override
  public String binary(Binary e) {
    return operand(e.left()) + " " + e.op().text() + " " + operand(e.right());
  }

  @Override
  public String conditional(Conditional e) {
    return operand(e.condition()) + " ? " + operand(e.yes()) + " : " + operand(e.no());
  }

  @Override
  public String cast(Cast e) {
    return "(" + e.type().text() + ") " + operand(e.operand());
  }

  @Override
  public String mathCall(MathCall e) {
    String owner = e.strict() ? "StrictMath." : "Math.";
    return owner + e.function().text() + "(" + list(e.args()) + ")";
  }

  @Override
  public String call(Call e) {
    return e.method() + "(" + list(e.args()) + ")";
  }

  @Override
  public String assign(Assign e) {
    return print(e.target()) + " = " + print(e.value());
  }

  @Override
  public String compoundAssign(CompoundAssign e) {
    return print(e.target()) + " " + e.op().text() + "= " + print(e.value());
  }

  @Override
  public String step(Step e) {
    String op = e.up() ? "++" : "--";
    return e.prefix() ? op + print(e.target()) : print(e.target()) + op;
  }

  @Override
  public String newArray(NewArray e) {
    String extents =
        e.extents().stream().map(x -> "[" + print(x) + "]").collect(Collectors.joining());
    String open = "[]".repeat(e.type().rank() - e.extents().size());
    return "new " + e.type().kind().text() + extents + open;
  }

  @Override
  public String arrayLiteral(ArrayLiteral e) {
    return "new " + e.type().text() + " " + braces(e);
  }

  @Override
  public String newRecord(NewRecord e) {
    return "new " + Kind.RECORD.text() + "(" + list(e.components()) + ")";
  }
}
