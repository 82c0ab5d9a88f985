package io.cotangent.processor.source;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;

/** Lowers loops of every form to the one the IR has. */
final class LoopLowering {
  private static final String ITERATOR = "java.util.Iterator";

  private final Scope scope;
  private final StatementLowering statements;
  private final ExpressionLowering expressions;
  private final Reachability reachability;

  LoopLowering(
      Scope scope,
      StatementLowering statements,
      ExpressionLowering expressions,
      Reachability reachability) {
    this.scope = scope;
    this.statements = statements;
    this.expressions = expressions;
    this.reachability = reachability;
  }

  /** The places jumps in the body of one loop can go to. */
  private final class Jumping {
    private final Exit broken;
    private final Exit continued;
    private Set<Exit> leaving;

    Jumping(Set<String> labels) {
      this.broken = Exit.nearest(Exit.Kind.BREAK, labels);
      this.continued = Exit.nearest(Exit.Kind.CONTINUE, labels);
    }

    /** Lowers a loop with this body. */
    void within(StatementTree body, Runnable loop) {
      scope
          .exits()
          .within(
              List.of(broken, continued),
              () -> {
                leaving = new LinkedHashSet<>(scope.exits().leaving(body));
                leaving.remove(continued);
                scope.exits().reset(broken);
                loop.run();
              });
    }

    Set<Variable> carried(List<? extends Tree> code) {
      Set<Variable> carried = new LinkedHashSet<>(scope.assigned(code));
      carried.addAll(Exits.variables(leaving));
      return carried;
    }

    void body(StatementTree body) {
      scope.exits().reset(continued);
      statements.lower(List.of(body));
    }

    /** Code that a jump out of the loop skips. */
    void unlessLeft(Tree tree, Runnable code) {
      if (leaving.isEmpty()) {
        code.run();
      } else {
        statements.unlessTaken(leaving, tree, code);
      }
    }

    /** Whether the loop goes on: no jump has left it, and the condition holds. */
    Value goesOn(Tree tree, Supplier<Value> condition) {
      scope.at(tree);
      Optional<Value> left = scope.exits().taken(leaving);
      if (left.isEmpty()) {
        return condition.get();
      }
      return scope
          .cursor()
          .branch(
              scope.origin(tree),
              left.get(),
              () -> List.of(scope.at(tree).bool(false)),
              () -> List.of(condition.get()),
              List.of())
          .get(0);
    }
  }

  private Supplier<Value> condition(StatementTree loop, ExpressionTree tree) {
    return () -> {
      scope.enter(loop);
      return tree == null ? scope.at(loop).bool(true) : statements.condition(tree);
    };
  }

  void lower(WhileLoopTree tree, Set<String> labels) {
    Jumping jumps = new Jumping(labels);
    StatementTree body = tree.getStatement();
    Supplier<Value> condition = condition(tree, tree.getCondition());
    jumps.within(
        body,
        () ->
            scope
                .cursor()
                .loop(
                    scope.origin(tree),
                    jumps.carried(List.of(tree)),
                    () -> jumps.goesOn(tree, condition),
                    () -> jumps.body(body)));
  }

  private Origin origin(ForLoopTree tree) {
    Origin plain = scope.origin(tree);
    int snapshots = new Checkpointing(scope).snapshots(tree);
    return new Origin(plain.statement(), plain.site(), snapshots);
  }

  void lower(ForLoopTree tree, Set<String> labels) {
    Jumping jumps = new Jumping(labels);
    StatementTree body = tree.getStatement();
    statements.lowerHeader(tree.getInitializer());
    scope.enter(tree);
    List<Tree> repeated = new ArrayList<>(tree.getUpdate());
    repeated.add(body);
    if (tree.getCondition() != null) {
      repeated.add(tree.getCondition());
    }
    Supplier<Value> condition = condition(tree, tree.getCondition());
    jumps.within(
        body,
        () ->
            scope
                .cursor()
                .loop(
                    origin(tree),
                    jumps.carried(repeated),
                    () -> jumps.goesOn(tree, condition),
                    () -> forBody(tree, jumps)));
  }

  private void forBody(ForLoopTree tree, Jumping jumps) {
    jumps.body(tree.getStatement());
    if (tree.getUpdate().isEmpty()
        || scope.cursor().isTerminated()
        || !reachability.reachesCondition(tree.getStatement())) {
      return;
    }
    scope.enter(tree);
    jumps.unlessLeft(tree, () -> statements.lower(tree.getUpdate()));
  }

  void lower(DoWhileLoopTree tree, Set<String> labels) {
    Jumping jumps = new Jumping(labels);
    StatementTree body = tree.getStatement();
    boolean once =
        !reachability.reachesCondition(body)
            || Boolean.FALSE.equals(scope.constants().of(tree.getCondition()));
    if (once) {
      jumps.within(body, () -> jumps.body(body));
      return;
    }
    Supplier<Value> condition = condition(tree, tree.getCondition());
    jumps.within(
        body,
        () ->
            scope
                .cursor()
                .loop(
                    scope.origin(tree),
                    jumps.carried(List.of(tree)),
                    () -> bodyThenCondition(tree, jumps, condition),
                    () -> {}));
  }

  private Value bodyThenCondition(DoWhileLoopTree tree, Jumping jumps, Supplier<Value> condition) {
    jumps.body(tree.getStatement());
    if (scope.cursor().builder().isTerminated()) {
      return new Value(Primitive.BOOLEAN, ""); // nothing reads what a throw leaves behind
    }
    if (scope.cursor().isTerminated()) {
      return scope.at(tree).bool(false);
    }
    return jumps.goesOn(tree, condition);
  }

  void lower(EnhancedForLoopTree tree, Set<String> labels) {
    Operand array = expressions.arrays().array(tree.getExpression());
    if (!(scope.type(tree.getExpression()) instanceof ArrayType)) {
      iterate(tree, array, labels);
      return;
    }
    Value length = expressions.single(expressions.arrays().length(array, tree), tree);
    Variable index = new Variable("index", Primitive.INT);
    scope.cursor().variables().set(index, new Operand.Scalar(scope.at(tree).intConstant(0)));
    Jumping jumps = new Jumping(labels);
    jumps.within(
        tree.getStatement(),
        () -> {
          Set<Variable> carried = new LinkedHashSet<>(Set.of(index));
          carried.addAll(jumps.carried(List.of(tree.getStatement())));
          scope
              .cursor()
              .loop(
                  scope.origin(tree),
                  carried,
                  () -> jumps.goesOn(tree, () -> isBelow(index, length, tree)),
                  () -> eachBody(tree, array, index, jumps));
        });
  }

  /** A loop over something that has an iterator. */
  private void iterate(EnhancedForLoopTree tree, Operand iterable, Set<String> labels) {
    ExpressionTree place = tree.getExpression();
    Operand iterator =
        iterable instanceof Operand.Scalar
            ? opaque(iterable, new RefType(ITERATOR + "<?>"), ".iterator()", place)
            : call(iterable, "java.lang.Iterable", "iterator", place);
    Jumping jumps = new Jumping(labels);
    Supplier<Value> hasNext =
        () -> expressions.value(ask(iterator, "hasNext", Primitive.BOOLEAN, place), place);
    jumps.within(
        tree.getStatement(),
        () ->
            scope
                .cursor()
                .loop(
                    scope.origin(tree),
                    jumps.carried(List.of(tree.getStatement())),
                    () -> jumps.goesOn(tree, hasNext),
                    () -> {
                      scope.enter(tree);
                      VariableTree variable = tree.getVariable();
                      Element element = scope.element(variable);
                      Type type = scope.type(element.asType(), variable);
                      Operand next = ask(iterator, "next", RefType.OBJECT, place);
                      scope.declare(element, type, element(next, type, variable));
                      jumps.body(tree.getStatement());
                    }));
  }

  private Operand ask(Operand iterator, String name, Type type, ExpressionTree tree) {
    return iterator instanceof Operand.Scalar
        ? opaque(iterator, type, "." + name + "()", tree)
        : call(iterator, ITERATOR, name, tree);
  }

  /** A call on an object that is not looked into. */
  private Operand opaque(Operand on, Type type, String call, ExpressionTree tree) {
    Template java = new Template();
    java.add(java.argument(on)).add(call);
    return scope.opaque(tree, type, "", java, Nature.UNKNOWN, "java.util.Iterator" + call);
  }

  /** What an iterator gives as what the variable of the loop takes. */
  private Operand element(Operand next, Type type, Tree variable) {
    Conversions conversions = expressions.conversions();
    return next instanceof Operand.Scalar && next.type() instanceof RefType
        ? conversions.cast(next, type, variable)
        : conversions.convert(next, type, variable);
  }

  private Operand call(Operand on, String owner, String name, ExpressionTree tree) {
    ExecutableElement method =
        ElementFilter.methodsIn(
                scope.program().elements().getTypeElement(owner).getEnclosedElements())
            .stream()
            .filter(m -> m.getSimpleName().contentEquals(name))
            .findFirst()
            .orElseThrow();
    return expressions.calls().invokeOn(on, method, tree);
  }

  private Value read(Variable variable) {
    return scope.cursor().variables().get(variable).leaves().get(0);
  }

  private Value isBelow(Variable index, Value length, Tree tree) {
    return scope.at(tree).apply(Operator.LT, read(index), length);
  }

  private void eachBody(EnhancedForLoopTree tree, Operand array, Variable index, Jumping jumps) {
    scope.enter(tree);
    VariableTree variable = tree.getVariable();
    Element element = scope.element(variable);
    Type type = scope.type(element.asType(), variable);
    String name = variable.getName().toString();
    Operand content = expressions.arrays().load(array, read(index), name, variable);
    scope.declare(element, type, expressions.conversions().convert(content, type, variable));
    jumps.body(tree.getStatement());
    if (!scope.cursor().isTerminated()) {
      scope.enter(tree);
      Value one = scope.at(tree).intConstant(1);
      // Nobody reads the index behind the loop, so a jump need not skip this.
      Value next =
          scope.at(tree).apply(Operator.ADD, Primitive.INT, "index", List.of(read(index), one));
      scope.cursor().variables().set(index, new Operand.Scalar(next));
    }
  }
}
