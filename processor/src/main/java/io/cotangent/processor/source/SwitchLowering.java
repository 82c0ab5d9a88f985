package io.cotangent.processor.source;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lowers switches to branches. Groups of statements that fall through into one another form a run;
 * exactly one run is entered, and within it everything from the first group that matches.
 */
final class SwitchLowering {
  private static final int LONGEST_CHAIN = 24;

  private final Scope scope;
  private final StatementLowering statements;
  private final Reachability reachability;

  SwitchLowering(Scope scope, StatementLowering statements, Reachability reachability) {
    this.scope = scope;
    this.statements = statements;
    this.reachability = reachability;
  }

  void statement(SwitchTree tree) {
    Exit broken = Exit.nearest(Exit.Kind.BREAK, Set.of());
    Labels labels = labels(tree.getExpression(), tree.getCases());
    scope
        .exits()
        .within(
            List.of(broken),
            () -> {
              scope.exits().reset(broken);
              new Dispatch(labels, tree, false).lower(tree.getCases());
            });
  }

  private Labels labels(ExpressionTree selector, List<? extends CaseTree> cases) {
    ExpressionLowering expressions = statements.expressions();
    return PatternLabels.areIn(cases)
        ? PatternLabels.of(selector, cases, scope, expressions)
        : CaseLabels.of(selector, scope, expressions);
  }

  Operand expression(SwitchExpressionTree tree, String name) {
    Exit yielded = Exit.withValue(Exit.Kind.YIELD, name, scope.type(tree));
    Labels labels = labels(tree.getExpression(), tree.getCases());
    scope
        .exits()
        .within(
            List.of(yielded),
            () -> {
              scope.exits().reset(yielded);
              new Dispatch(labels, tree, true).lower(tree.getCases());
            });
    return scope.cursor().variables().get(yielded.value());
  }

  /** The lowering of one switch. */
  private final class Dispatch {
    private final Labels labels;
    private final Tree tree;
    private final boolean isExpression;

    Dispatch(Labels labels, Tree tree, boolean isExpression) {
      this.labels = labels;
      this.tree = tree;
      this.isExpression = isExpression;
    }

    void lower(List<? extends CaseTree> cases) {
      declareAll(cases);
      List<List<CaseTree>> runs = runs(cases);
      // Labels differ, so the order of the tests does not matter: the default comes last.
      runs.stream()
          .filter(Dispatch::isDefault)
          .findFirst()
          .ifPresent(
              run -> {
                runs.remove(run);
                runs.add(run);
              });
      enterOneOf(runs, isExpression);
    }

    /** A variable declared in one group can be assigned in a later one. */
    private void declareAll(List<? extends CaseTree> cases) {
      for (CaseTree group : cases) {
        scope.declarePatterns(group);
        for (StatementTree statement : statementsOf(group)) {
          if (statement instanceof VariableTree variable) {
            var element = scope.element(variable);
            var type = scope.type(element.asType(), variable);
            scope.declare(element, type, scope.zero(type));
          }
        }
      }
    }

    /** Enters the run that matches; one of them does if they are complete. */
    private void enterOneOf(List<List<CaseTree>> runs, boolean isComplete) {
      if (runs.isEmpty()) {
        labels.unmatched(tree);
        return;
      }
      if (runs.size() > LONGEST_CHAIN && !labels.inOrder()) {
        enterOneOfMany(runs, isComplete);
        return;
      }
      List<CaseTree> run = runs.get(0);
      boolean isLast = runs.size() == 1 && (isComplete && !labels.inOrder() || isDefault(run));
      if (isLast) {
        lowerRun(run, 0);
        return;
      }
      Value matches = labels.match(run, run.size() - 1);
      List<List<CaseTree>> others = runs.subList(1, runs.size());
      scope
          .cursor()
          .branch(
              scope.origin(tree),
              matches,
              () -> lowerRun(run, 0),
              () -> enterOneOf(others, isComplete));
    }

    private static boolean isDefault(List<CaseTree> run) {
      return run.stream().anyMatch(Labels::isDefault);
    }

    /** Branches would nest too deeply for compilers: a first test finds a group of runs. */
    private void enterOneOfMany(List<List<CaseTree>> runs, boolean isComplete) {
      List<List<CaseTree>> first = runs.subList(0, LONGEST_CHAIN);
      List<List<CaseTree>> others = runs.subList(LONGEST_CHAIN, runs.size());
      Value matches =
          first.stream()
              .map(run -> labels.match(run, run.size() - 1))
              .reduce((a, b) -> scope.at(tree).apply(Operator.BIT_OR, a, b))
              .orElseThrow();
      scope
          .cursor()
          .branch(
              scope.origin(tree),
              matches,
              () -> enterOneOf(first, true),
              () -> enterOneOf(others, isComplete));
    }

    private void lowerRun(List<CaseTree> run, int from) {
      CaseTree group = run.get(from);
      if (from == run.size() - 1) {
        lowerGroup(group);
        return;
      }
      Value entered = labels.match(run, from);
      scope.cursor().branch(scope.origin(group), entered, () -> lowerGroup(group), () -> {});
      Set<Exit> leaving = scope.exits().leaving(group);
      if (leaving.isEmpty()) {
        lowerRun(run, from + 1);
      } else {
        statements.unlessTaken(leaving, group, () -> lowerRun(run, from + 1));
      }
    }

    private void lowerGroup(CaseTree group) {
      if (group.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
        statements.lower(group.getStatements());
      } else if (group.getBody() instanceof StatementTree body && !isValue(group)) {
        statements.lower(List.of(body));
      } else {
        statements.yield(valueOf(group));
      }
    }

    private boolean isValue(CaseTree group) {
      return isExpression && group.getBody() instanceof ExpressionStatementTree;
    }

    private ExpressionTree valueOf(CaseTree group) {
      return group.getBody() instanceof ExpressionStatementTree statement
          ? statement.getExpression()
          : (ExpressionTree) group.getBody();
    }
  }

  private List<List<CaseTree>> runs(List<? extends CaseTree> cases) {
    List<List<CaseTree>> runs = new ArrayList<>();
    boolean fallsThrough = false;
    for (CaseTree group : cases) {
      if (!fallsThrough) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(group);
      fallsThrough =
          group.getCaseKind() == CaseTree.CaseKind.STATEMENT
              && reachability.canComplete(group.getStatements());
    }
    return runs;
  }

  private static List<? extends StatementTree> statementsOf(CaseTree group) {
    return group.getCaseKind() == CaseTree.CaseKind.STATEMENT ? group.getStatements() : List.of();
  }
}
