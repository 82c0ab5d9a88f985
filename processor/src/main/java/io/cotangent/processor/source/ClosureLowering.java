package io.cotangent.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberReferenceTree.ReferenceMode;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;

/** Lowers lambda expressions and method references, and what they do when they are called. */
final class ClosureLowering {
  private final Scope scope;
  private final ExpressionLowering expressions;
  private final CallLowering calls;
  private final ObjectLowering objects;

  ClosureLowering(
      Scope scope, ExpressionLowering expressions, CallLowering calls, ObjectLowering objects) {
    this.scope = scope;
    this.expressions = expressions;
    this.calls = calls;
    this.objects = objects;
  }

  Operand create(LambdaExpressionTree tree) {
    List<Element> captured = scope.captured(tree);
    List<Operand> held = new ArrayList<>();
    captured.forEach(e -> held.add(scope.cursor().variables().get(scope.local(e).orElseThrow())));
    Optional<Operand> self = scope.self().filter(s -> ReceiverUse.in(tree, scope::element));
    self.ifPresent(held::add);
    return closure(tree, captured, held, self.isPresent());
  }

  Operand create(MemberReferenceTree tree) {
    Tree qualifier = tree.getQualifierExpression();
    boolean bound =
        tree.getMode() == ReferenceMode.INVOKE
            && !isStatic(scope.element(tree))
            && !scope.isType(qualifier);
    if (!bound) {
      return closure(tree, List.of(), List.of(), false);
    }
    Operand receiver = expressions.lower(qualifier, "");
    return closure(tree, List.of(), List.of(calls.nonNull(receiver, qualifier)), false);
  }

  private static boolean isStatic(Element element) {
    return element != null && element.getModifiers().contains(Modifier.STATIC);
  }

  private Operand closure(
      ExpressionTree tree, List<Element> captured, List<Operand> held, boolean capturesReceiver) {
    return source(tree, scope.source().path(), scope.source().element(), captured, capturesReceiver)
        .<Operand>map(code -> new Operand.Closure(code, scope.type(tree), held))
        .orElseGet(() -> scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "this function"));
  }

  /** What a constant field holds whose initializer is a function; empty if it is none. */
  Optional<Operand> constant(TreePath field, Element element, ExpressionTree initializer) {
    Tree code = ExpressionLowering.withoutParentheses(initializer);
    boolean isReference =
        code instanceof MemberReferenceTree reference
            && scope.isType(reference.getQualifierExpression());
    if (!(code instanceof LambdaExpressionTree) && !isReference) {
      return Optional.empty();
    }
    return source((ExpressionTree) code, field, element, List.of(), false)
        .map(source -> new Operand.Closure(source, scope.type(code), List.of()));
  }

  private Optional<ClosureSource> source(
      ExpressionTree tree,
      TreePath path,
      Element in,
      List<Element> captured,
      boolean capturesReceiver) {
    if (!(scope.mirror(tree) instanceof DeclaredType type)) {
      return Optional.empty();
    }
    return Descriptors.of(type, scope.program())
        .map(
            method -> {
              ExecutableType seen =
                  (ExecutableType) scope.program().languageTypes().asMemberOf(type, method);
              return new ClosureSource(
                  path, in, tree, method, seen.getReturnType(), captured, capturesReceiver);
            });
  }

  /** What a method reference does with its arguments, a bound receiver among them. */
  Operand refer(MemberReferenceTree tree, List<Operand> arguments) {
    if (tree.getMode() == ReferenceMode.NEW) {
      return construct(tree, arguments);
    }
    if (!(scope.element(tree) instanceof ExecutableElement method)) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "this method reference");
    }
    return calls.invokeWith(tree, method, narrowed(tree, method, arguments));
  }

  /** The arguments as the method takes them where the interface that runs it knows wider types. */
  private List<Operand> narrowed(
      MemberReferenceTree tree, ExecutableElement method, List<Operand> arguments) {
    int receivers = isStatic(method) ? 0 : 1;
    List<Operand> narrowed = new ArrayList<>(arguments);
    if (receivers == 1 && scope.isType(tree.getQualifierExpression())) {
      Type own = scope.type(tree.getQualifierExpression());
      narrowed.set(0, narrowed(arguments.get(0), own, tree));
    }
    int given = Math.min(method.getParameters().size(), arguments.size() - receivers);
    for (int i = 0; i < given; i++) {
      Type own = scope.type(method.getParameters().get(i).asType(), tree);
      narrowed.set(receivers + i, narrowed(arguments.get(receivers + i), own, tree));
    }
    return narrowed;
  }

  private Operand narrowed(Operand argument, Type own, Tree tree) {
    boolean isWider =
        argument instanceof Operand.Scalar
            && argument.type() instanceof RefType
            && own instanceof RefType
            && !scope.program().kinship().isA(argument.type(), own);
    return isWider ? expressions.conversions().cast(argument, own, tree) : argument;
  }

  private Operand construct(MemberReferenceTree tree, List<Operand> arguments) {
    Tree qualifier = tree.getQualifierExpression();
    Type type = scope.type(qualifier);
    if (type instanceof ArrayType) {
      Operand length = expressions.conversions().convert(arguments.get(0), Primitive.INT, tree);
      return expressions.arrays().allocate(scope.mirror(qualifier), length.leaves(), "", tree);
    }
    return objects.create(tree, scope.element(tree), scope.mirror(qualifier), arguments);
  }
}
