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
final class CaseLabels {
  private final Scope scope;
  private final ExpressionLowering expressions;
  private final Value selector;

  private CaseLabels(Scope scope, ExpressionLowering expressions, Value selector) {
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

  static boolean isDefault(CaseTree group) {
    return group.getExpressions().isEmpty();
  }

  /** Whether one of the group's labels is what is selected. */
  Value match(CaseTree group) {
    return group.getExpressions().stream()
        .map(this::match)
        .reduce((a, b) -> scope.at(group).apply(Operator.BIT_OR, a, b))
        .orElseThrow();
  }

  private Value match(ExpressionTree label) {
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
    scope.report(label, Problem.UNSUPPORTED_CONSTRUCT, "a case label that is a pattern or null");
    throw new Rejected();
  }

  private Value isEqualString(Tree label, Object constant) {
    Value expected = scope.at(label).constant(RefType.STRING, constant);
    Template java = new Template();
    java.add(java.argument(new Operand.Scalar(selector))).add(".equals");
    java.addArguments(List.of(new Operand.Scalar(expected)));
    return scope
        .opaque(label, Primitive.BOOLEAN, "", java, Nature.PURE, "String.equals")
        .leaves()
        .get(0);
  }
}
