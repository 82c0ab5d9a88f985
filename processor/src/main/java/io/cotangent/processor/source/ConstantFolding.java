package io.cotangent.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Evaluates the constant expressions of the language (JLS 15.29). */
final class ConstantFolding extends SimpleTreeVisitor<Object, Void> {
  private final Function<Tree, Element> elements;
  private final Function<Tree, Type> types;
  private final Map<Tree, Object> known = new IdentityHashMap<>();

  /**
   * Constants of one attributed source.
   *
   * @param types the type of an expression; null where it has none here
   */
  ConstantFolding(Function<Tree, Element> elements, Function<Tree, Type> types) {
    this.elements = elements;
    this.types = types;
  }

  /** The boxed value or string the expression always has; null if it is not a constant. */
  Object of(Tree expression) {
    if (!known.containsKey(expression)) {
      known.put(expression, expression.accept(this, null));
    }
    return known.get(expression);
  }

  @Override
  public Object visitLiteral(LiteralTree node, Void unused) {
    return node.getValue();
  }

  @Override
  public Object visitParenthesized(ParenthesizedTree node, Void unused) {
    return of(node.getExpression());
  }

  @Override
  public Object visitIdentifier(IdentifierTree node, Void unused) {
    return elements.apply(node) instanceof VariableElement variable
        ? variable.getConstantValue()
        : null;
  }

  @Override
  public Object visitMemberSelect(MemberSelectTree node, Void unused) {
    return elements.apply(node) instanceof VariableElement variable
        ? variable.getConstantValue()
        : null;
  }

  @Override
  public Object visitTypeCast(TypeCastTree node, Void unused) {
    Object operand = of(node.getExpression());
    Type type = types.apply(node);
    if (operand instanceof String && RefType.STRING.equals(type)) {
      return operand;
    }
    boolean primitive = type instanceof Primitive && !(operand instanceof String);
    return operand == null || !primitive ? null : Arithmetic.cast(operand, (Primitive) type);
  }

  @Override
  public Object visitUnary(UnaryTree node, Void unused) {
    return switch (node.getKind()) {
      case UNARY_PLUS, UNARY_MINUS, BITWISE_COMPLEMENT, LOGICAL_COMPLEMENT -> {
        Object operand = of(node.getExpression());
        yield operand == null ? null : Numbers.unary(node.getKind(), operand);
      }
      default -> null;
    };
  }

  @Override
  public Object visitBinary(BinaryTree node, Void unused) {
    Object left = of(node.getLeftOperand());
    Object right = of(node.getRightOperand());
    return left == null || right == null ? null : Numbers.binary(node.getKind(), left, right);
  }

  @Override
  public Object visitConditionalExpression(ConditionalExpressionTree node, Void unused) {
    Object condition = of(node.getCondition());
    Object first = of(node.getTrueExpression());
    Object second = of(node.getFalseExpression());
    if (condition == null || first == null || second == null) {
      return null;
    }
    Object chosen = Boolean.TRUE.equals(condition) ? first : second;
    boolean numeric = types.apply(node) instanceof Primitive type && type != Primitive.BOOLEAN;
    return numeric ? Arithmetic.cast(chosen, (Primitive) types.apply(node)) : chosen;
  }
}
