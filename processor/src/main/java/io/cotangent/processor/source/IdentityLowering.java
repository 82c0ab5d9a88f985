package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lowers comparisons of references; of what is taken apart only those with null are known. */
final class IdentityLowering {
  private final Scope scope;
  private final OperatorLowering operators;

  IdentityLowering(Scope scope, OperatorLowering operators) {
    this.scope = scope;
    this.operators = operators;
  }

  Value compare(Operand left, Operand right, Operator operator, String name, Tree tree) {
    if (left instanceof Operand.Scalar a && right instanceof Operand.Scalar b) {
      return operators.compareReferences(operator, a.value(), b.value(), name, tree);
    }
    if (isNull(left)) {
      return withNull(right, operator, name, tree);
    }
    if (isNull(right)) {
      return withNull(left, operator, name, tree);
    }
    Value same = isSame(left, right, tree);
    return operator == Operator.EQ ? same : operators.not(same, name, tree);
  }

  /** Whether two references are to one object; that of one kind is never one of another. */
  private Value isSame(Operand left, Operand right, Tree tree) {
    if (left instanceof Operand.Union union) {
      return each(union, one -> isSame(one, right, tree), tree);
    }
    if (right instanceof Operand.Union union) {
      return each(union, one -> isSame(left, one, tree), tree);
    }
    if (isNull(left) || left instanceof Operand.Unset) {
      return isNullAtRunTime(right, tree);
    }
    if (isNull(right) || right instanceof Operand.Unset) {
      return isNullAtRunTime(left, tree);
    }
    if (left instanceof Operand.Scalar a && right instanceof Operand.Scalar b) {
      return operators.compareReferences(Operator.EQ, a.value(), b.value(), "", tree);
    }
    if (left instanceof Linked a && right instanceof Linked b && a.of().equals(b.of())) {
      return scope.at(tree).apply(Operator.EQ, a.index(), b.index());
    }
    if (left instanceof Linked || right instanceof Linked) {
      return bothNull(left, right, tree);
    }
    Optional<Value> a = identity(left);
    Optional<Value> b = identity(right);
    if (a.isPresent() && b.isPresent() && left.kind().equals(right.kind())) {
      return operators.compareReferences(Operator.EQ, a.get(), b.get(), "", tree);
    }
    if (a.isPresent() && b.isPresent()) {
      // Two null references are equal whatever could have stood there.
      return bothNull(left, right, tree);
    }
    scope.report(tree, Problem.UNSUPPORTED_CONSTRUCT, "comparison of objects by identity");
    throw new Rejected();
  }

  private Value bothNull(Operand left, Operand right, Tree tree) {
    Value first = isNullAtRunTime(left, tree);
    Value second = isNullAtRunTime(right, tree);
    return scope.at(tree).apply(Operator.BIT_AND, Primitive.BOOLEAN, "", List.of(first, second));
  }

  private Value each(Operand.Union union, Function<Operand, Value> question, Tree tree) {
    return new UnionDispatch(scope, union, tree)
        .each("", one -> new Operand.Scalar(question.apply(one)))
        .leaves()
        .get(0);
  }

  /** What tells an object from others; empty for what has no identity of its own here. */
  private static Optional<Value> identity(Operand operand) {
    if (operand instanceof Instance instance) {
      return Optional.of(instance.identity());
    }
    return operand instanceof Columns array ? Optional.of(array.arrays().get(0)) : Optional.empty();
  }

  private static boolean isNull(Operand operand) {
    return operand instanceof Operand.Null || operand.type().equals(Conversions.NULL);
  }

  private Value withNull(Operand operand, Operator operator, String name, Tree tree) {
    Value same = isNullAtRunTime(operand, tree);
    return operator == Operator.EQ ? same : operators.not(same, name, tree);
  }

  /** Whether a reference is null. */
  Value isNullAtRunTime(Operand operand, Tree tree) {
    if (operand instanceof Operand.Union union) {
      Operand answer =
          new UnionDispatch(scope, union, tree)
              .each("", one -> new Operand.Scalar(isNullAtRunTime(one, tree)));
      return answer.leaves().get(0);
    }
    if (operand instanceof Linked linked) {
      Value none = scope.at(tree).intConstant(0);
      return scope.cursor().isMade(linked.index())
          ? scope.decided(false, tree)
          : scope.at(tree).apply(Operator.EQ, linked.index(), none);
    }
    Optional<Value> identity = identity(operand);
    if (identity.filter(scope.cursor()::isMade).isPresent()) {
      return scope.decided(false, tree);
    }
    if (identity.isPresent()) {
      Value none = scope.at(tree).constant(Conversions.NULL, null);
      return operators.compareReferences(Operator.EQ, identity.get(), none, "", tree);
    }
    if (operand instanceof Operand.Scalar scalar) {
      Value none = scope.at(tree).constant(Conversions.NULL, null);
      return operators.compareReferences(Operator.EQ, scalar.value(), none, "", tree);
    }
    return scope.decided(isNull(operand) || operand instanceof Operand.Unset, tree);
  }
}
