package io.cotangent.processor.ir;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text of an operation between its results and its regions. */
final class OpText implements OpVisitor<String> {
  private final Function<Value, String> names;

  /** Text in which values are called as the function says. */
  OpText(Function<Value, String> names) {
    this.names = names;
  }

  private String list(List<Value> values) {
    return values.stream().map(names).collect(Collectors.joining(", "));
  }

  private String element(Value array, Value index) {
    return names.apply(array) + "[" + names.apply(index) + "]";
  }

  @Override
  public String visitConst(Op.Const op) {
    if (op.constant() instanceof String text) {
      return "const \"" + text.replace("\n", "\\n") + "\"";
    }
    if (op.constant() instanceof Character c) {
      return "const char " + (int) c;
    }
    return "const " + op.constant();
  }

  @Override
  public String visitApply(Op.Apply op) {
    String strict = op.strict() ? "strict." : "";
    String operator =
        switch (op.operator().form()) {
          case FUNCTION -> op.operator().symbol();
          default -> op.operator().name().toLowerCase(Locale.ROOT);
        };
    return strict + operator + " " + list(op.args());
  }

  @Override
  public String visitLoad(Op.Load op) {
    return "load " + element(op.array(), op.index());
  }

  @Override
  public String visitStore(Op.Store op) {
    return "store " + element(op.array(), op.index()) + " = " + names.apply(op.stored());
  }

  @Override
  public String visitLength(Op.Length op) {
    return "length " + names.apply(op.array());
  }

  @Override
  public String visitNewArray(Op.NewArray op) {
    return "new [" + list(op.dimensions()) + "]";
  }

  @Override
  public String visitCopyArray(Op.CopyArray op) {
    return "copy." + op.kind().name().toLowerCase(Locale.ROOT) + " " + names.apply(op.array());
  }

  @Override
  public String visitIf(Op.If op) {
    return "if " + names.apply(op.condition());
  }

  @Override
  public String visitFor(Op.For op) {
    return "for "
        + names.apply(op.lower())
        + (op.inclusive() ? " through " : " to ")
        + names.apply(op.upper())
        + " step "
        + op.step()
        + " ("
        + list(op.inits())
        + ")";
  }

  @Override
  public String visitWhile(Op.While op) {
    return "while (" + list(op.inits()) + ")";
  }

  @Override
  public String visitCall(Op.Call op) {
    return "call " + op.callee() + "(" + list(op.args()) + ")";
  }

  @Override
  public String visitOpaque(Op.Opaque op) {
    String nature = op.nature().name().toLowerCase(Locale.ROOT);
    return "opaque." + nature + " `" + op.java() + "` (" + list(op.args()) + ")";
  }

  @Override
  public String visitThrow(Op.Throw op) {
    return "throw " + names.apply(op.exception());
  }

  @Override
  public String visitPush(Op.Push op) {
    return "push " + names.apply(op.tape()) + ", " + names.apply(op.pushed());
  }

  @Override
  public String visitPop(Op.Pop op) {
    return "pop " + names.apply(op.tape());
  }

  @Override
  public String visitComment(Op.Comment op) {
    return "// " + op.text();
  }
}
