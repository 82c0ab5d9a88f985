package io.cotangent.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.cotangent.processor.ir.Constants;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.source.ObjectClass.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Makes objects: constructors and initialisers run where the object is made, with the object so far
 * in a variable.
 */
final class Construction {
  private static final int MOST_NESTED = 40;

  private final Scope scope;
  private final Functions functions;
  private final Variable self;
  private final TypeElement made;
  private final Tree tree;

  /**
   * The making of one object.
   *
   * @param tree where it is made
   */
  Construction(Scope scope, Functions functions, TypeElement made, Tree tree) {
    this.scope = scope;
    this.functions = functions;
    this.made = made;
    this.tree = tree;
    this.self = new Variable("self", scope.type(made.asType(), tree));
  }

  /**
   * A new object.
   *
   * @param start the object before anything has run
   */
  Operand run(Operand start, ExecutableElement constructor, List<Operand> arguments) {
    if (scope.nesting() > MOST_NESTED) {
      scope.report(tree, Problem.LINKED_OBJECTS, made);
      throw new Rejected();
    }
    scope.cursor().variables().set(self, start);
    run(constructor, arguments);
    return scope.cursor().variables().get(self);
  }

  /** An object all of whose fields are zero or null. */
  Operand blank(ObjectClass of, Optional<Operand> outer) {
    if (scope.rooms().linked().contains(of)) {
      return linked(of, outer);
    }
    Instance like = new Declared(scope).blank(of, tree);
    ColumnAccess elements = new ColumnAccess(scope);
    List<Operand> parts = new ArrayList<>();
    for (int i = 0; i < of.slots().size(); i++) {
      Slot slot = of.slots().get(i);
      Operand part = like.parts().get(i);
      parts.add(
          switch (slot.kind()) {
            case FIXED -> fixed(slot, outer);
            case CELL -> elements.cell((Columns) part, tree);
            case IDENTITY -> identity(part);
          });
    }
    return new Instance(of, parts);
  }

  private Operand linked(ObjectClass of, Optional<Operand> outer) {
    List<Operand> parts = new ArrayList<>();
    of.slots().forEach(s -> parts.add(isField(s) ? Operand.NOTHING : fixed(s, outer)));
    Linked object = scope.arenas().create(of, scope, tree);
    for (int i = 0; i < parts.size(); i++) {
      if (!isField(of.slots().get(i))) {
        scope.arenas().store(object, i, parts.get(i), scope, tree);
      }
    }
    return object;
  }

  private static boolean isField(Slot slot) {
    return slot.kind() == ObjectClass.Kind.IDENTITY
        || slot.key() instanceof VariableElement variable && variable.getKind().isField();
  }

  private Operand identity(Operand like) {
    Columns array =
        new Columns(
            new Operand.Scalar(like.leaves().get(0)), like.type(), like.leaves(), Optional.empty());
    return new Operand.Scalar(new ColumnAccess(scope).cell(array, tree).arrays().get(0));
  }

  private Operand fixed(Slot slot, Optional<Operand> outer) {
    if (slot.key() instanceof Classes.Outer) {
      return outer.orElseGet(() -> surrounding((Classes.Outer) slot.key()));
    }
    VariableElement variable = (VariableElement) slot.key();
    if (!variable.getKind().isField()) {
      return scope.surroundings().variable(variable).orElseThrow(() -> uncaptured(variable));
    }
    Type type = scope.type(slot.type(), tree);
    return type instanceof Primitive
        ? new Operand.Scalar(scope.at(tree).constant(type, Constants.zero(type)))
        : new Operand.Null(type);
  }

  private Operand surrounding(Classes.Outer key) {
    TypeElement outer = scope.program().classes().outer(key.inner()).orElseThrow();
    return scope
        .surroundings()
        .self(outer)
        .orElseThrow(
            () -> {
              scope.report(tree, Problem.UNSUPPORTED_CONSTRUCT, "the creation of this object");
              return new Rejected();
            });
  }

  private Rejected uncaptured(VariableElement variable) {
    scope.report(tree, Problem.UNSUPPORTED_CONSTRUCT, "the use of '" + variable + "' here");
    return new Rejected();
  }

  private void run(ExecutableElement constructor, List<Operand> arguments) {
    MethodSource source = scope.program().find(constructor).orElseThrow(() -> unknown(constructor));
    Scope inner = scope.within(source, self);
    StatementLowering statements = new StatementLowering(inner, functions);
    for (int i = 0; i < arguments.size(); i++) {
      VariableTree parameter = source.tree().getParameters().get(i);
      VariableElement element = (VariableElement) inner.element(parameter);
      inner.declare(element, inner.type(element.asType(), parameter), arguments.get(i));
    }
    List<? extends StatementTree> body = source.tree().getBody().getStatements();
    int prologue = prologue(body);
    Optional<MethodInvocationTree> call =
        prologue < body.size() ? constructorCall(body.get(prologue)) : Optional.empty();
    boolean delegates = call.filter(c -> isNamed(c, "this")).isPresent();
    if (call.isPresent()) {
      statements.lower(body.subList(0, prologue));
      delegate(call.get(), inner, statements);
    }
    if (!delegates) {
      initialise((TypeElement) constructor.getEnclosingElement(), inner, statements);
    }
    Exit returned = Exit.nearest(Exit.Kind.RETURN, Set.of());
    List<? extends StatementTree> rest =
        call.isPresent() ? body.subList(prologue + 1, body.size()) : body;
    inner
        .exits()
        .within(
            List.of(returned),
            () -> {
              inner.exits().reset(returned);
              statements.lower(rest);
            });
    if (!delegates) {
      completeRecord(inner, source.tree());
    }
  }

  private Rejected unknown(ExecutableElement constructor) {
    String signature = LibraryCalls.signature(constructor);
    scope.report(tree, Problem.UNSUPPORTED_CONSTRUCT, "a call of " + signature);
    return new Rejected();
  }

  /** How many statements come before the call of another constructor: from Java 25, any number. */
  private static int prologue(List<? extends StatementTree> body) {
    int count = 0;
    while (count < body.size() && constructorCall(body.get(count)).isEmpty()) {
      count++;
    }
    return count;
  }

  private static Optional<MethodInvocationTree> constructorCall(StatementTree tree) {
    if (tree instanceof ExpressionStatementTree statement
        && statement.getExpression() instanceof MethodInvocationTree call
        && (isNamed(call, "this") || isNamed(call, "super"))) {
      return Optional.of(call);
    }
    return Optional.empty();
  }

  private static boolean isNamed(MethodInvocationTree call, String name) {
    Tree select = call.getMethodSelect();
    return select instanceof IdentifierTree identifier && identifier.getName().contentEquals(name)
        || select instanceof MemberSelectTree member && member.getIdentifier().contentEquals(name);
  }

  private void delegate(MethodInvocationTree call, Scope inner, StatementLowering statements) {
    inner.at(call);
    ExecutableElement target = (ExecutableElement) inner.element(call.getMethodSelect());
    TypeElement owner = (TypeElement) target.getEnclosingElement();
    if (scope.program().classes().source(owner).isPresent()) {
      run(target, statements.expressions().arguments(call, target));
    }
  }

  private void initialise(TypeElement type, Scope inner, StatementLowering statements) {
    ClassTree tree = (ClassTree) scope.program().classes().source(type).orElseThrow().getLeaf();
    for (Tree member : tree.getMembers()) {
      if (member instanceof BlockTree block && !block.isStatic()) {
        statements.lower(List.of(block));
      } else if (member instanceof VariableTree field && field.getInitializer() != null) {
        VariableElement element = (VariableElement) inner.element(field);
        if (!element.getModifiers().contains(Modifier.STATIC)) {
          initialise(field, element, inner, statements);
        }
      }
    }
  }

  private void initialise(
      VariableTree tree, VariableElement field, Scope inner, StatementLowering statements) {
    inner.enter(tree);
    inner.declarePatterns(tree);
    Type type = inner.type(field.asType(), tree);
    String name = field.getSimpleName().toString();
    ExpressionTree initializer = tree.getInitializer();
    Operand content = statements.expressions().converted(initializer, type, name);
    inner.at(tree);
    statements.expressions().ownField(field, tree).store(content);
  }

  /** A compact constructor leaves it to the compiler to set the components. */
  private void completeRecord(Scope inner, MethodTree constructor) {
    Operand object = scope.cursor().variables().get(self);
    if (object instanceof Operand.Tuple tuple) {
      Operand.Tuple complete = tuple;
      for (int i = 0; i < tuple.components().size(); i++) {
        if (tuple.components().get(i) instanceof Operand.Unset) {
          // The parameter, which the constructor may have changed.
          Variable parameter =
              inner.local(inner.element(constructor.getParameters().get(i))).orElseThrow();
          Operand content = scope.cursor().variables().get(parameter);
          complete = complete.with(tuple.type().components().get(i).name(), content);
        }
      }
      scope.cursor().variables().set(self, complete);
    }
  }
}
