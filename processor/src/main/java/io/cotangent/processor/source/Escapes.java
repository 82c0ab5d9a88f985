package io.cotangent.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * Finds code by which a constructor lets others see the object it makes: {@code this} as a value, a
 * call of its methods, objects and functions that hold it.
 */
final class Escapes extends TreeScanner<Void, Void> {
  private final Function<Tree, Element> elements;
  private boolean found;

  Escapes(Function<Tree, Element> elements) {
    this.elements = elements;
  }

  boolean found() {
    return found;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    boolean isField =
        isThis(tree.getExpression())
            && elements.apply(tree) != null
            && elements.apply(tree).getKind() == ElementKind.FIELD;
    return isField ? null : super.visitMemberSelect(tree, null);
  }

  private static boolean isThis(Tree tree) {
    return ExpressionLowering.withoutParentheses(tree) instanceof IdentifierTree name
        && (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    Tree called = tree.getMethodSelect();
    if (isThis(called)) {
      return scan(tree.getArguments(), null); // another constructor, which is looked at as well
    }
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    Element element = elements.apply(tree);
    boolean isOwnMethod =
        element != null
            && element.getKind() == ElementKind.METHOD
            && !element.getModifiers().contains(Modifier.STATIC);
    found |= isThis(tree) || isOwnMethod;
    return null;
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    Element constructor = elements.apply(tree);
    Element made = constructor == null ? null : constructor.getEnclosingElement();
    boolean isInner =
        made != null
            && made.getEnclosingElement().getKind() != ElementKind.PACKAGE
            && !made.getModifiers().contains(Modifier.STATIC);
    found |= isInner;
    return super.visitNewClass(tree, null);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    // A function that reads a field holds the object.
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree name, Void nothing) {
        Element element = elements.apply(name);
        boolean isMember =
            element != null
                && (element.getKind().isField() || element.getKind() == ElementKind.METHOD)
                && !element.getModifiers().contains(Modifier.STATIC);
        found |= isThis(name) || isMember;
        return null;
      }
    }.scan(tree, null);
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null; // its creation counts
  }
}
