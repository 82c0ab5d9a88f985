package io.cotangent.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import io.cotangent.Checkpointed;
import io.cotangent.processor.report.Problem;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads the wish for checkpoints in the header of a loop. */
record Checkpointing(Scope scope) {
  /** How many states the loop is to keep; 0 if it is not to be checkpointed. */
  int snapshots(ForLoopTree loop) {
    for (StatementTree statement : loop.getInitializer()) {
      if (statement instanceof VariableTree variable) {
        Optional<AnnotationTree> wish = wish(variable);
        if (wish.isPresent()) {
          return snapshots(wish.get());
        }
      }
    }
    return 0;
  }

  /** Reports a wish at a variable that belongs to no loop. */
  void requireNone(VariableTree variable) {
    wish(variable).ifPresent(tree -> scope.report(tree, Problem.CHECKPOINT_PLACE));
  }

  private int snapshots(AnnotationTree wish) {
    for (ExpressionTree argument : wish.getArguments()) {
      if (argument instanceof AssignmentTree assignment
          && scope.constants().of(assignment.getExpression()) instanceof Integer number
          && number > 0) {
        return number;
      }
    }
    scope.report(wish, Problem.CHECKPOINT_PLACE);
    return 0;
  }

  private Optional<AnnotationTree> wish(VariableTree variable) {
    return variable.getModifiers().getAnnotations().stream()
        .<AnnotationTree>map(a -> a)
        .filter(this::isWish)
        .findFirst();
  }

  private boolean isWish(AnnotationTree tree) {
    return scope.element(tree.getAnnotationType()) instanceof TypeElement type
        && type.getQualifiedName().contentEquals(Checkpointed.class.getName());
  }
}
