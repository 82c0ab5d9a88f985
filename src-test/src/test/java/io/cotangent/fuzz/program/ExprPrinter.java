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
import io.cotangent.fuzz.program.ObjectExpr.Apply;
import io.cotangent.fuzz.program.ObjectExpr.Choice;
import io.cotangent.fuzz.program.ObjectExpr.Field;
import io.cotangent.fuzz.program.ObjectExpr.InstanceOf;
import io.cotangent.fuzz.program.ObjectExpr.Invoke;
import io.cotangent.fuzz.program.ObjectExpr.Lambda;
import io.cotangent.fuzz.program.ObjectExpr.Library;
import io.cotangent.fuzz.program.ObjectExpr.New;
import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions as Java. */
abstract class ExprPrinter implements Expr.Visitor<String> {
  /** Statements inside an expression. */
  abstract String statements(List<Stmt> body);

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
            || e instanceof InstanceOf
            || e instanceof Lambda
            || e instanceof Choice
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
    Type scalar = new Type(e.type().kind(), 0, e.type().name());
    return "new " + scalar.text() + extents + open;
  }

  @Override
  public String arrayLiteral(ArrayLiteral e) {
    return "new " + e.type().text() + " " + braces(e);
  }

  @Override
  public String newRecord(NewRecord e) {
    return "new " + Kind.RECORD.text() + "(" + list(e.components()) + ")";
  }

  @Override
  public String field(Field e) {
    return operand(e.object()) + "." + e.name();
  }

  @Override
  public String newObject(New e) {
    return "new " + e.type().text() + "(" + list(e.args()) + ")";
  }

  @Override
  public String invoke(Invoke e) {
    return operand(e.receiver()) + "." + e.method() + "(" + list(e.args()) + ")";
  }

  @Override
  public String instanceOf(InstanceOf e) {
    return operand(e.object()) + " instanceof " + e.tested().text();
  }

  @Override
  public String lambda(Lambda e) {
    String head =
        e.params().size() == 1 ? e.params().get(0) : "(" + String.join(", ", e.params()) + ")";
    boolean isShort = e.body().size() == 1 && e.body().get(0) instanceof Stmt.Return;
    return isShort
        ? head + " -> " + print(((Stmt.Return) e.body().get(0)).value().orElseThrow())
        : head + " -> {\n" + statements(e.body()) + "}";
  }

  @Override
  public String apply(Apply e) {
    return operand(e.function()) + ".applyAsDouble(" + list(e.args()) + ")";
  }

  @Override
  public String library(Library e) {
    return e.method().text(e.args().stream().map(this::operand).toArray());
  }

  @Override
  public String choice(Choice e) {
    StringBuilder text = new StringBuilder("switch (");
    text.append(e.selector().of(print(e.index()))).append(") {\n");
    for (ObjectExpr.Arm arm : e.arms()) {
      text.append(labels(e.selector(), arm.labels())).append(" -> ");
      text.append(
          arm.before().isEmpty()
              ? print(arm.value()) + ";\n"
              : "{\n" + statements(arm.before()) + "yield " + yielded(arm.value()) + ";\n}\n");
    }
    return text.append("}").toString();
  }

  /** A number behind {@code yield}, where compilers do not expect a parenthesis with more in it. */
  private String yielded(Expr number) {
    String text = print(number);
    return text.startsWith("(") ? "+(" + text + ")" : text;
  }

  /** {@code case 1, 2} or {@code default}. */
  static String labels(Selector selector, List<Integer> labels) {
    return labels.isEmpty()
        ? "default"
        : labels.stream().map(selector::label).collect(Collectors.joining(", ", "case ", ""));
  }
}
