package io.cotangent.processor.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What the compiler adds to a record by itself. */
final class Records {
  private Records() {}

  /** Whether the method of a record does nothing but read a component. */
  static boolean isImplicitAccessor(ExecutableElement method, Scope scope) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return isImplicit(method, scope)
        && method.getParameters().isEmpty()
        && owner.getRecordComponents().stream()
            .filter(c -> c.getSimpleName().equals(method.getSimpleName()))
            .anyMatch(c -> !Accessors.doesMore(c, scope.program()));
  }

  /** Whether the method of a record is not written in its source. */
  static boolean isImplicit(ExecutableElement method, Scope scope) {
    return method.getEnclosingElement().getKind() == ElementKind.RECORD
        && scope.program().find(method).isEmpty();
  }

  /**
   * Whether tangents and adjoints of a record are records of the same class: no constructor could
   * refuse or change what it is given, here or in the records it consists of.
   */
  static boolean isOwnDual(TypeElement type, Elements elements) {
    return isOwnDual(type, elements, Set.of());
  }

  private static boolean isOwnDual(TypeElement type, Elements elements, Set<TypeElement> around) {
    Set<TypeElement> inner = new HashSet<>(around);
    if (!inner.add(type)) {
      return false; // records that hold one another are never in a signature
    }
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(c -> isPlain(c, elements))
        && type.getRecordComponents().stream()
            .map(RecordComponentElement::asType)
            .filter(t -> isDifferentiable(t))
            .allMatch(
                t -> !(t instanceof DeclaredType d) || isOwnDual(element(d), elements, inner));
  }

  /** Whether there are derivatives with respect to values of a type, as far as records go. */
  static boolean isDifferentiable(TypeMirror type) {
    return isDifferentiable(type, Set.of());
  }

  private static boolean isDifferentiable(TypeMirror type, Set<TypeElement> around) {
    if (type instanceof ArrayType array) {
      TypeMirror element = array.getComponentType();
      return element.getKind() != TypeKind.DECLARED && isDifferentiable(element, around);
    }
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      TypeElement record = element(declared);
      Set<TypeElement> inner = new HashSet<>(around);
      return record.getKind() == ElementKind.RECORD
          && record.getTypeParameters().isEmpty()
          && inner.add(record)
          && record.getRecordComponents().stream()
              .anyMatch(c -> isDifferentiable(c.asType(), inner));
    }
    return type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT;
  }

  private static TypeElement element(DeclaredType type) {
    return (TypeElement) type.asElement();
  }

  /** Whether the constructor does nothing but take the components. */
  static boolean isPlain(ExecutableElement constructor, Elements elements) {
    return elements.getOrigin(constructor) == Elements.Origin.MANDATED;
  }

  /**
   * Whether the canonical constructor of a record leaves its components as they are given, as its
   * source or class file says.
   */
  static boolean keeps(TypeElement record, Program program) {
    Optional<ExecutableElement> canonical = canonical(record, program);
    if (canonical.filter(c -> isPlain(c, program.elements())).isPresent()) {
      return true;
    }
    return canonical
        .flatMap(program::find)
        .map(source -> Accessors.keeps(source, program))
        .orElseGet(() -> compiled(record, program).map(CompiledConstructor::keeps).orElse(false));
  }

  /** The canonical constructor of a record that is compiled already. */
  static Optional<CompiledConstructor> compiled(TypeElement record, Program program) {
    return program.compiled(record).flatMap(CompiledRecord::canonical);
  }

  /** The canonical constructor of a record. */
  static Optional<ExecutableElement> canonical(TypeElement record, Program program) {
    List<TypeMirror> types = new ArrayList<>();
    record.getRecordComponents().forEach(c -> types.add(c.asType()));
    return ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
        .filter(c -> isCanonical(c, types, program))
        .findFirst();
  }

  private static boolean isCanonical(
      ExecutableElement constructor, List<TypeMirror> types, Program program) {
    if (constructor.getParameters().size() != types.size()) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      TypeMirror parameter = constructor.getParameters().get(i).asType();
      if (!program.languageTypes().isSameType(parameter, types.get(i))) {
        return false;
      }
    }
    return true;
  }
}
