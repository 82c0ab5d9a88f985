package io.cotangent.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;

/** Finds the local variables that a piece of code assigns to. */
final class AssignedVariables extends TreeScanner<Void, Void> {
  private final Set<Element> assigned = new LinkedHashSet<>();
  private final Function<Tree, Element> elements;

  private AssignedVariables(Function<Tree, Element> elements) {
    this.elements = elements;
  }

  /** The elements of the simple names the code assigns to. */
  static Set<Element> in(Iterable<? extends Tree> code, Function<Tree, Element> elements) {
    AssignedVariables scanner = new AssignedVariables(elements);
    scanner.scan(code, null);
    return scanner.assigned;
  }

  private void target(ExpressionTree tree) {
    ExpressionTree target = tree;
    while (target instanceof ParenthesizedTree parentheses) {
      target = parentheses.getExpression();
    }
    if (target instanceof IdentifierTree) {
      assigned.add(elements.apply(target));
    }
  }

  @Override
  public Void visitAssignment(AssignmentTree node, Void unused) {
    target(node.getVariable());
    return super.visitAssignment(node, null);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree node, Void unused) {
    target(node.getVariable());
    return super.visitCompoundAssignment(node, null);
  }

  /** The variables of patterns that begin in front of the code. */
  @Override
  public Void visitBindingPattern(BindingPatternTree node, Void unused) {
    assigned.add(elements.apply(node.getVariable()));
    return super.visitBindingPattern(node, null);
  }

  @Override
  public Void visitUnary(UnaryTree node, Void unused) {
    switch (node.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          target(node.getExpression());
      default -> {
        // The other operators change nothing.
      }
    }
    return super.visitUnary(node, null);
  }
}
