package io.cotangent.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lowers the operators of the language that have no effects of their own. */
final class OperatorLowering {
  private final Scope scope;
  private final ExpressionLowering expressions;

  OperatorLowering(Scope scope, ExpressionLowering expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  Operand unary(UnaryTree tree, String name) {
    Value operand = expressions.value(tree.getExpression(), "");
    if (scope.cursor().decided(operand).isPresent()) {
      return new Operand.Scalar(not(operand, name, tree));
    }
    Primitive type = Conversions.promoted(operand.type());
    Value promoted = expressions.conversions().convert(operand, type, tree.getExpression());
    Builder builder = scope.at(tree);
    return new Operand.Scalar(
        JavaOperators.unary(tree.getKind())
            .map(operator -> builder.apply(operator, type, name, List.of(promoted)))
            .orElse(promoted));
  }

  /** The opposite of a condition. */
  Value not(Value condition, String name, Tree tree) {
    Optional<Boolean> decided = scope.cursor().decided(condition);
    return decided.isPresent()
        ? scope.decided(!decided.get(), tree)
        : scope.at(tree).apply(Operator.NOT, Primitive.BOOLEAN, name, List.of(condition));
  }

  Operand binary(BinaryTree tree, String name) {
    if (tree.getKind() == Kind.CONDITIONAL_AND || tree.getKind() == Kind.CONDITIONAL_OR) {
      return new Operand.Scalar(shortCircuit(tree, name));
    }
    if (tree.getKind() == Kind.PLUS && scope.type(tree).equals(RefType.STRING)) {
      return new Operand.Scalar(concatenation(tree, name));
    }
    Operand first = expressions.lower(tree.getLeftOperand(), "");
    Operand second = expressions.lower(tree.getRightOperand(), "");
    Operator operator = JavaOperators.binary(tree.getKind());
    boolean equality = operator == Operator.EQ || operator == Operator.NE;
    if (equality && first.type().isReference() && second.type().isReference()) {
      return new Operand.Scalar(
          new IdentityLowering(scope, this).compare(first, second, operator, name, tree));
    }
    Value left = expressions.value(first, tree.getLeftOperand());
    Value right = expressions.value(second, tree.getRightOperand());
    return new Operand.Scalar(apply(operator, left, right, name, tree));
  }

  /** An operator on two values of any type it takes. */
  Value apply(Operator operator, Value left, Value right, String name, Tree tree) {
    Conversions conversions = expressions.conversions();
    boolean shift = JavaOperators.isShift(operator);
    Primitive type =
        shift ? Conversions.promoted(left.type()) : Conversions.promoted(left.type(), right.type());
    Value a = conversions.convert(left, type, tree);
    Value b = conversions.convert(right, shift ? Conversions.promoted(right.type()) : type, tree);
    Type result = operator.isComparison() ? Primitive.BOOLEAN : type;
    return scope.at(tree).apply(operator, result, name, List.of(a, b));
  }

  /** Whether two references are the same. */
  Value compareReferences(Operator operator, Value left, Value right, String name, Tree tree) {
    Type type = left.type().equals(Conversions.NULL) ? right.type() : left.type();
    if (type.equals(Conversions.NULL)) {
      type = RefType.OBJECT;
    }
    Value a = expressions.conversions().convert(left, type, tree);
    Value b = expressions.conversions().convert(right, type, tree);
    return scope.at(tree).apply(operator, Primitive.BOOLEAN, name, List.of(a, b));
  }

  private Value shortCircuit(BinaryTree tree, String name) {
    boolean and = tree.getKind() == Kind.CONDITIONAL_AND;
    Value left = expressions.condition(tree.getLeftOperand());
    Supplier<List<Value>> decided = () -> List.of(scope.decided(!and, tree));
    Supplier<List<Value>> open = () -> List.of(expressions.condition(tree.getRightOperand()));
    return scope
        .cursor()
        .branch(scope.origin(tree), left, and ? open : decided, and ? decided : open, List.of(name))
        .get(0);
  }

  Operand conditional(ConditionalExpressionTree tree, String name) {
    Object constant = scope.constants().of(tree.getCondition());
    Type type = scope.type(tree);
    if (constant != null) {
      boolean first = Boolean.TRUE.equals(constant);
      Tree chosen = first ? tree.getTrueExpression() : tree.getFalseExpression();
      return expressions.converted(chosen, type, name);
    }
    Value condition = expressions.condition(tree.getCondition());
    return scope
        .cursor()
        .choose(
            scope.origin(tree),
            condition,
            name,
            () -> expressions.converted(tree.getTrueExpression(), type, name),
            () -> expressions.converted(tree.getFalseExpression(), type, name));
  }

  private Value concatenation(BinaryTree tree, String name) {
    // Left-nested concatenations become one; the values are computed from left to right.
    Deque<Tree> parts = new ArrayDeque<>();
    Tree left = tree;
    while (isConcatenation(left)) {
      BinaryTree concatenation = (BinaryTree) left;
      parts.push(concatenation.getRightOperand());
      left = ExpressionLowering.withoutParentheses(concatenation.getLeftOperand());
    }
    parts.push(left);
    List<Operand> operands = new ArrayList<>();
    parts.forEach(part -> operands.add(expressions.lower(part, "")));
    return concatenate(operands, name, tree);
  }

  private boolean isConcatenation(Tree tree) {
    return tree.getKind() == Kind.PLUS
        && scope.constants().of(tree) == null
        && scope.type(tree).equals(RefType.STRING);
  }

  /** The string that is made of the operands. */
  Value concatenate(List<Operand> operands, String name, Tree tree) {
    Template java = new Template();
    for (Operand operand : operands) {
      Operand part = expressions.conversions().typed(operand, "a text", tree);
      java.add(java.args().isEmpty() ? "" : " + ").add(java.argument(part));
    }
    return scope
        .opaque(tree, RefType.STRING, name, java, Nature.SINK, "string concatenation")
        .leaves()
        .get(0);
  }
}
