package io.cotangent.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Lowers calls of methods whose source is not seen, their arguments already evaluated. */
final class LibraryCalls {
  private final Scope scope;

  LibraryCalls(Scope scope) {
    this.scope = scope;
  }

  /** What messages call a method: its name and its parameters as they are declared. */
  static String signature(ExecutableElement method) {
    String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    String name = method.getSimpleName().toString();
    String called = name.equals("<init>") ? "new " + owner : owner + "." + name;
    return method.getParameters().stream()
        .map(p -> p.asType() + " " + p.getSimpleName())
        .collect(Collectors.joining(", ", called + "(", ")"));
  }

  Operand invokeStatic(Call call, List<Operand> arguments) {
    ExpressionTree tree = call.tree();
    ExecutableElement method = call.method();
    if (!scope.visibility().sees(method)) {
      return scope.reject(
          tree, Problem.UNSUPPORTED_CONSTRUCT, "a method that generated code cannot call");
    }
    Optional<Operator> operator = MathFunctions.operator(method);
    if (operator.isPresent()) {
      Value value = new Value(scope.type(method.getReturnType(), tree), call.name());
      boolean strict = MathFunctions.isStrict(method);
      List<Value> args = Operand.leaves(arguments);
      scope.at(tree).add(new Op.Apply(value, operator.get(), strict, args, scope.origin(tree)));
      return new Operand.Scalar(value);
    }
    String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    Template java = new Template("{" + owner + "}." + method.getSimpleName());
    java.addArguments(arguments);
    if (LibraryNatures.givesBackItsArgument(method)) {
      scope.opaque(tree, java, Nature.SINK, signature(method));
      return arguments.get(0);
    }
    return opaque(call, java);
  }

  Operand invokeOn(Operand receiver, Call call, List<Operand> arguments) {
    Template java = new Template();
    String cast = raw(call);
    java.add(cast + java.argument(receiver) + (cast.isEmpty() ? "" : ")"))
        .add("." + call.method().getSimpleName())
        .addArguments(arguments);
    return opaque(call, java);
  }

  /**
   * The cast of a receiver whose type names type variables, if the method takes such values: where
   * the receiver is a parameter, its type is what was declared, and their types are the bounds.
   */
  private String raw(Call call) {
    if (call.method().getParameters().stream().anyMatch(p -> TypeVariables.isIn(p.asType()))
        && call.tree() instanceof MethodInvocationTree invocation
        && invocation.getMethodSelect() instanceof MemberSelectTree member) {
      TypeMirror type = scope.mirror(member.getExpression());
      if (type != null && TypeVariables.isIn(type)) {
        return "((" + Conversions.written(scope.type(type, invocation)) + ") ";
      }
    }
    return "";
  }

  private Operand opaque(Call call, Template java) {
    ExecutableElement method = call.method();
    Nature nature = LibraryNatures.of(method);
    TypeMirror declared = method.getReturnType();
    if (declared.getKind() == TypeKind.VOID) {
      return scope.opaque(call.tree(), java, nature, signature(method));
    }
    Type type = call.result(scope);
    // A result whose type is a type argument is an object to the class that was compiled.
    boolean casts = declared.getKind() == TypeKind.TYPEVAR && !type.equals(RefType.OBJECT);
    Template result = casts ? java.castTo(type) : java;
    return scope.opaque(call.tree(), type, call.name(), result, nature, signature(method));
  }
}
