package io.cotangent.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;

/**
 * A method whose source is in this compilation.
 *
 * @param path from the compilation unit to the method
 */
public record MethodSource(ExecutableElement method, MethodTree tree, TreePath path)
    implements Code {
  /** The file the method stands in. */
  @Override
  public CompilationUnitTree unit() {
    return path.getCompilationUnit();
  }

  @Override
  public ExecutableElement element() {
    return method;
  }

  @Override
  public Object identity() {
    return method;
  }

  /** A message that points at the method itself. */
  public Object site() {
    return new Site(unit(), tree);
  }
}
