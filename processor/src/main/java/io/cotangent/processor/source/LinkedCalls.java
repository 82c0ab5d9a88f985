package io.cotangent.processor.source;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.tangent.LinkedCode;
import io.cotangent.processor.tangent.LinkedMembers;
import io.cotangent.runtime.Derivatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Calls of annotated methods that are compiled already, and of what was generated for them. */
final class LinkedCalls {
  private final Scope scope;
  private final CallLowering calls;
  private final Functions functions;

  LinkedCalls(Scope scope, CallLowering calls, Functions functions) {
    this.scope = scope;
    this.calls = calls;
    this.functions = functions;
  }

  /** A call of a static method; empty if it is neither. */
  Optional<Operand> invokeStatic(Call call) {
    TypeElement owner = (TypeElement) call.method().getEnclosingElement();
    return RuleReader.mirror(owner, Derivatives.class).isPresent()
        ? Optional.of(member(call, owner))
        : method(call, List.of());
  }

  /**
   * A call of an annotated method; empty if it is none.
   *
   * @param receivers the receiver; nothing if the method is static
   */
  Optional<Operand> method(Call call, List<Operand> receivers) {
    Optional<Links.Found> found = new Links(scope).of(call.method());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Link link = found.get().link();
    if (found.get().mayReturnItsArgument()) {
      return Optional.of(scope.reject(call.tree(), Problem.LINKED_RESULT, link.method()));
    }
    List<Operand> arguments = new ArrayList<>(receivers);
    arguments.addAll(calls.spread(call.method(), call));
    for (int i = 0; i < arguments.size(); i++) {
      if (!Links.isPlain(arguments.get(i), link.arguments().get(i).type())) {
        String what = "an argument of '" + link.method() + "', whose source is not seen,";
        return Optional.of(scope.reject(call.tree(), Problem.UNSUPPORTED_CONSTRUCT, what));
      }
    }
    String callee =
        functions.compiled(
            link,
            simpleName(link) + "Compiled",
            name -> {
              Region body = Links.body(call.method(), link);
              return LinkedCode.function(name, link, body);
            });
    Operand result = link.result().map(scope::made).orElse(Operand.NOTHING);
    return Optional.of(calls.invokeFunction(call, callee, Operand.leaves(arguments), result));
  }

  private static String simpleName(Link link) {
    return link.nestedClass().substring(link.nestedClass().lastIndexOf('.') + 1);
  }

  /** A call of a generated member by its name. */
  private Operand member(Call call, TypeElement owner) {
    ExecutableElement method = call.method();
    Optional<Link> link =
        new Links(scope).ofGenerated(owner).map(Links.Found::link).filter(LinkedCalls::isClosed);
    Optional<String> callee = link.flatMap(l -> function(method, l));
    if (callee.isEmpty()) {
      return scope.reject(
          call.tree(), Problem.CALLS_GENERATED, scope.source().element().getSimpleName());
    }
    List<Operand> arguments = calls.spread(method, call);
    Type declared = scope.type(method.getReturnType(), call.tree());
    return calls.invokeFunction(
        call, callee.get(), Operand.leaves(arguments), scope.made(declared));
  }

  private Optional<String> function(ExecutableElement method, Link link) {
    String kind = method.getSimpleName().toString();
    int dots = link.active().size();
    boolean isWithTape = takesTape(method);
    int more = method.getParameters().size() - link.arguments().size();
    if (kind.equals("gradient")) {
      return Optional.of(gradient(link));
    } else if (kind.equals("jvp") && more == dots) {
      String gradient = gradient(link);
      return Optional.of(make(link, kind, name -> LinkedMembers.jvp(name, link, gradient)));
    } else if (kind.equals("vjp") && !isWithTape && link.hasBuffers()) {
      String gradient = gradient(link);
      return Optional.of(make(link, kind, name -> LinkedMembers.vjp(name, link, gradient)));
    } else if (kind.equals("hvp")) {
      return Optional.of(make(link, kind, name -> LinkedMembers.hvp(name, link)));
    }
    return Optional.empty();
  }

  private String gradient(Link link) {
    return make(link, "gradient", name -> LinkedCode.gradient(name, link));
  }

  private String make(
      Link link, String kind, java.util.function.Function<String, Function> making) {
    return functions.compiled(List.of(link, kind), simpleName(link) + "_" + kind, making);
  }

  /** Whether values and derivatives consist of nothing but what a link takes and gives. */
  private static boolean isClosed(Link link) {
    return link.hasGradient()
        && link.hasTangents()
        && link.active().stream()
            .flatMap(a -> RecordType.leavesOf(a.dual().orElseThrow()).stream())
            .allMatch(Type::isDifferentiable);
  }

  private static boolean takesTape(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    TypeMirror first = parameters.get(0).asType();
    return first.toString().equals("io.cotangent.runtime.Tape");
  }
}
