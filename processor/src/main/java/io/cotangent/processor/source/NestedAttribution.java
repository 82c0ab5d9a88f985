package io.cotangent.processor.source;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Attributes source in a second compiler that sees what the running one sees. The trees of the
 * running compiler must not be attributed before all classes exist: it would fail later on.
 */
public final class NestedAttribution {
  private final ProcessingEnvironment environment;
  private final Trees outerTrees;
  private final Set<String> packages;

  /**
   * Attribution for one annotation processor run.
   *
   * @param packages those the compilation has source in
   */
  public NestedAttribution(
      ProcessingEnvironment environment, Trees outerTrees, Set<String> packages) {
    this.environment = environment;
    this.outerTrees = outerTrees;
    this.packages = Set.copyOf(packages);
  }

  /**
   * Attributes source files; other source of the compilation is drawn in as it is mentioned.
   *
   * @param methods the annotated methods
   * @param ruleMethods the rules of the compilation
   */
  public Program attribute(
      Collection<ExecutableElement> methods, Collection<ExecutableElement> ruleMethods)
      throws IOException {
    Set<JavaFileObject> sources = new LinkedHashSet<>();
    methods.forEach(m -> sources.add(outerTrees.getPath(m).getCompilationUnit().getSourceFile()));
    ruleMethods.stream()
        .map(outerTrees::getPath)
        .filter(Objects::nonNull)
        .forEach(path -> sources.add(path.getCompilationUnit().getSourceFile()));
    Skeletons skeletons = Skeletons.of(environment, methods);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager platform = compiler.getStandardFileManager(null, null, null);
    OuterClasses files = new OuterClasses(platform, environment, outerTrees, skeletons);
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavacTask task = (JavacTask) compiler.getTask(null, files, found, options(), null, sources);
    task.parse();
    task.analyze();
    Set<String> own = new LinkedHashSet<>();
    ruleMethods.forEach(
        m -> own.add(((TypeElement) m.getEnclosingElement()).getQualifiedName().toString()));
    Rules rules =
        new Rules(task.getElements(), task.getTypes(), environment.getElementUtils(), own);
    return new Program(task, found.getDiagnostics(), packages, skeletons, rules, files::bytes);
  }

  private List<String> options() {
    List<String> options =
        new ArrayList<>(List.of("-proc:none", "-implicit:none", "-Xlint:none", "-Xmaxerrs", "0"));
    SourceVersion version = environment.getSourceVersion();
    if (version != SourceVersion.latest()) {
      options.addAll(List.of("-source", String.valueOf(version.ordinal())));
    }
    if (environment.isPreviewEnabled()) {
      options.add("--enable-preview");
    }
    return options;
  }
}
