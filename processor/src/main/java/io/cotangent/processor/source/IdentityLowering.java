package io.cotangent.processor.source;

import com.sun.source.tree.BinaryTree;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.List;

/** Lowers comparisons of references; of what is taken apart only those with null are known. */
final class IdentityLowering {
  private final Scope scope;
  private final OperatorLowering operators;

  IdentityLowering(Scope scope, OperatorLowering operators) {
    this.scope = scope;
    this.operators = operators;
  }

  Value compare(Operand left, Operand right, Operator operator, String name, BinaryTree tree) {
    if (left instanceof Operand.Scalar a && right instanceof Operand.Scalar b) {
      return operators.compareReferences(operator, a.value(), b.value(), name, tree);
    }
    if (isNull(left)) {
      return withNull(right, operator, name, tree);
    }
    if (isNull(right)) {
      return withNull(left, operator, name, tree);
    }
    scope.report(tree, Problem.UNSUPPORTED_CONSTRUCT, "comparison of objects by identity");
    throw new Rejected();
  }

  private static boolean isNull(Operand operand) {
    return operand instanceof Operand.Null || operand.type().equals(Conversions.NULL);
  }

  private Value withNull(Operand operand, Operator operator, String name, BinaryTree tree) {
    Value same = isNullAtRunTime(operand, tree);
    return operator == Operator.EQ
        ? same
        : scope.at(tree).apply(Operator.NOT, Primitive.BOOLEAN, name, List.of(same));
  }

  private Value isNullAtRunTime(Operand operand, BinaryTree tree) {
    if (operand instanceof Operand.Union union) {
      Operand answer =
          new UnionDispatch(scope, union, tree)
              .each("", one -> new Operand.Scalar(isNullAtRunTime(one, tree)));
      return answer.leaves().get(0);
    }
    if (operand instanceof Operand.Scalar scalar) {
      Value none = scope.at(tree).constant(Conversions.NULL, null);
      return operators.compareReferences(Operator.EQ, scalar.value(), none, "", tree);
    }
    return scope.at(tree).bool(isNull(operand) || operand instanceof Operand.Unset);
  }
}
