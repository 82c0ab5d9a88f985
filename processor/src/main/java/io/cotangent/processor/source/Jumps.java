package io.cotangent.processor.source;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Name;

/** Finds the jumps that leave a piece of code. */
final class Jumps extends TreeScanner<Void, Void> {
  /**
   * A jump.
   *
   * @param label {@link Exit#UNNAMED} if it names none
   */
  record Jump(Exit.Kind kind, String label) {}

  private final Set<Jump> leaving = new LinkedHashSet<>();
  private final Deque<String> labels = new ArrayDeque<>();
  private int breakables;
  private int loops;
  private int switchExpressions;

  private Jumps() {}

  /** The jumps in the code that go to somewhere outside of it. */
  static Set<Jump> outOf(Tree code) {
    Jumps jumps = new Jumps();
    jumps.scan(code, null);
    return jumps.leaving;
  }

  private Void jump(Exit.Kind kind, Name label, boolean isInside) {
    boolean inside = label == null ? isInside : labels.contains(label.toString());
    if (!inside) {
      leaving.add(new Jump(kind, label == null ? Exit.UNNAMED : label.toString()));
    }
    return null;
  }

  private Void loop(Runnable scan) {
    breakables++;
    loops++;
    scan.run();
    breakables--;
    loops--;
    return null;
  }

  @Override
  public Void visitBreak(BreakTree node, Void unused) {
    return jump(Exit.Kind.BREAK, node.getLabel(), breakables > 0);
  }

  @Override
  public Void visitContinue(ContinueTree node, Void unused) {
    return jump(Exit.Kind.CONTINUE, node.getLabel(), loops > 0);
  }

  @Override
  public Void visitReturn(ReturnTree node, Void unused) {
    jump(Exit.Kind.RETURN, null, false);
    return super.visitReturn(node, null);
  }

  @Override
  public Void visitYield(YieldTree node, Void unused) {
    jump(Exit.Kind.YIELD, null, switchExpressions > 0);
    return super.visitYield(node, null);
  }

  @Override
  public Void visitLabeledStatement(LabeledStatementTree node, Void unused) {
    labels.push(node.getLabel().toString());
    super.visitLabeledStatement(node, null);
    labels.pop();
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree node, Void unused) {
    return loop(() -> super.visitForLoop(node, null));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
    return loop(() -> super.visitEnhancedForLoop(node, null));
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree node, Void unused) {
    return loop(() -> super.visitWhileLoop(node, null));
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree node, Void unused) {
    return loop(() -> super.visitDoWhileLoop(node, null));
  }

  @Override
  public Void visitSwitch(SwitchTree node, Void unused) {
    breakables++;
    super.visitSwitch(node, null);
    breakables--;
    return null;
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree node, Void unused) {
    switchExpressions++;
    super.visitSwitchExpression(node, null);
    switchExpressions--;
    return null;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree node, Void unused) {
    return null;
  }
}
