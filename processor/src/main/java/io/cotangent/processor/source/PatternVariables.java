package io.cotangent.processor.source;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the variables that the patterns in the expressions of a statement declare. Their scope
 * reaches further than the operand they stand in, so they begin in front of the statement.
 */
final class PatternVariables extends TreeScanner<Void, Void> {
  private final List<VariableTree> found = new ArrayList<>();
  private final Tree root;

  private PatternVariables(Tree root) {
    this.root = root;
  }

  /**
   * The variables of a statement, an expression or a group of a switch; not those of what it holds.
   */
  static List<VariableTree> of(Tree statement) {
    Tree root = statement;
    while (root instanceof LabeledStatementTree labelled) {
      root = labelled.getStatement();
    }
    PatternVariables scanner = new PatternVariables(root);
    scanner.scan(root, null);
    return scanner.found;
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    boolean isOther =
        tree instanceof StatementTree
            || tree instanceof LambdaExpressionTree
            || tree instanceof CaseTree;
    return isOther && tree != root ? null : super.scan(tree, null);
  }

  @Override
  public Void visitBindingPattern(BindingPatternTree tree, Void unused) {
    found.add(tree.getVariable());
    return null;
  }
}
