package io.cotangent.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Lowers calls of methods. */
final class CallLowering {
  private final Scope scope;
  private final ExpressionLowering expressions;
  private final ArrayLowering arrays;
  private final Functions functions;
  private final LibraryCalls library;
  private final Models models;

  CallLowering(
      Scope scope, ExpressionLowering expressions, ArrayLowering arrays, Functions functions) {
    this.scope = scope;
    this.expressions = expressions;
    this.arrays = arrays;
    this.functions = functions;
    this.library = new LibraryCalls(scope);
    this.models = new Models(scope.program());
  }

  Operand invoke(MethodInvocationTree tree, String name) {
    ExpressionTree select = tree.getMethodSelect();
    if (!(scope.element(select) instanceof ExecutableElement method)) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "a call of an unknown method");
    }
    Optional<Rule> rule = scope.program().rules().find(method, scope.source().method());
    if (rule.isPresent() && scope.visibility().sees(method)) {
      return invokeRuled(tree, rule.get(), name);
    }
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return invokeStatic(tree, method, name);
    }
    if (select instanceof MemberSelectTree member) {
      return invokeOn(expressions.lower(member.getExpression(), ""), tree, method, name);
    }
    return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "a call of an instance method");
  }

  private Operand invokeRuled(MethodInvocationTree tree, Rule rule, String name) {
    List<Operand> arguments = new ArrayList<>();
    if (!rule.target().getModifiers().contains(Modifier.STATIC)) {
      if (!(tree.getMethodSelect() instanceof MemberSelectTree member)) {
        return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "a call of an instance method");
      }
      arguments.add(expressions.lower(member.getExpression(), ""));
    }
    arguments.addAll(arguments(tree, rule.target()));
    return new RuledCalls(scope, functions).invoke(tree, rule, arguments, name);
  }

  private Operand invokeStatic(MethodInvocationTree tree, ExecutableElement method, String name) {
    Optional<GeneratedMember> generated = scope.program().generated(method);
    if (generated.isPresent()) {
      return invokeFunction(tree, method, functions.nameOf(generated.get()), name);
    }
    Optional<MethodSource> source = scope.program().find(method);
    if (source.isEmpty()) {
      Optional<MethodSource> model = models.of(method, types(tree));
      if (model.isPresent()) {
        return invokeFunction(tree, model.get().method(), functions.nameOf(model.get()), name);
      }
      return library.invokeStatic(tree, method, arguments(tree, method), name);
    }
    if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "a call of a synchronized method");
    }
    return invokeSource(tree, source.get(), name);
  }

  private List<Type> types(MethodInvocationTree tree) {
    return tree.getArguments().stream().map(scope::type).toList();
  }

  private Operand invokeSource(MethodInvocationTree tree, MethodSource source, String name) {
    return invokeFunction(tree, source.method(), functions.nameOf(source), name);
  }

  private Operand invokeFunction(
      MethodInvocationTree tree, ExecutableElement method, String callee, String name) {
    List<Operand> arguments = spread(method, tree.getArguments(), tree);
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      call(List.of(), callee, arguments, tree);
      return Operand.NOTHING;
    }
    Type declared = scope.type(method.getReturnType(), tree);
    List<Value> results = new ArrayList<>();
    addResults(declared, name, results);
    call(results, callee, arguments, tree);
    Operand result = Operand.of(declared, results.iterator());
    return result instanceof Operand.Scalar scalar
        ? new Operand.Scalar(expressions.conversions().cast(scalar.value(), scope.type(tree), tree))
        : result;
  }

  private void call(List<Value> results, String callee, List<Operand> arguments, Tree tree) {
    List<Value> leaves = Operand.leaves(arguments);
    scope.at(tree).add(new Op.Call(results, callee, leaves, scope.origin(tree)));
  }

  private static void addResults(Type type, String name, List<Value> results) {
    if (type instanceof RecordType record) {
      record.components().forEach(c -> addResults(c.type(), c.name(), results));
    } else {
      results.add(new Value(type, name));
    }
  }

  /** The arguments as the parameters of a method whose source is lowered. */
  private List<Operand> spread(
      ExecutableElement method, List<? extends ExpressionTree> trees, Tree tree) {
    List<? extends VariableElement> parameters = method.getParameters();
    int fixed = packs(method, trees) ? parameters.size() - 1 : parameters.size();
    List<Operand> arguments = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      Type type = scope.type(parameters.get(i).asType(), trees.get(i));
      arguments.add(expressions.converted(trees.get(i), type, ""));
    }
    if (fixed < parameters.size()) {
      ArrayType type = (ArrayType) scope.type(parameters.get(fixed).asType(), tree);
      List<Value> packed = new ArrayList<>();
      for (ExpressionTree rest : trees.subList(fixed, trees.size())) {
        packed.addAll(expressions.converted(rest, type.element(), "").leaves());
      }
      arguments.add(new Operand.Scalar(arrays.pack(type, packed, tree)));
    }
    return arguments;
  }

  /** Whether the last arguments are packed into an array. */
  private boolean packs(ExecutableElement method, List<? extends ExpressionTree> trees) {
    int last = method.getParameters().size() - 1;
    if (!method.isVarArgs() || trees.size() != last + 1) {
      return method.isVarArgs();
    }
    TypeMirror given = scope.mirror(trees.get(last));
    TypeMirror array = method.getParameters().get(last).asType();
    return !scope.program().languageTypes().isAssignable(given, array);
  }

  /** The arguments of a call that stays as it is: only what is primitive is converted. */
  private List<Operand> arguments(MethodInvocationTree tree, ExecutableElement method) {
    return arguments(tree.getArguments(), method);
  }

  List<Operand> arguments(List<? extends ExpressionTree> trees, ExecutableElement method) {
    List<Operand> arguments = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      Operand argument = expressions.lower(trees.get(i), "");
      boolean isNull = argument.type().equals(Conversions.NULL);
      Type type =
          i < method.getParameters().size()
              ? scope.type(method.getParameters().get(i).asType(), trees.get(i))
              : argument.type();
      boolean converts = type instanceof Primitive || isNull && !type.equals(Conversions.NULL);
      arguments.add(
          converts
              ? expressions.conversions().convert(argument, type, trees.get(i))
              : expressions.conversions().typed(argument, trees.get(i)));
    }
    return arguments;
  }

  private Operand invokeOn(
      Operand receiver, MethodInvocationTree tree, ExecutableElement method, String name) {
    String called = method.getSimpleName().toString();
    if (receiver.type() instanceof ArrayType && called.equals("clone")) {
      Value array = receiver.leaves().get(0);
      return new Operand.Scalar(scope.at(tree).copyArray(array, Op.CopyArray.Kind.CLONE, name));
    }
    if (receiver instanceof Operand.Tuple tuple && Records.isImplicitAccessor(method, scope)) {
      return tuple.component(called);
    }
    if (!Records.isImplicit(method, scope) && isKnown(method) || !scope.visibility().sees(method)) {
      return scope.reject(tree, Problem.UNSUPPORTED_CONSTRUCT, "a call of an instance method");
    }
    return library.invokeOn(receiver, tree, method, arguments(tree, method), name);
  }

  private boolean isKnown(ExecutableElement method) {
    return scope.program().trees().getPath(method.getEnclosingElement()) != null;
  }
}
