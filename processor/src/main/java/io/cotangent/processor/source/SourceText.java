package io.cotangent.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SourcePositions;

/** What a statement looks like in a comment. */
final class SourceText {
  private static final int LONGEST = 100;

  private SourceText() {}

  /** The text of the tree on one line; of a compound statement only its head. */
  static String line(
      String source, SourcePositions positions, CompilationUnitTree unit, Tree tree) {
    long start = positions.getStartPosition(unit, tree);
    long end = positions.getEndPosition(unit, tree);
    Tree body = body(tree);
    if (body != null && positions.getStartPosition(unit, body) > start) {
      end = positions.getStartPosition(unit, body);
    }
    if (start < 0 || end < start || end > source.length()) {
      return "";
    }
    String text = source.substring((int) start, (int) end);
    int brace = tree instanceof SwitchTree ? text.indexOf('{') : -1;
    String line = (brace < 0 ? text : text.substring(0, brace)).replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }

  private static Tree body(Tree tree) {
    if (tree instanceof IfTree statement) {
      return statement.getThenStatement();
    }
    if (tree instanceof ForLoopTree loop) {
      return loop.getStatement();
    }
    if (tree instanceof EnhancedForLoopTree loop) {
      return loop.getStatement();
    }
    if (tree instanceof WhileLoopTree loop) {
      return loop.getStatement();
    }
    if (tree instanceof DoWhileLoopTree loop) {
      return loop.getStatement();
    }
    return tree instanceof LabeledStatementTree labeled ? labeled.getStatement() : null;
  }
}
