package io.cotangent.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * How generated code makes an object of exactly one class out of what its fields hold: by a
 * constructor that does nothing but keep what it is given, and assignments.
 */
final class Making {
  private final Program program;
  private final Visibility visibility;
  private final TypeElement type;
  private final FieldNames names;

  Making(Program program, Visibility visibility, TypeElement type) {
    this.program = program;
    this.visibility = visibility;
    this.type = type;
    this.names = new FieldNames(program, visibility, type);
  }

  /**
   * The fields whose contents a constructor takes, by their places among all, in its order; all
   * others can be assigned.
   *
   * @param fields of the class and of those it extends
   * @return empty if there is no such constructor
   */
  Optional<List<Integer>> given(List<VariableElement> fields) {
    boolean isMade =
        visibility.names(type)
            && !type.getModifiers().contains(Modifier.ABSTRACT)
            && new KeepingConstructors(program).areAllOf(type);
    return isMade
        ? ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(visibility::sees)
            .flatMap(constructor -> kept(constructor, fields).stream())
            .filter(given -> canBeAssigned(fields, given))
            .max(Comparator.comparingInt(List::size))
        : Optional.empty();
  }

  private boolean canBeAssigned(List<VariableElement> fields, List<Integer> given) {
    return IntStream.range(0, fields.size())
        .filter(i -> !given.contains(i))
        .allMatch(i -> names.writer(fields.get(i)).isPresent());
  }

  /** The fields a constructor keeps its parameters in; empty if it does anything else. */
  private Optional<List<Integer>> kept(
      ExecutableElement constructor, List<VariableElement> fields) {
    int count = constructor.getParameters().size();
    if (program.elements().getOrigin(constructor) == Elements.Origin.MANDATED) {
      return Optional.of(List.of());
    }
    Optional<MethodSource> source = program.find(constructor);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> given = new ArrayList<>(Collections.nCopies(count, -1));
    for (StatementTree statement : source.get().tree().getBody().getStatements()) {
      if (!isSuper(statement) && !keeps(statement, source.get(), fields, given)) {
        return Optional.empty();
      }
    }
    boolean areDifferent = new HashSet<>(given).size() == count;
    return Optional.of(given).filter(all -> areDifferent && !all.contains(-1));
  }

  private static boolean isSuper(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && call.getArguments().isEmpty()
        && call.getMethodSelect() instanceof IdentifierTree name
        && name.getName().contentEquals("super");
  }

  private boolean keeps(
      StatementTree statement,
      MethodSource constructor,
      List<VariableElement> fields,
      List<Integer> given) {
    if (!(statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof AssignmentTree assignment
        && assignment.getExpression() instanceof IdentifierTree value)) {
      return false;
    }
    List<? extends VariableElement> parameters = constructor.method().getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      VariableElement parameter = parameters.get(i);
      for (int j = 0; j < fields.size(); j++) {
        VariableElement field = fields.get(j);
        boolean isKept =
            parameter.getSimpleName().equals(value.getName())
                && field.getEnclosingElement().equals(type)
                && program.languageTypes().isSameType(parameter.asType(), field.asType())
                && Accessors.isField(
                    assignment.getVariable(),
                    field.getSimpleName().toString(),
                    constructor,
                    program);
        if (isKept && given.get(i) == -1) {
          given.set(i, j);
          return true;
        }
      }
    }
    return false;
  }
}
