package io.cotangent.processor.source;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/** Finds what code inside a class means by {@code this}, and by variables around its class. */
final class Surroundings {
  private final Scope scope;

  Surroundings(Scope scope) {
    this.scope = scope;
  }

  /** The innermost object around the code whose class is the given one or inherits it. */
  Optional<Operand> self(TypeElement wanted) {
    Types types = scope.program().languageTypes();
    Optional<Operand> at = scope.self();
    TypeElement owner = owner(scope.source().element());
    while (at.isPresent() && owner != null) {
      if (types.isSubtype(types.erasure(owner.asType()), types.erasure(wanted.asType()))) {
        return at;
      }
      at = around(at.get(), owner);
      owner = owner(owner.getEnclosingElement());
    }
    return Optional.empty();
  }

  private Optional<Operand> around(Operand object, TypeElement inner) {
    return part(object, new Classes.Outer(inner));
  }

  private Optional<Operand> part(Operand object, Object key) {
    if (object instanceof Linked linked) {
      return linked
          .of()
          .indexOf(key)
          .map(i -> scope.arenas().load(linked, i, "", scope, scope.last()));
    }
    return object instanceof Instance instance && instance.of().indexOf(key).isPresent()
        ? Optional.of(instance.part(key))
        : Optional.empty();
  }

  /** What a local variable holds that is declared here or around a class the code stands in. */
  Optional<Operand> variable(Element variable) {
    Optional<Variable> local = scope.local(variable);
    if (local.isPresent()) {
      return local.map(scope.cursor().variables()::get);
    }
    Optional<Operand> at = scope.self();
    TypeElement owner = owner(scope.source().element());
    while (at.isPresent() && owner != null) {
      Optional<Operand> held = part(at.get(), variable);
      if (held.isPresent()) {
        return held;
      }
      at = around(at.get(), owner);
      owner = owner(owner.getEnclosingElement());
    }
    return Optional.empty();
  }

  /** The class an element stands in, or is. */
  private static TypeElement owner(Element element) {
    Element at = element;
    while (at != null && !(at instanceof TypeElement)) {
      at = at.getEnclosingElement();
    }
    return (TypeElement) at;
  }
}
