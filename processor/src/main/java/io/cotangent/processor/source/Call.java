package io.cotangent.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Type;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/**
 * A call that is being lowered.
 *
 * @param tree where it stands
 * @param arguments in order, without the receiver
 * @param name what its result is to be called; empty if it has no name
 */
record Call(ExpressionTree tree, ExecutableElement method, List<Argument> arguments, String name) {
  Call {
    arguments = List.copyOf(arguments);
  }

  /** A call written in the source. */
  static Call written(
      ExpressionTree tree,
      ExecutableElement method,
      List<? extends ExpressionTree> arguments,
      String name) {
    return new Call(
        tree, method, arguments.stream().<Argument>map(Argument.Written::new).toList(), name);
  }

  /** A call whose arguments are evaluated already. */
  static Call given(
      ExpressionTree tree, ExecutableElement method, List<Operand> arguments, String name) {
    return new Call(
        tree,
        method,
        arguments.stream().<Argument>map(o -> new Argument.Given(o, tree)).toList(),
        name);
  }

  /** What a call is given. */
  sealed interface Argument {
    /** Where messages about it point. */
    Tree tree();

    /** An expression that is still to be evaluated. */
    record Written(ExpressionTree tree) implements Argument {}

    /** An operand. */
    record Given(Operand operand, Tree tree) implements Argument {}
  }

  /** The type of what it gives back, as the place where it stands sees it. */
  Type result(Scope scope) {
    boolean isCall =
        tree instanceof MethodInvocationTree written
            && method.equals(scope.element(written.getMethodSelect()));
    return isCall ? scope.type(tree) : scope.type(method.getReturnType(), tree);
  }

  /** Whether the method called is the one that is named, and none that overrides it. */
  boolean isSuper() {
    return tree instanceof MethodInvocationTree invocation
        && invocation.getMethodSelect() instanceof MemberSelectTree select
        && (isSuper(select.getExpression())
            || select.getExpression() instanceof MemberSelectTree outer
                && outer.getIdentifier().contentEquals("super"));
  }

  private static boolean isSuper(Tree tree) {
    return tree instanceof IdentifierTree name && name.getName().contentEquals("super");
  }
}
