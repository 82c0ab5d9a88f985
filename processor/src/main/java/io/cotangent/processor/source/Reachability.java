package io.cotangent.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;

/**
 * Whether control can reach the end of a statement, as the language defines it. Where the answer
 * would take more than a look at the syntax it is yes, which is always safe.
 */
final class Reachability extends SimpleTreeVisitor<Boolean, Void> {
  private final ConstantFolding constants;

  Reachability(ConstantFolding constants) {
    super(true);
    this.constants = constants;
  }

  boolean canComplete(Tree statement) {
    return statement.accept(this, null);
  }

  boolean canComplete(List<? extends StatementTree> statements) {
    return statements.stream().allMatch(this::canComplete);
  }

  private boolean isTrue(Tree condition) {
    return condition == null || Boolean.TRUE.equals(constants.of(condition));
  }

  private static boolean hasBreak(Tree body) {
    return Jumps.outOf(body).contains(new Jumps.Jump(Exit.Kind.BREAK, Exit.UNNAMED));
  }

  @Override
  public Boolean visitBlock(BlockTree node, Void unused) {
    return canComplete(node.getStatements());
  }

  @Override
  public Boolean visitReturn(ReturnTree node, Void unused) {
    return false;
  }

  @Override
  public Boolean visitThrow(ThrowTree node, Void unused) {
    return false;
  }

  @Override
  public Boolean visitBreak(BreakTree node, Void unused) {
    return false;
  }

  @Override
  public Boolean visitContinue(ContinueTree node, Void unused) {
    return false;
  }

  @Override
  public Boolean visitYield(YieldTree node, Void unused) {
    return false;
  }

  @Override
  public Boolean visitIf(IfTree node, Void unused) {
    return node.getElseStatement() == null
        || canComplete(node.getThenStatement())
        || canComplete(node.getElseStatement());
  }

  @Override
  public Boolean visitWhileLoop(WhileLoopTree node, Void unused) {
    return !isTrue(node.getCondition()) || hasBreak(node.getStatement());
  }

  @Override
  public Boolean visitForLoop(ForLoopTree node, Void unused) {
    return !isTrue(node.getCondition()) || hasBreak(node.getStatement());
  }

  @Override
  public Boolean visitDoWhileLoop(DoWhileLoopTree node, Void unused) {
    return hasBreak(node.getStatement())
        || !isTrue(node.getCondition()) && reachesCondition(node.getStatement());
  }

  /** Whether the end of a loop's body is reached, by a {@code continue} or otherwise. */
  boolean reachesCondition(StatementTree body) {
    boolean continues =
        Jumps.outOf(body).stream().anyMatch(jump -> jump.kind() == Exit.Kind.CONTINUE);
    return continues || canComplete(body);
  }

  @Override
  public Boolean visitLabeledStatement(LabeledStatementTree node, Void unused) {
    Jumps.Jump jump = new Jumps.Jump(Exit.Kind.BREAK, node.getLabel().toString());
    return Jumps.outOf(node.getStatement()).contains(jump) || canComplete(node.getStatement());
  }

  @Override
  public Boolean visitSwitch(SwitchTree node, Void unused) {
    boolean hasDefault = false;
    boolean completes = true;
    for (CaseTree group : node.getCases()) {
      hasDefault |= Labels.isDefault(group);
      if (hasBreak(group) || isRule(group) && completes(group)) {
        return true;
      }
      completes = completes(group);
    }
    return !hasDefault || completes;
  }

  private static boolean isRule(CaseTree group) {
    return group.getCaseKind() == CaseTree.CaseKind.RULE;
  }

  private boolean completes(CaseTree group) {
    if (isRule(group)) {
      return !(group.getBody() instanceof StatementTree body) || canComplete(body);
    }
    return canComplete(group.getStatements());
  }
}
