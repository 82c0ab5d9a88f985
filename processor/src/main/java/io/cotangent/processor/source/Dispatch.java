package io.cotangent.processor.source;

import io.cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Finds the method that a call on an object taken apart runs, which its class says. */
final class Dispatch {
  private final Scope scope;
  private final CallLowering calls;
  private final FieldAccess fields;

  Dispatch(Scope scope, CallLowering calls, FieldAccess fields) {
    this.fields = fields;
    this.scope = scope;
    this.calls = calls;
  }

  /** What the call comes to; empty if its method is one that every record or object has. */
  Optional<Operand> invoke(Operand receiver, Call call) {
    TypeElement of = classOf(receiver);
    if (of == null) {
      return Optional.empty();
    }
    ExecutableElement method = implementation(of, call);
    if (receiver instanceof Operand.Tuple tuple && Records.isImplicitAccessor(method, scope)) {
      return Optional.of(tuple.component(method.getSimpleName().toString()));
    }
    if (receiver instanceof Linked linked && Records.isImplicitAccessor(method, scope)) {
      return Optional.of(
          fields.component(linked, method.getSimpleName().toString(), call.name(), call.tree()));
    }
    Optional<MethodSource> source = scope.program().find(method);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      return Optional.of(
          scope.reject(
              call.tree(), Problem.UNSUPPORTED_CONSTRUCT, "a call of a synchronized method"));
    }
    Call evaluated = calls.evaluated(call);
    if (receiver instanceof Instance instance) {
      fields.nonNull(instance, call.tree());
    } else if (receiver instanceof Linked linked) {
      fields.nonNull(linked, call.tree());
    }
    return Optional.of(calls.invokeSource(source.get(), List.of(receiver), evaluated));
  }

  private ExecutableElement implementation(TypeElement of, Call call) {
    return call.isSuper()
        ? call.method()
        : scope.program().classes().implementation(of, call.method()).orElse(call.method());
  }

  private TypeElement classOf(Operand receiver) {
    if (receiver instanceof Linked linked) {
      return linked.of().element();
    }
    return receiver instanceof Instance instance
        ? instance.of().element()
        : scope.program().types().element(((Operand.Tuple) receiver).type());
  }
}
