package io.cotangent.processor.source;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.Origin;
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
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Calls of annotated methods that are compiled already, and of what was generated for them. */
final class LinkedCalls {
  private static final Set<String> LAST = Set.of("jacobian", "hessian", "derivatives");

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
    Optional<Link> link = new Links(scope).ofGenerated(owner).map(Links.Found::link);
    Optional<String> callee =
        link.filter(LinkedCalls::isClosed)
            .flatMap(l -> function(call, l))
            .or(() -> link.flatMap(l -> last(call, l)));
    if (callee.isEmpty()) {
      return scope.reject(
          call.tree(), Problem.CALLS_GENERATED, scope.source().element().getSimpleName());
    }
    List<Operand> arguments = calls.spread(method, call);
    Type declared = scope.type(method.getReturnType(), call.tree());
    return calls.invokeFunction(
        call, callee.get(), Operand.leaves(arguments), scope.made(declared));
  }

  /** A matrix of derivatives, which can be used but not differentiated. */
  private Optional<String> last(Call call, Link link) {
    String kind = call.method().getSimpleName().toString();
    if (!LAST.contains(kind) || link.params().stream().anyMatch(Link.Param::written)) {
      return Optional.empty();
    }
    Type result = scope.type(call.method().getReturnType(), call.tree());
    Origin origin = scope.origin(call.tree());
    return Optional.of(
        make(link, kind, name -> LinkedMembers.last(name, link, kind, result, origin)));
  }

  private Optional<String> function(Call call, Link link) {
    ExecutableElement method = call.method();
    Origin origin = scope.origin(call.tree());
    String kind = method.getSimpleName().toString();
    int more = method.getParameters().size() - link.arguments().size();
    boolean isVjp = kind.equals("vjp") && !takesTape(method) && link.hasBuffers();
    if (kind.equals("gradient")) {
      return Optional.of(gradient(link));
    } else if (kind.equals("jvp") && more == link.active().size()) {
      String gradient = gradient(link);
      return Optional.of(make(link, kind, name -> LinkedMembers.jvp(name, link, gradient, origin)));
    } else if (isVjp) {
      String gradient = gradient(link);
      return Optional.of(make(link, kind, name -> LinkedMembers.vjp(name, link, gradient, origin)));
    } else if (kind.equals("hvp")) {
      return Optional.of(hvp(link, origin));
    } else if (kind.equals("derivatives") && link.hasSeries()) {
      String series = series(link, link.order());
      return Optional.of(
          make(link, kind, name -> LinkedMembers.derivatives(name, link, series, origin)));
    }
    return Optional.empty();
  }

  private String gradient(Link link) {
    return link.hasSeries()
        ? series(link, 1)
        : make(link, "gradient", name -> LinkedCode.gradient(name, link));
  }

  private String hvp(Link link, Origin origin) {
    if (!link.hasSeries()) {
      return make(link, "hvp", name -> LinkedMembers.hvp(name, link, origin));
    }
    String series = series(link, 2);
    return make(link, "hvp", name -> LinkedMembers.hvpOfSeries(name, link, series, origin));
  }

  private String series(Link link, int derivatives) {
    return make(
        link, "derivatives" + derivatives, name -> LinkedCode.series(name, link, derivatives));
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
