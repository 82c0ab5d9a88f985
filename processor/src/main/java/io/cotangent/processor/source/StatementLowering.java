package io.cotangent.processor.source;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;

/**
 * Lowers statements. A jump only sets the flag of the place it goes to; what makes it a jump is
 * that the rest of each list of statements it leaves is skipped: it moves into the arm of an {@code
 * if} that does not jump, or is guarded by the flag.
 */
final class StatementLowering extends SimpleTreeVisitor<Void, Void> {
  private final Scope scope;
  private final ExpressionLowering expressions;
  private final LoopLowering loops;
  private final SwitchLowering switches;
  private final TryLowering tries;
  private final Reachability reachability;
  private Set<String> labels = Set.of();
  private boolean inHeader;

  StatementLowering(Scope scope, Functions functions) {
    this.scope = scope;
    this.reachability = new Reachability(scope.constants());
    this.switches = new SwitchLowering(scope, this, reachability);
    this.expressions = new ExpressionLowering(scope, functions, switches);
    this.loops = new LoopLowering(scope, this, expressions, reachability);
    this.tries = new TryLowering(scope, functions, this);
  }

  ExpressionLowering expressions() {
    return expressions;
  }

  /** Statements that follow one another. */
  void lower(List<? extends StatementTree> statements) {
    for (int i = 0; i < statements.size() && !scope.cursor().isTerminated(); i++) {
      StatementTree statement = statements.get(i);
      List<? extends StatementTree> rest = statements.subList(i + 1, statements.size());
      if (statement instanceof BlockTree block) {
        lower(concat(block.getStatements(), rest));
        return;
      }
      if (statement instanceof IfTree branch) {
        lowerIf(branch, rest);
        return;
      }
      single(statement);
      if (!reachability.canComplete(statement)) {
        return;
      }
      Set<Exit> leaving = scope.exits().leaving(statement);
      if (!leaving.isEmpty()) {
        unlessTaken(leaving, statement, () -> lower(rest));
        return;
      }
    }
  }

  private static List<StatementTree> concat(
      List<? extends StatementTree> first, List<? extends StatementTree> second) {
    List<StatementTree> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private void single(StatementTree statement) {
    scope.enter(statement);
    scope.declarePatterns(statement);
    try {
      statement.accept(this, null);
    } catch (Rejected alreadyReported) {
      scope.rejected(statement);
      // On with the next statement: all problems of a method are reported at once.
    }
  }

  /** Whether control can reach the end of a statement. */
  boolean canComplete(Tree statement) {
    return reachability.canComplete(statement);
  }

  /** Code that runs only if none of the exits has been taken. */
  void unlessTaken(Set<Exit> exits, Tree tree, Runnable code) {
    scope.at(tree);
    if (scope.exits().areTaken(exits)) {
      return;
    }
    Value taken = scope.exits().taken(exits).orElseThrow();
    Value open = scope.at(tree).apply(Operator.NOT, taken);
    scope.cursor().branch(scope.origin(tree), open, code, () -> {});
  }

  /** A condition; where it cannot be lowered, the search for problems goes on behind it. */
  Value condition(ExpressionTree tree) {
    try {
      return expressions.condition(tree);
    } catch (Rejected alreadyReported) {
      scope.rejected(tree);
      return scope.at(tree).bool(false);
    }
  }

  private void lowerIf(IfTree tree, List<? extends StatementTree> rest) {
    List<StatementTree> then = List.of(tree.getThenStatement());
    List<StatementTree> otherwise =
        tree.getElseStatement() == null ? List.of() : List.of(tree.getElseStatement());
    scope.enter(tree);
    scope.declarePatterns(tree);
    Object constant = scope.constants().of(tree.getCondition());
    if (constant != null) {
      lower(concat(Boolean.TRUE.equals(constant) ? then : otherwise, rest));
      return;
    }
    boolean thenCompletes = reachability.canComplete(then);
    boolean otherwiseCompletes = reachability.canComplete(otherwise);
    Set<Exit> leaving = scope.exits().leaving(tree);
    boolean intoOtherwise = !leaving.isEmpty() && !thenCompletes;
    boolean intoThen = !leaving.isEmpty() && !otherwiseCompletes && !intoOtherwise;
    List<? extends StatementTree> first = intoThen ? concat(then, rest) : then;
    List<? extends StatementTree> second = intoOtherwise ? concat(otherwise, rest) : otherwise;
    Value condition = condition(tree.getCondition());
    scope.cursor().branch(scope.origin(tree), condition, () -> lower(first), () -> lower(second));
    if (intoThen || intoOtherwise || !thenCompletes && !otherwiseCompletes || rest.isEmpty()) {
      return;
    }
    if (leaving.isEmpty()) {
      lower(rest);
    } else {
      unlessTaken(leaving, tree, () -> lower(rest));
    }
  }

  @Override
  protected Void defaultAction(Tree tree, Void unused) {
    String what = tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    scope.report(tree, Problem.UNSUPPORTED_CONSTRUCT, what);
    return null;
  }

  @Override
  public Void visitEmptyStatement(EmptyStatementTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null; // it is looked at where its objects are made
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
    expressions.lower(tree.getExpression(), "");
    return null;
  }

  /** Lowers what stands first in the header of a for loop. */
  void lowerHeader(List<? extends StatementTree> statements) {
    inHeader = true;
    lower(statements);
    inHeader = false;
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    if (!inHeader) {
      new Checkpointing(scope).requireNone(tree);
    }
    Element element = scope.element(tree);
    Type type = scope.type(element.asType(), tree);
    try {
      Operand content =
          tree.getInitializer() == null
              ? scope.zero(type)
              : expressions.converted(tree.getInitializer(), type, tree.getName().toString());
      scope.declare(element, type, content);
      watch(tree, element, content);
    } catch (Rejected alreadyReported) {
      scope.rejected(tree);
      scope.declare(element, type, scope.zero(type));
    }
    return null;
  }

  private void watch(VariableTree tree, Element element, Operand content) {
    if (Watching.isWatched(tree, scope.program(), scope.source())) {
      Variable variable = scope.local(element).orElseThrow();
      scope.watched().declare(variable);
      if (tree.getInitializer() != null) {
        scope.at(tree);
        scope.assign(variable, content);
      }
    }
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void unused) {
    jump(Exit.Kind.RETURN, null, tree.getExpression());
    return null;
  }

  @Override
  public Void visitYield(YieldTree tree, Void unused) {
    this.yield(tree.getValue());
    return null;
  }

  @Override
  public Void visitBreak(BreakTree tree, Void unused) {
    jump(Exit.Kind.BREAK, tree.getLabel(), null);
    return null;
  }

  @Override
  public Void visitContinue(ContinueTree tree, Void unused) {
    jump(Exit.Kind.CONTINUE, tree.getLabel(), null);
    return null;
  }

  /** Hands a value to the switch expression around it. */
  void yield(ExpressionTree value) {
    jump(Exit.Kind.YIELD, null, value);
  }

  private void jump(Exit.Kind kind, Name label, ExpressionTree value) {
    String named = label == null ? Exit.UNNAMED : label.toString();
    Exit exit = scope.exits().target(new Jumps.Jump(kind, named));
    if (value != null) {
      Variable place = exit.value();
      Operand content = expressions.converted(value, place.type(), place.name());
      scope.cursor().variables().set(place, content);
    }
    scope.exits().jump(exit);
  }

  @Override
  public Void visitThrow(ThrowTree tree, Void unused) {
    Value exception = expressions.value(tree.getExpression(), "");
    tries.raise(exception, tree);
    return null;
  }

  @Override
  public Void visitTry(TryTree tree, Void unused) {
    tries.lower(tree);
    return null;
  }

  @Override
  public Void visitAssert(AssertTree tree, Void unused) {
    Assertions.lower(tree, scope, expressions);
    return null;
  }

  @Override
  public Void visitLabeledStatement(LabeledStatementTree tree, Void unused) {
    Set<String> inner = new LinkedHashSet<>(labels);
    inner.add(tree.getLabel().toString());
    labels = inner;
    StatementTree body = tree.getStatement();
    if (isLoop(body) || body instanceof LabeledStatementTree) {
      scope.enter(body);
      body.accept(this, null);
      return null;
    }
    Exit exit = Exit.labelled(Exit.Kind.BREAK, takeLabels());
    scope
        .exits()
        .within(
            List.of(exit),
            () -> {
              scope.exits().reset(exit);
              lower(List.of(body));
            });
    return null;
  }

  private static boolean isLoop(StatementTree tree) {
    return tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree
        || tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree;
  }

  /** The labels in front of the statement that is being lowered. */
  private Set<String> takeLabels() {
    Set<String> taken = labels;
    labels = Set.of();
    return taken;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
    loops.lower(tree, takeLabels());
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    loops.lower(tree, takeLabels());
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void unused) {
    loops.lower(tree, takeLabels());
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
    loops.lower(tree, takeLabels());
    return null;
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void unused) {
    switches.statement(tree);
    return null;
  }
}
