package io.cotangent.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Kinship;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** The attributed copy of the user's source: trees, types and symbols of one nested compilation. */
public final class Program {
  private final JavacTask task;
  private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
  private final Set<String> packages;
  private final Trees trees;
  private final TypeMapper types;
  private final Skeletons skeletons;
  private final Rules rules;
  private final ClassFiles classFiles;
  private final Map<String, Optional<CompiledRecord>> compiled = new HashMap<>();
  private final Classes classes = new Classes(this);
  private final Map<CompilationUnitTree, String> texts = new HashMap<>();
  private final Map<String, Optional<TypeElement>> models = new HashMap<>();

  Program(
      JavacTask task,
      List<Diagnostic<? extends JavaFileObject>> diagnostics,
      Set<String> packages,
      Skeletons skeletons,
      Rules rules,
      ClassFiles classFiles) {
    this.classFiles = classFiles;
    this.skeletons = skeletons;
    this.rules = rules;
    this.task = task;
    this.diagnostics = List.copyOf(diagnostics);
    this.packages = packages;
    this.trees = Trees.instance(task);
    this.types = new TypeMapper(task.getTypes());
  }

  /** A program in the unnamed package that calls nothing that is generated. */
  static Program of(JavacTask task, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return new Program(
        task, diagnostics, Set.of(""), Skeletons.NONE, Rules.NONE, name -> Optional.empty());
  }

  /** The bytes of classes that are compiled already. */
  interface ClassFiles {
    /** The class file of a class, by its qualified name. */
    Optional<byte[]> find(String name);
  }

  /** What the class file of a record says; empty if its source is there or is being generated. */
  Optional<CompiledRecord> compiled(TypeElement type) {
    if (trees.getPath(type) != null) {
      return Optional.empty();
    }
    return compiled.computeIfAbsent(
        type.getQualifiedName().toString(), name -> classFiles.find(name).map(CompiledRecord::new));
  }

  Rules rules() {
    return rules;
  }

  Trees trees() {
    return trees;
  }

  Classes classes() {
    return classes;
  }

  /** From the types of the language to those of the IR. */
  public TypeMapper types() {
    return types;
  }

  /** The questions one can ask about types of the language. */
  javax.lang.model.util.Types languageTypes() {
    return task.getTypes();
  }

  Elements elements() {
    return task.getElements();
  }

  /** All files of the compilation, whether the annotated methods mention them or not. */
  Set<CompilationUnitTree> units() {
    Set<CompilationUnitTree> units = new LinkedHashSet<>();
    packages.stream()
        .map(elements()::getPackageElement)
        .filter(Objects::nonNull)
        .map(PackageElement::getEnclosedElements)
        .flatMap(types -> ElementFilter.typesIn(types).stream())
        .map(trees::getPath)
        .filter(Objects::nonNull)
        .forEach(path -> units.add(path.getCompilationUnit()));
    attributeNew();
    return units;
  }

  /** A class of the models, attributed from when it is asked for first. */
  Optional<TypeElement> model(String name) {
    return models.computeIfAbsent(
        name,
        n -> {
          TypeElement type = elements().getTypeElement(Models.PACKAGE + "." + n);
          attributeNew();
          return Optional.ofNullable(type);
        });
  }

  /** Attributes what has been drawn in by asking for it. */
  private void attributeNew() {
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The source of a method, if it is part of this compilation and has a body. */
  Optional<MethodSource> find(ExecutableElement method) {
    TreePath path = trees.getPath(method);
    return path != null && path.getLeaf() instanceof MethodTree tree && tree.getBody() != null
        ? Optional.of(new MethodSource(method, tree, path))
        : Optional.empty();
  }

  /** The generated member that a method of the attributed copy stands for. */
  Optional<GeneratedMember> generated(ExecutableElement method) {
    String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    return skeletons.isSkeleton(owner)
        ? Optional.of(
            new GeneratedMember(
                owner,
                GeneratedMember.Kind.valueOf(
                    method.getSimpleName().toString().toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }

  /**
   * Whether the compiler rejects something in the method. It will say so itself, unless what is
   * missing is a class that is still to be generated.
   */
  boolean hasErrors(MethodSource source) {
    return !errors(source).isEmpty();
  }

  /** Whether the compiler misses a generated class in the method. */
  boolean missesGenerated(MethodSource source) {
    String text = source(source.unit());
    return errors(source).stream()
        .anyMatch(
            d -> {
              int end = (int) Math.min(text.length(), d.getEndPosition());
              int start = (int) Math.min(end, d.getStartPosition());
              return text.substring(start, end).contains("Adjoint");
            });
  }

  private List<Diagnostic<? extends JavaFileObject>> errors(MethodSource source) {
    long start = trees.getSourcePositions().getStartPosition(source.unit(), source.tree());
    long end = trees.getSourcePositions().getEndPosition(source.unit(), source.tree());
    List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> d : diagnostics) {
      if (d.getKind() == Diagnostic.Kind.ERROR
          && d.getSource() != null
          && d.getSource().toUri().equals(source.unit().getSourceFile().toUri())
          && start <= d.getPosition()
          && d.getPosition() < end) {
        errors.add(d);
      }
    }
    return errors;
  }

  /** Where a field is declared, if that is part of this compilation. */
  Optional<TreePath> findField(VariableElement field) {
    return Optional.ofNullable(trees.getPath(field));
  }

  /** The interface a function is made for. */
  TypeMirror mirror(ClosureSource function) {
    return trees.getTypeMirror(new TreePath(function.path(), function.tree()));
  }

  /** Whether one class extends or implements another, whatever their type arguments. */
  boolean isSubclass(TypeMirror type, TypeMirror of) {
    return languageTypes().isSubtype(languageTypes().erasure(type), languageTypes().erasure(of));
  }

  /** The class of references of a type; empty if there is none, as for type variables. */
  Optional<TypeElement> find(Type type) {
    String name = type.toString().replaceAll("<.*>", "");
    return Optional.ofNullable(elements().getTypeElement(name));
  }

  /** What is known of classes. */
  public Kinship kinship() {
    return new ObjectTypes(this);
  }

  /** The source text of a tree on one line, without the bodies that belong to a statement. */
  String text(CompilationUnitTree unit, Tree tree) {
    return SourceText.line(source(unit), trees.getSourcePositions(), unit, tree);
  }

  /** The text of a file. */
  String source(CompilationUnitTree unit) {
    return texts.computeIfAbsent(unit, Program::read);
  }

  private static String read(CompilationUnitTree unit) {
    try {
      return unit.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
