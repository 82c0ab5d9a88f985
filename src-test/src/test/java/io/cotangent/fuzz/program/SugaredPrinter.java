package io.cotangent.fuzz.program;

import io.cotangent.fuzz.program.Expr.Assign;
import io.cotangent.fuzz.program.Expr.Binary;
import io.cotangent.fuzz.program.Expr.Call;
import io.cotangent.fuzz.program.Expr.CompoundAssign;
import io.cotangent.fuzz.program.Expr.Conditional;
import io.cotangent.fuzz.program.Expr.Local;
import io.cotangent.fuzz.program.Expr.MathCall;
import io.cotangent.fuzz.program.Expr.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes the expressions of one method, some of them with sugar. */
final class SugaredPrinter extends ExprPrinter {
  private static final Set<BinaryOp> ARITHMETIC =
      EnumSet.of(BinaryOp.ADD, BinaryOp.SUB, BinaryOp.MUL, BinaryOp.DIV);

  private final Dialect dialect;
  private final Wrapping wrapping;
  private final Assigned variables;
  private final boolean isInstance;
  private final Function<List<Stmt>, String> statements;

  SugaredPrinter(
      Dialect dialect, Method method, boolean isInstance, Function<List<Stmt>, String> statements) {
    this.statements = statements;
    this.dialect = dialect;
    this.variables = new Assigned(method);
    this.wrapping = new Wrapping(dialect, variables);
    this.isInstance = isInstance;
  }

  @Override
  String statements(List<Stmt> body) {
    return statements.apply(body);
  }

  Wrapping wrapping() {
    return wrapping;
  }

  @Override
  public String local(Local e) {
    return wrapping.read(e.name());
  }

  /** A field of this object, with and without saying so. */
  @Override
  public String field(ObjectExpr.Field e) {
    boolean own = e.object() instanceof Local local && local.name().equals("this");
    return own && dialect.way(e.name(), 2) == 0 ? e.name() : super.field(e);
  }

  @Override
  public String assign(Assign e) {
    return e.target() instanceof Local local && wrapping.isWrapped(local.name())
        ? wrapping.assign(local.name(), print(e.value()))
        : super.assign(e);
  }

  @Override
  public String compoundAssign(CompoundAssign e) {
    if (e.target() instanceof Local local && wrapping.isWrapped(local.name())) {
      return wrapping.compound(local.name(), e.op().text(), operand(e.value()));
    }
    return super.compoundAssign(e);
  }

  @Override
  public String step(Step e) {
    if (e.target() instanceof Local local && wrapping.isWrapped(local.name())) {
      return wrapping.step(local.name(), e.up() ? "++" : "--", e.prefix());
    }
    return super.step(e);
  }

  @Override
  public String conditional(Conditional e) {
    String plain = super.conditional(e);
    boolean sameType = e.yes().type().equals(e.no().type());
    if (!sameType || !dialect.picks(Sugar.YIELD, plain, 30)) {
      return plain;
    }
    String yes = print(e.yes());
    String no = print(e.no());
    if (yes.startsWith("(") && yes.contains(";") || no.startsWith("(") && no.contains(";")) {
      return plain; // Compilers take the parenthesis behind yield for one of a call.
    }
    String condition = operand(e.condition());
    return switch (dialect.way(plain, 3)) {
      case 0 ->
          "switch (" + condition + " ? 1 : 0) { case 1 -> " + yes + "; default -> " + no + "; }";
      case 1 ->
          "switch ("
              + condition
              + " ? \"yes\" : \"no\") { case \"yes\": yield "
              + yes
              + "; default: yield "
              + no
              + "; }";
      default ->
          "switch ("
              + condition
              + " ? Way.LEFT : Way.RIGHT) { case LEFT -> "
              + yes
              + "; case RIGHT -> { yield "
              + no
              + "; } }";
    };
  }

  @Override
  public String binary(Binary e) {
    String plain = super.binary(e);
    boolean isDouble = e.left().type().equals(Type.DOUBLE) && e.right().type().equals(Type.DOUBLE);
    if (!isDouble || !ARITHMETIC.contains(e.op()) || !dialect.picks(Sugar.LAMBDA, plain, 6)) {
      return plain;
    }
    String op = " " + e.op().text() + " ";
    if (e.right() instanceof Local local
        && variables.isEffectivelyFinal(local.name())
        && !wrapping.isWrapped(local.name())) {
      return "apply(in -> in" + op + local.name() + ", " + print(e.left()) + ")";
    }
    String function =
        e.op() == BinaryOp.ADD && dialect.way(plain, 2) == 0
            ? "Double::sum"
            : "(in, by) -> in" + op + "by";
    return "combine(" + function + ", " + print(e.left()) + ", " + print(e.right()) + ")";
  }

  @Override
  public String mathCall(MathCall e) {
    String plain = super.mathCall(e);
    boolean isUnary = e.args().size() == 1 && e.args().get(0).type().equals(Type.DOUBLE);
    if (!isUnary || !e.type().equals(Type.DOUBLE) || !dialect.picks(Sugar.LAMBDA, plain, 8)) {
      return plain;
    }
    String owner = e.strict() ? "StrictMath::" : "Math::";
    return "apply(" + owner + e.function().text() + ", " + print(e.args().get(0)) + ")";
  }

  @Override
  public String call(Call e) {
    String plain = super.call(e);
    boolean outside = !isInstance && dialect.picks(Sugar.INSTANCE, "", 50);
    return outside ? "new Model(1).".concat(plain) : plain;
  }
}
