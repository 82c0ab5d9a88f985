package io.cotangent.processor.source;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The trees that compilers after 17 make of patterns. They are asked for by name, as the processor
 * runs in 17 as well, where there are none of them.
 */
final class NewerTrees {
  private static final String PACKAGE = "com.sun.source.tree.";

  /** What has been looked for; empty where this compiler has no such method. */
  private static final Map<String, Optional<Method>> METHODS = new ConcurrentHashMap<>();

  private NewerTrees() {}

  /** The labels of a group of a switch. */
  static List<Tree> labels(CaseTree group) {
    return list(group, "CaseTree", "getLabels")
        .orElseGet(() -> List.copyOf(group.getExpressions()));
  }

  /** What has to hold besides a pattern. */
  static Optional<ExpressionTree> guard(CaseTree group) {
    return ask(group, "CaseTree", "getGuard").map(ExpressionTree.class::cast);
  }

  /** The constant of a label, which may be {@code null}; empty if it has none. */
  static Optional<ExpressionTree> constant(Tree label) {
    return label instanceof ExpressionTree expression
        ? Optional.of(expression)
        : ask(label, "ConstantCaseLabelTree", "getConstantExpression")
            .map(ExpressionTree.class::cast);
  }

  /** The pattern of a label; empty if it has none. */
  static Optional<Tree> pattern(Tree label) {
    return ask(label, "PatternCaseLabelTree", "getPattern").map(Tree.class::cast);
  }

  static boolean isDefault(Tree label) {
    return label.getKind().name().equals("DEFAULT_CASE_LABEL");
  }

  /** The patterns for the components of a record; empty if the pattern is of another form. */
  static Optional<List<Tree>> components(Tree pattern) {
    return list(pattern, "DeconstructionPatternTree", "getNestedPatterns");
  }

  /** The record a pattern takes apart, as it is written. */
  static Tree deconstructed(Tree pattern) {
    return ask(pattern, "DeconstructionPatternTree", "getDeconstructor")
        .map(Tree.class::cast)
        .orElseThrow();
  }

  /** Whether the pattern is {@code _}. */
  static boolean isAny(Tree pattern) {
    return pattern.getKind().name().equals("ANY_PATTERN");
  }

  private static Optional<List<Tree>> list(Tree tree, String type, String method) {
    return ask(tree, type, method)
        .map(all -> ((List<?>) all).stream().map(Tree.class::cast).toList());
  }

  private static Optional<Object> ask(Tree tree, String type, String method) {
    return METHODS
        .computeIfAbsent(type + "." + method, name -> find(type, method))
        .filter(m -> m.getDeclaringClass().isInstance(tree))
        .flatMap(m -> invoke(m, tree));
  }

  private static Optional<Method> find(String type, String method) {
    try {
      ClassLoader compiler = Tree.class.getClassLoader();
      return Optional.of(Class.forName(PACKAGE + type, false, compiler).getMethod(method));
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      return Optional.empty(); // an older compiler, which has nothing of the kind
    }
  }

  private static Optional<Object> invoke(Method method, Tree tree) {
    try {
      return Optional.ofNullable(method.invoke(tree));
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
