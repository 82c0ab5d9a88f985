package io.cotangent.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Types in the nested compilation are right although some classes do not exist yet. */
final class NestedAttributionTest {
  private final List<String> returned = new ArrayList<>();

  /** Collects the types of what the annotated methods return. */
  private void observe(Request request, Program program) {
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitReturn(ReturnTree node, Void unused) {
        scan(node.getExpression(), null);
        return null;
      }

      @Override
      public Void scan(com.sun.source.tree.Tree tree, Void unused) {
        if (tree != null && getCurrentPath().getLeaf() instanceof ReturnTree) {
          var path = new com.sun.source.util.TreePath(getCurrentPath(), tree);
          returned.add(tree + ": " + program.trees().getTypeMirror(path));
        }
        return super.scan(tree, null);
      }
    }.scan(request.source().path(), null);
  }

  private void compile(JavaFileObject... sources) {
    Compiler.javac().withProcessors(new RequestProcessor(this::observe)).compile(sources);
  }

  @Test
  void knowsTypesBesideClassesStillToBeGenerated() {
    compile(
        JavaFileObjects.forSourceLines(
            "u.Models",
            "package u;",
            "import io.cotangent.Differentiable;",
            "class Models {",
            "  static ModelsAdjoint.F.Gradient last;",
            "  @Differentiable static double f(float x) { var y = x * 2.0; return y; }",
            "  @Differentiable static float g(float x) { var y = x * 2; return y; }",
            "  static double use(double x) { var d = ModelsAdjoint.F.gradient(1); return d.x(); }",
            "}"));
    assertEquals(List.of("y: double", "y: float"), returned);
  }

  @Test
  void findsOverloadsInOtherFilesWithTwoClasses() {
    compile(
        JavaFileObjects.forSourceLines(
            "u.Models",
            "package u;",
            "import io.cotangent.Differentiable;",
            "class Models {",
            "  @Differentiable static double f(double x) { return Second.of(Pair.of(x)); }",
            "}"),
        JavaFileObjects.forSourceLines(
            "u.Pair",
            "package u;",
            "class Pair { static float of(double x) { return 1; } }",
            "class Second {",
            "  static int of(int x) { return x; }",
            "  static float of(float x) { return x; }",
            "}"));
    assertEquals(List.of("Second.of(Pair.of(x)): float"), returned);
  }
}
