package io.cotangent.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;

/** Code that becomes a function: a method, or what a functional object runs. */
sealed interface Code permits MethodSource, ClosureSource {
  /** From the compilation unit to the member the code stands in. */
  TreePath path();

  /** The method or field the code stands in. */
  Element element();

  /** What makes the code another than the rest. */
  Object identity();

  /** The file the code stands in. */
  default CompilationUnitTree unit() {
    return path().getCompilationUnit();
  }
}
