package io.cotangent.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A lambda expression or a method reference.
 *
 * @param descriptor the method of its interface that runs it
 * @param result what that method gives back there
 * @param captured the variables of the code around it that it uses
 * @param capturesReceiver whether it may use the object around it; that is captured last
 */
record ClosureSource(
    TreePath path,
    Element element,
    ExpressionTree tree,
    ExecutableElement descriptor,
    TypeMirror result,
    List<Element> captured,
    boolean capturesReceiver)
    implements Code {
  ClosureSource {
    captured = List.copyOf(captured);
  }

  @Override
  public Object identity() {
    return tree;
  }
}
