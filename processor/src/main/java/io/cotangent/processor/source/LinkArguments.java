package io.cotangent.processor.source;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What the arguments and the result of a method that is compiled already consist of. */
final class LinkArguments {
  private final Program program;
  private final Visibility visibility;
  private final TypeElement nested;

  /**
   * The arguments of one method.
   *
   * @param nested the class that was generated for it
   */
  LinkArguments(Program program, Visibility visibility, TypeElement nested) {
    this.program = program;
    this.visibility = visibility;
    this.nested = nested;
  }

  /**
   * An argument; empty if it cannot be handed on, or what the method writes to it cannot be read.
   *
   * @param isExact whether it is of the class its type says
   */
  Optional<Link.Argument> of(
      TypeMirror mirror,
      String name,
      boolean isDifferentiated,
      boolean isWritten,
      boolean isExact) {
    Type type = program.types().map(mirror).orElse(null);
    boolean isObject = type instanceof RefType || type instanceof RecordType;
    if (type == null || isWritten && isObject || !isKnown(mirror, type)) {
      return Optional.empty();
    }
    boolean isReal = isDifferentiated && !(type instanceof RefType);
    List<Link.Param> params = new ArrayList<>();
    collect(mirror, type, new Link.Param(type, name, "", isReal, isWritten, isExact), params);
    Optional<Type> dual = isDifferentiated ? dual("Gradient", component(name)) : Optional.empty();
    return dual.isPresent() == isDifferentiated
        ? Optional.of(new Link.Argument(name, type, dual, params))
        : Optional.empty();
  }

  private static String component(String name) {
    return io.cotangent.processor.model.Names.component(name);
  }

  private void collect(TypeMirror mirror, Type type, Link.Param at, List<Link.Param> params) {
    if (!(type instanceof RecordType record)) {
      boolean isDifferentiated = at.isDifferentiated() && type.isDifferentiable();
      boolean isStable = Constancy.of(mirror, at.isStable());
      params.add(
          new Link.Param(type, at.argument(), at.path(), isDifferentiated, at.written(), isStable));
      return;
    }
    List<? extends RecordComponentElement> components = element(mirror).getRecordComponents();
    for (int i = 0; i < components.size(); i++) {
      String path = at.path() + "." + components.get(i).getSimpleName() + "()";
      Link.Param part =
          new Link.Param(type, at.argument(), path, at.isDifferentiated(), at.written(), false);
      collect(components.get(i).asType(), record.components().get(i).type(), part, params);
    }
  }

  /** Whether values of a type can be taken apart and put together again. */
  boolean isKnown(TypeMirror mirror, Type type) {
    if (type instanceof ArrayType array) {
      return !(innermost(array) instanceof RecordType);
    }
    if (!(type instanceof RecordType record)) {
      return true;
    }
    TypeElement element = element(mirror);
    List<? extends RecordComponentElement> components = element.getRecordComponents();
    for (int i = 0; i < components.size(); i++) {
      if (Accessors.doesMore(components.get(i), program)
          || !isKnown(components.get(i).asType(), record.components().get(i).type())) {
        return false;
      }
    }
    return visibility.sees(element) && Records.keeps(element, program);
  }

  private static Type innermost(Type type) {
    return type instanceof ArrayType array ? innermost(array.element()) : type;
  }

  private static TypeElement element(TypeMirror mirror) {
    return (TypeElement) ((DeclaredType) mirror).asElement();
  }

  /** The type of what a record among the generated classes holds; empty if that is not known. */
  Optional<Type> dual(String record, String component) {
    return ElementFilter.typesIn(nested.getEnclosedElements()).stream()
        .filter(t -> t.getSimpleName().contentEquals(record))
        .flatMap(t -> t.getRecordComponents().stream())
        .filter(c -> c.getSimpleName().contentEquals(component))
        .map(RecordComponentElement::asType)
        .filter(t -> program.types().map(t).filter(mapped -> isKnown(t, mapped)).isPresent())
        .findFirst()
        .flatMap(program.types()::map);
  }
}
