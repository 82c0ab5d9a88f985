package io.cotangent.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Prints problems where they are in the source of the running compilation. */
public final class Reporter {
  private final ProcessingEnvironment environment;
  private final Messager messager;
  private final Trees outerTrees;
  private Program program;

  /** A reporter for one annotation processor run. */
  public Reporter(ProcessingEnvironment environment, Trees outerTrees) {
    this.environment = environment;
    this.messager = environment.getMessager();
    this.outerTrees = outerTrees;
  }

  /** Sites belong to this program from now on. */
  public void use(Program attributed) {
    this.program = attributed;
  }

  /** Prints what is wrong with a request. */
  void complain(ExecutableElement method, Complaint complaint) {
    complain(method, AnnotationMembers.of(method).mirror(), complaint);
  }

  /** Prints what is wrong with what is annotated. */
  void complain(Element method, AnnotationMirror mirror, Complaint complaint) {
    String message = complaint.problem().format(complaint.arguments());
    if (complaint.value() == null) {
      messager.printMessage(Diagnostic.Kind.ERROR, message, method);
    } else {
      messager.printMessage(Diagnostic.Kind.ERROR, message, method, mirror, complaint.value());
    }
  }

  /** Prints everything that was found in a method and what it calls. */
  public void print(ExecutableElement method, Report report) {
    boolean isElsewhere = false;
    for (Report.Entry entry : report.errors()) {
      Optional<TreePath> place = place(entry.site());
      if (place.isPresent()) {
        CompilationUnitTree unit = place.get().getCompilationUnit();
        outerTrees.printMessage(
            Diagnostic.Kind.ERROR, entry.message(), place.get().getLeaf(), unit);
        isElsewhere |= !isWithin(place.get(), method);
      } else {
        messager.printMessage(Diagnostic.Kind.ERROR, entry.message(), method);
      }
    }
    if (isElsewhere) {
      messager.printMessage(
          Diagnostic.Kind.NOTE,
          "this method, which is to be differentiated, calls the one with the error",
          method);
    }
    if (!isSuppressed(method)) {
      report.warnings().forEach(entry -> warn(method, entry));
    }
  }

  private void warn(ExecutableElement method, Report.Entry entry) {
    Optional<TreePath> place = place(entry.site());
    if (place.isPresent()) {
      CompilationUnitTree unit = place.get().getCompilationUnit();
      outerTrees.printMessage(
          Diagnostic.Kind.WARNING, entry.message(), place.get().getLeaf(), unit);
    } else {
      messager.printMessage(Diagnostic.Kind.WARNING, entry.message(), about(entry.site(), method));
    }
  }

  /** The element a message is about: a parameter of the method or the method. */
  private static Element about(Object site, ExecutableElement method) {
    return method.getParameters().stream()
        .filter(
            p -> site instanceof Parameter about && p.getSimpleName().contentEquals(about.name()))
        .map(Element.class::cast)
        .findFirst()
        .orElse(method);
  }

  private static boolean isSuppressed(ExecutableElement method) {
    for (Element at = method; at != null; at = at.getEnclosingElement()) {
      SuppressWarnings suppressed = at.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && List.of(suppressed.value()).contains("cotangent")) {
        return true;
      }
    }
    return false;
  }

  /** Prints a failure of the processor itself. */
  public void internal(ExecutableElement method, Throwable failure) {
    StringBuilder trace = new StringBuilder();
    StackTraceElement[] frames = failure.getStackTrace();
    for (int i = 0; i < Math.min(frames.length, 8); i++) {
      trace.append("    at ").append(frames[i]).append('\n');
    }
    messager.printMessage(Diagnostic.Kind.ERROR, Problem.INTERNAL.format(failure, trace), method);
  }

  private boolean isWithin(TreePath place, ExecutableElement method) {
    TreePath path = outerTrees.getPath(method);
    SourcePositions positions = outerTrees.getSourcePositions();
    CompilationUnitTree unit = place.getCompilationUnit();
    long start = positions.getStartPosition(unit, place.getLeaf());
    return path != null
        && path.getCompilationUnit() == unit
        && positions.getStartPosition(unit, path.getLeaf()) <= start
        && start <= positions.getEndPosition(unit, path.getLeaf());
  }

  /** The tree of the running compilation at the same place. */
  private Optional<TreePath> place(Object site) {
    if (!(site instanceof Site inner) || program == null) {
      return Optional.empty();
    }
    SourcePositions positions = program.trees().getSourcePositions();
    long start = positions.getStartPosition(inner.unit(), inner.tree());
    long end = positions.getEndPosition(inner.unit(), inner.tree());
    return outerUnit(inner.unit()).flatMap(unit -> find(unit, inner.tree().getKind(), start, end));
  }

  private Optional<CompilationUnitTree> outerUnit(CompilationUnitTree inner) {
    for (Tree declaration : inner.getTypeDecls()) {
      if (declaration instanceof ClassTree type) {
        String prefix = inner.getPackageName() == null ? "" : inner.getPackageName() + ".";
        TypeElement element =
            environment.getElementUtils().getTypeElement(prefix + type.getSimpleName());
        TreePath path = element == null ? null : outerTrees.getPath(element);
        if (path != null) {
          return Optional.of(path.getCompilationUnit());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<TreePath> find(CompilationUnitTree unit, Tree.Kind kind, long start, long end) {
    SourcePositions positions = outerTrees.getSourcePositions();
    Tree[] found = new Tree[1];
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void nothing) {
        if (tree != null
            && found[0] == null
            && tree.getKind() == kind
            && positions.getStartPosition(unit, tree) == start
            && positions.getEndPosition(unit, tree) == end) {
          found[0] = tree;
        }
        return found[0] != null ? null : super.scan(tree, nothing);
      }
    }.scan(unit, null);
    return Optional.ofNullable(found[0]).map(tree -> TreePath.getPath(unit, tree));
  }
}
