package io.cotangent.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** Finds out whether a lambda expression may use the object it is written in. */
final class ReceiverUse extends TreeScanner<Void, Void> {
  private final Function<Tree, Element> elements;
  private boolean found;

  private ReceiverUse(Function<Tree, Element> elements) {
    this.elements = elements;
  }

  static boolean in(Tree code, Function<Tree, Element> elements) {
    ReceiverUse use = new ReceiverUse(elements);
    use.scan(code, null);
    return use.found;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    Element element = elements.apply(tree);
    boolean isMember =
        element != null
            && (element.getKind() == ElementKind.METHOD || element.getKind().isField())
            && !element.getModifiers().contains(Modifier.STATIC);
    found |= isMember || isObject(tree);
    return null;
  }

  private static boolean isObject(IdentifierTree tree) {
    return tree.getName().contentEquals("this") || tree.getName().contentEquals("super");
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    Element constructor = elements.apply(tree);
    Element made = constructor == null ? null : constructor.getEnclosingElement();
    // An object of an inner or local class may hold the object around it.
    found |= made == null || !isFree(made);
    return super.visitNewClass(tree, null);
  }

  private static boolean isFree(Element made) {
    boolean isTopLevel = made.getEnclosingElement().getKind() == ElementKind.PACKAGE;
    return isTopLevel || made.getModifiers().contains(Modifier.STATIC);
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    found = true;
    return null;
  }
}
