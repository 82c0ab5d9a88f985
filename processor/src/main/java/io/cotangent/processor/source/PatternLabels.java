package io.cotangent.processor.source;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a switch selects by with labels some of which are patterns or null. Groups are
 * asked in the order in which they stand.
 */
final class PatternLabels implements Labels {
  private final Scope scope;
  private final ExpressionLowering expressions;
  private final PatternLowering patterns;
  private final boolean takesNull;
  private Operand selector;

  private PatternLabels(
      Scope scope, ExpressionLowering expressions, Operand selector, boolean takesNull) {
    this.scope = scope;
    this.expressions = expressions;
    this.patterns = new PatternLowering(scope, expressions.conversions());
    this.selector = selector;
    this.takesNull = takesNull;
  }

  /** Whether such labels are in a switch. */
  static boolean areIn(List<? extends CaseTree> cases) {
    return cases.stream().anyMatch(PatternLabels::hasPattern) || takeNull(cases);
  }

  private static boolean hasPattern(CaseTree group) {
    return NewerTrees.labels(group).stream().anyMatch(l -> NewerTrees.pattern(l).isPresent());
  }

  private static boolean takeNull(List<? extends CaseTree> cases) {
    return cases.stream()
        .flatMap(g -> NewerTrees.labels(g).stream())
        .anyMatch(PatternLabels::isNull);
  }

  private static boolean isNull(Tree label) {
    return NewerTrees.constant(label)
        .filter(c -> c.getKind() == Tree.Kind.NULL_LITERAL)
        .isPresent();
  }

  /** Evaluates what a switch selects by; null is refused unless there is a label for it. */
  static PatternLabels of(
      ExpressionTree tree,
      List<? extends CaseTree> cases,
      Scope scope,
      ExpressionLowering expressions) {
    Operand selector = expressions.lower(tree, "selector");
    boolean takesNull = takeNull(cases);
    Operand operand = takesNull ? selector : refuseNull(selector, tree, scope, expressions);
    return new PatternLabels(scope, expressions, operand, takesNull);
  }

  private static Operand refuseNull(
      Operand selector, Tree tree, Scope scope, ExpressionLowering expressions) {
    Value none = expressions.isNull(selector, tree);
    scope
        .cursor()
        .branch(
            scope.origin(tree), none, () -> expressions.conversions().throwNull(tree), () -> {});
    return new ClassTests(scope).nonNull(selector);
  }

  @Override
  public boolean inOrder() {
    return true;
  }

  @Override
  public Value match(List<CaseTree> run, int last) {
    CaseTree group = run.get(0);
    if (run.size() > 1) {
      scope.report(
          run.get(1), Problem.UNSUPPORTED_CONSTRUCT, "falling through in a switch with patterns");
      throw new Rejected();
    }
    Value matches =
        NewerTrees.labels(group).stream()
            .map(label -> match(label, group))
            .reduce((a, b) -> scope.at(group).apply(Operator.BIT_OR, a, b))
            .orElseThrow();
    Optional<ExpressionTree> guard = NewerTrees.guard(group);
    if (guard.isEmpty()) {
      labels(group).forEach(p -> selector = takesNull ? selector : patterns.remaining(selector, p));
      return matches;
    }
    return scope
        .cursor()
        .branch(
            scope.origin(group),
            matches,
            () -> List.of(expressions.condition(guard.get())),
            () -> List.of(scope.decided(false, group)),
            List.of())
        .get(0);
  }

  private static List<Tree> labels(CaseTree group) {
    return NewerTrees.labels(group).stream().flatMap(l -> NewerTrees.pattern(l).stream()).toList();
  }

  private Value match(Tree label, CaseTree group) {
    Optional<Tree> pattern = NewerTrees.pattern(label);
    if (pattern.isPresent()) {
      return takesNull
          ? patterns.match(selector, pattern.get())
          : patterns.matchNonNull(selector, pattern.get());
    }
    if (isNull(label)) {
      return expressions.isNull(selector, label);
    }
    ExpressionTree constant =
        NewerTrees.constant(label)
            .orElseThrow(
                () -> {
                  scope.report(group, Problem.UNSUPPORTED_CONSTRUCT, "this case label");
                  return new Rejected();
                });
    return new CaseLabels(scope, expressions, expressions.value(selector, label)).match(constant);
  }

  /** Throws what Java throws where no label of a switch matches that is complete. */
  @Override
  public void unmatched(Tree tree) {
    Origin origin = scope.origin(tree);
    scope.at(tree);
    Raising raising = scope.cursor().raising();
    String java = "new {java.lang.MatchException}(null, null)";
    RefType type = new RefType("java.lang.MatchException");
    raising.raise(raising.opaque(type, java, List.of(), Nature.UNKNOWN, origin), origin);
  }
}
