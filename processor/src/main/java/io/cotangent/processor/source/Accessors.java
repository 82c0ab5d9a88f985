package io.cotangent.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** What methods and constructors do with fields, as far as it can be read off their bodies. */
final class Accessors {
  private static final Set<Tree.Kind> STEPS =
      Set.of(
          Tree.Kind.PREFIX_INCREMENT,
          Tree.Kind.PREFIX_DECREMENT,
          Tree.Kind.POSTFIX_INCREMENT,
          Tree.Kind.POSTFIX_DECREMENT);

  private Accessors() {}

  /** Whether a method does nothing but return the field of that name of its own class. */
  static boolean returns(MethodSource source, String field, Program program) {
    List<? extends StatementTree> body = source.tree().getBody().getStatements();
    return body.size() == 1
        && body.get(0) instanceof ReturnTree result
        && isField(result.getExpression(), field, source, program);
  }

  /** Whether the accessor of a component does more than return it, in its source or class file. */
  static boolean doesMore(RecordComponentElement component, Program program) {
    String name = component.getSimpleName().toString();
    return Optional.ofNullable(component.getAccessor())
        .flatMap(program::find)
        .map(source -> !returns(source, name, program))
        .orElseGet(
            () ->
                program
                    .compiled((TypeElement) component.getEnclosingElement())
                    .filter(file -> !file.isPlainAccessor(name))
                    .isPresent());
  }

  /** Whether a method does nothing but assign its only parameter to the field of that name. */
  static boolean assigns(MethodSource source, String field, Program program) {
    List<? extends StatementTree> body = source.tree().getBody().getStatements();
    return body.size() == 1
        && body.get(0) instanceof ExpressionStatementTree statement
        && statement.getExpression() instanceof AssignmentTree assignment
        && isField(assignment.getVariable(), field, source, program)
        && assignment.getExpression() instanceof IdentifierTree value
        && value.getName().equals(source.tree().getParameters().get(0).getName());
  }

  /** Whether an expression is the field of that name of the object at hand. */
  static boolean isField(
      ExpressionTree expression, String field, MethodSource source, Program program) {
    ExpressionTree tree = expression;
    while (tree instanceof ParenthesizedTree inner) {
      tree = inner.getExpression();
    }
    boolean isPlain =
        tree instanceof IdentifierTree
            || tree instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree of
                && of.getName().contentEquals("this");
    Element element = program.trees().getElement(new TreePath(source.path(), tree));
    return isPlain
        && element != null
        && element.getKind().isField()
        && element.getSimpleName().contentEquals(field);
  }

  /**
   * Whether the canonical constructor of a record leaves its components as they are given: all it
   * assigns are its fields, from the parameters of their names.
   */
  static boolean keeps(MethodSource constructor, Program program) {
    AtomicBoolean keeps = new AtomicBoolean(true);
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitAssignment(AssignmentTree tree, Void nothing) {
        if (!isSame(tree) && changes(tree.getVariable(), constructor, program)) {
          keeps.set(false);
        }
        return super.visitAssignment(tree, nothing);
      }

      @Override
      public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
        check(tree.getVariable());
        return super.visitCompoundAssignment(tree, nothing);
      }

      @Override
      public Void visitUnary(UnaryTree tree, Void nothing) {
        if (STEPS.contains(tree.getKind())) {
          check(tree.getExpression());
        }
        return super.visitUnary(tree, nothing);
      }

      private void check(ExpressionTree target) {
        if (changes(target, constructor, program)) {
          keeps.set(false);
        }
      }
    }.scan(constructor.tree().getBody(), null);
    return keeps.get();
  }

  /** {@code this.x = x}. */
  private static boolean isSame(AssignmentTree tree) {
    return tree.getVariable() instanceof MemberSelectTree field
        && field.getExpression() instanceof IdentifierTree of
        && of.getName().contentEquals("this")
        && tree.getExpression() instanceof IdentifierTree value
        && value.getName().equals(field.getIdentifier());
  }

  /** Whether a target is a parameter, a field, or an element of an array. */
  private static boolean changes(ExpressionTree target, MethodSource in, Program program) {
    if (!(target instanceof IdentifierTree)) {
      return true;
    }
    Element element = program.trees().getElement(new TreePath(in.path(), target));
    return element == null
        || element.getKind().isField()
        || in.method().getParameters().contains(element);
  }
}
