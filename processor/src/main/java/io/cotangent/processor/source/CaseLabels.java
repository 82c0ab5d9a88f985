package io.cotangent.processor.source;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.List;

/** Compares what a switch selects by with the labels of its cases. */
final class CaseLabels implements Labels {
  private final Scope scope;
  private final ExpressionLowering expressions;
  private final Value selector;

  CaseLabels(Scope scope, ExpressionLowering expressions, Value selector) {
    this.scope = scope;
    this.expressions = expressions;
    this.selector = selector;
  }

  /** Evaluates what a switch selects by; null is refused as Java refuses it. */
  static CaseLabels of(ExpressionTree tree, Scope scope, ExpressionLowering expressions) {
    Value selector = expressions.value(tree, "selector");
    if (Conversions.unboxed(selector.type()).isPresent()) {
      Primitive type = Conversions.promoted(selector.type());
      selector = expressions.conversions().convert(selector, type, tree);
    } else {
      Template java = new Template("{java.util.Objects}.requireNonNull");
      java.addArguments(List.of(new Operand.Scalar(selector)));
      scope.opaque(tree, java, Nature.SINK, "switch");
    }
    return new CaseLabels(scope, expressions, selector);
  }

  @Override
  public Value match(List<CaseTree> run, int last) {
    return run.subList(0, last + 1).stream()
        .map(group -> match(run, group))
        .reduce((a, b) -> scope.at(run.get(0)).apply(Operator.BIT_OR, a, b))
        .orElseThrow();
  }

  @Override
  public boolean inOrder() {
    return false;
  }

  /** Then there is nothing to do. */
  @Override
  public void unmatched(Tree tree) {}

  private Value match(List<CaseTree> run, CaseTree group) {
    if (!Labels.isDefault(group)) {
      return match(group);
    }
    // The run is entered, so no label of another run matches.
    Value none = scope.at(group).bool(true);
    for (CaseTree other : run) {
      if (!Labels.isDefault(other)) {
        Value unlike = scope.at(group).apply(Operator.NOT, match(other));
        none = scope.at(group).apply(Operator.BIT_AND, none, unlike);
      }
    }
    return none;
  }

  /** Whether one of the group's labels is what is selected. */
  private Value match(CaseTree group) {
    return group.getExpressions().stream()
        .map(this::match)
        .reduce((a, b) -> scope.at(group).apply(Operator.BIT_OR, a, b))
        .orElseThrow();
  }

  /** Whether the label is what is selected. */
  Value match(ExpressionTree label) {
    Object constant = scope.constants().of(label);
    if (selector.type() == Primitive.INT && constant != null) {
      int number = (Integer) Arithmetic.cast(constant, Primitive.INT);
      Value expected = scope.at(label).intConstant(number);
      return scope.at(label).apply(Operator.EQ, selector, expected);
    }
    if (selector.type().equals(RefType.STRING) && constant != null) {
      return isEqualString(label, constant);
    }
    if (NameLowering.isStaticField(scope.element(label))) {
      Value expected = expressions.value(label, "");
      return scope.at(label).apply(Operator.EQ, selector, expected);
    }
    scope.report(label, Problem.UNSUPPORTED_CONSTRUCT, "this case label");
    throw new Rejected();
  }

  private Value isEqualString(Tree label, Object constant) {
    Value expected = scope.at(label).constant(RefType.STRING, constant);
    Template java = new Template();
    java.add(java.argument(new Operand.Scalar(expected))).add(".equals");
    java.addArguments(List.of(new Operand.Scalar(selector)));
    return scope
        .opaque(label, Primitive.BOOLEAN, "", java, Nature.PURE, "String.equals")
        .leaves()
        .get(0);
  }
}
