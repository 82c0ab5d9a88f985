package io.cotangent.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import io.cotangent.Watch;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Watched;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds the watched variables of a method. */
final class Watching extends TreeScanner<Void, Void> {
  private final Program program;
  private final MethodSource source;
  private final List<VariableTree> found = new ArrayList<>();
  private final Set<VariableTree> repeated = new HashSet<>();
  private boolean repeats;

  private Watching(Program program, MethodSource source) {
    this.program = program;
    this.source = source;
  }

  /** The watched variables in the order of the source; what is wrong with one is reported. */
  static List<Watched> read(Program program, MethodSource source, Report report) {
    Watching watching = new Watching(program, source);
    watching.scan(source.tree().getBody(), null);
    List<Watched> watched = new ArrayList<>();
    Set<String> names = new HashSet<>();
    source.tree().getParameters().forEach(p -> names.add(p.getName().toString()));
    for (VariableTree tree : watching.found) {
      Site site = new Site(source.unit(), tree);
      String name = tree.getName().toString();
      Optional<Type> type = program.types().map(watching.element(tree).asType());
      if (type.filter(t -> t.isReal() || t.isRealArray()).isEmpty()) {
        report.error(Problem.WATCH_TYPE, site, name, watching.element(tree).asType());
      } else if (watching.repeated.contains(tree)) {
        report.error(Problem.WATCH_IN_LOOP, site, name);
      } else if (!names.add(name)) {
        report.error(Problem.WATCH_TWICE, site, name);
      } else {
        watched.add(new Watched(name, type.get()));
      }
    }
    return watched;
  }

  /** Whether a declaration is watched. */
  static boolean isWatched(VariableTree tree, Program program, Code source) {
    return tree.getModifiers().getAnnotations().stream().anyMatch(a -> isWatch(a, program, source));
  }

  private static boolean isWatch(AnnotationTree tree, Program program, Code source) {
    Element element =
        program.trees().getElement(new TreePath(source.path(), tree.getAnnotationType()));
    return element instanceof TypeElement type
        && type.getQualifiedName().contentEquals(Watch.class.getName());
  }

  private Element element(Tree tree) {
    return program.trees().getElement(new TreePath(source.path(), tree));
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    if (isWatched(tree, program, source)) {
      found.add(tree);
      if (repeats) {
        repeated.add(tree);
      }
    }
    return super.visitVariable(tree, null);
  }

  private Void inLoop(Runnable scan) {
    boolean outside = repeats;
    repeats = true;
    scan.run();
    repeats = outside;
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void unused) {
    return inLoop(() -> super.visitForLoop(tree, null));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
    return inLoop(() -> super.visitEnhancedForLoop(tree, null));
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
    return inLoop(() -> super.visitWhileLoop(tree, null));
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    return inLoop(() -> super.visitDoWhileLoop(tree, null));
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    return inLoop(() -> super.visitLambdaExpression(tree, null));
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return inLoop(() -> super.visitClass(tree, null));
  }
}
