package io.cotangent.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Whether making an object of a class of the compilation does nothing but keep in its own fields
 * what the constructor is given, and texts made of it: then a number can only come back out of the
 * object.
 */
final class KeepingConstructors {
  private final Program program;

  KeepingConstructors(Program program) {
    this.program = program;
  }

  /** Whether all constructors of the class, and of those it extends, are such. */
  boolean areAllOf(TypeElement type) {
    Optional<TypeElement> at = Optional.of(type);
    while (at.isPresent() && program.classes().source(at.get()).isPresent()) {
      if (!areOf(at.get())) {
        return false;
      }
      at = program.classes().superclass(at.get());
    }
    return true;
  }

  private boolean areOf(TypeElement type) {
    TreePath path = program.classes().source(type).orElseThrow();
    for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
      boolean isConstructor =
          member instanceof MethodTree
              && element(path, member).getKind() == ElementKind.CONSTRUCTOR;
      boolean isInitial =
          member instanceof BlockTree block && !block.isStatic()
              || member.getKind() == Tree.Kind.VARIABLE
                  && !element(path, member).getModifiers().contains(Modifier.STATIC);
      if (isConstructor || isInitial) {
        Effects effects = new Effects(path);
        effects.scan(member, null);
        if (effects.found) {
          return false;
        }
      }
    }
    return true;
  }

  private Element element(TreePath path, Tree tree) {
    return program.trees().getElement(new TreePath(path, tree));
  }

  /** Looks for what does more. */
  private final class Effects extends TreeScanner<Void, Void> {
    private final TreePath path;
    private boolean found;

    Effects(TreePath path) {
      this.path = path;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      ExpressionTree select = tree.getMethodSelect();
      boolean isConstructor =
          select instanceof IdentifierTree name
              && (name.getName().contentEquals("super") || name.getName().contentEquals("this"));
      boolean isHarmless =
          isConstructor
              || element(path, select) instanceof ExecutableElement method
                  && LibraryNatures.of(method) != Nature.UNKNOWN;
      found |= !isHarmless;
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      assigned(tree.getVariable());
      return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
      assigned(tree.getVariable());
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void unused) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            assigned(tree.getExpression());
        default -> {}
      }
      return super.visitUnary(tree, null);
    }

    private void assigned(ExpressionTree variable) {
      boolean isOwn =
          variable instanceof IdentifierTree
              || variable instanceof MemberSelectTree select
                  && select.getExpression() instanceof IdentifierTree object
                  && object.getName().contentEquals("this");
      Element element = isOwn ? element(path, variable) : null;
      found |=
          element == null
              || element.getKind() == ElementKind.FIELD
                  && element.getModifiers().contains(Modifier.STATIC);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      found = true;
      return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      found = true;
      return null;
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      found = true;
      return null;
    }
  }
}
