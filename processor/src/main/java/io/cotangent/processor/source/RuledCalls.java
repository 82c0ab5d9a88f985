package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Lowers calls of methods that have a rule: the call stays as it is, and the rule's partial
 * derivatives are computed beside it.
 */
final class RuledCalls {
  private final Scope scope;
  private final Functions functions;

  RuledCalls(Scope scope, Functions functions) {
    this.scope = scope;
    this.functions = functions;
  }

  /**
   * A call.
   *
   * @param arguments as the parameters of the rule
   */
  Operand invoke(Tree tree, Rule rule, List<Operand> arguments, String name) {
    return new Operand.Scalar(invoke(tree, rule, arguments, functions.orders(), name));
  }

  private Value invoke(Tree tree, Rule rule, List<Operand> arguments, int orders, String name) {
    Type type = scope.type(rule.target().getReturnType(), tree);
    boolean isLast = orders == 0;
    Value value = new Value(type, isLast ? name : "");
    Nature nature = isLast ? Nature.PARTIAL : Nature.SINK;
    opaque(tree, value, call(rule.target(), arguments), nature, rule.target());
    if (isLast) {
      return value;
    }
    List<Value> args = new ArrayList<>(List.of(value));
    List<Value> reals = Operand.leaves(arguments).stream().filter(v -> v.type().isReal()).toList();
    Value partials = partials(tree, rule, arguments, orders - 1, reals.size());
    Builder out = scope.at(tree);
    for (int i = 0; i < reals.size(); i++) {
      boolean isArray = partials.type() instanceof ArrayType;
      Value partial = isArray ? out.load(partials, out.intConstant(i), "") : partials;
      args.add(out.cast(reals.get(i), type));
      args.add(out.cast(partial, type));
    }
    return out.apply(Operator.RULED, type, name, args);
  }

  private Value partials(Tree tree, Rule rule, List<Operand> arguments, int orders, int count) {
    Type type = count == 1 ? Primitive.DOUBLE : new ArrayType(Primitive.DOUBLE);
    Value partials = new Value(type, rule.method().getSimpleName().toString());
    Optional<MethodSource> source = scope.program().find(rule.method());
    Optional<Rule> second = scope.program().rules().find(rule.method(), scope.source().element());
    if (second.isPresent()) {
      return invoke(tree, second.get(), arguments, orders, partials.name());
    }
    if (source.isPresent()) {
      Operand result = new Operand.Scalar(partials);
      Site site = scope.site(tree);
      String callee = functions.get(source.get(), orders, arguments, result, site).name();
      List<Value> leaves = scope.arenas().with(arguments);
      scope.at(tree).add(new Op.Call(List.of(partials), callee, leaves, scope.origin(tree)));
    } else if (scope.visibility().sees(rule.method())) {
      Template java = call(rule.method(), arguments);
      opaque(tree, partials, java, Nature.PARTIAL, rule.method());
    } else {
      scope.report(tree, Problem.RULE_FORM, "invisible here, as '" + rule.method() + "' is");
    }
    return partials;
  }

  private Template call(ExecutableElement method, List<Operand> arguments) {
    String name = method.getSimpleName().toString();
    if (method.getModifiers().contains(Modifier.STATIC)) {
      String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
      return new Template("{" + owner + "}." + name).addArguments(arguments);
    }
    Template java = new Template();
    List<Operand> rest = arguments.subList(1, arguments.size());
    return java.add(java.argument(arguments.get(0))).add("." + name).addArguments(rest);
  }

  private void opaque(
      Tree tree, Value result, Template java, Nature nature, ExecutableElement method) {
    String callee = LibraryCalls.signature(method);
    List<Value> results = List.of(result);
    scope
        .at(tree)
        .add(new Op.Opaque(results, java.text(), java.args(), nature, callee, scope.origin(tree)));
  }
}
