package io.cotangent.processor.source;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** How generated code reads and writes fields of objects of exactly one class. */
final class FieldNames {
  private final Program program;
  private final Visibility visibility;
  private final TypeElement type;

  FieldNames(Program program, Visibility visibility, TypeElement type) {
    this.program = program;
    this.visibility = visibility;
    this.type = type;
  }

  /** What stands behind the dot: the field, or a method that does nothing but return it. */
  Optional<String> reader(VariableElement field) {
    String name = field.getSimpleName().toString();
    if (visibility.sees(field) && !isHidden(field)) {
      return Optional.of(name);
    }
    return methods(field).stream()
        .filter(m -> m.getParameters().isEmpty() && runs(m))
        .filter(m -> program.find(m).filter(s -> Accessors.returns(s, name, program)).isPresent())
        .findFirst()
        .map(m -> m.getSimpleName() + "()");
  }

  /** The same where it is written, with {@code #} for what it gets. */
  Optional<String> writer(VariableElement field) {
    String name = field.getSimpleName().toString();
    if (field.getModifiers().contains(Modifier.FINAL)) {
      return Optional.empty();
    }
    if (visibility.sees(field) && !isHidden(field)) {
      return Optional.of(name + " = #");
    }
    return methods(field).stream()
        .filter(m -> m.getParameters().size() == 1 && runs(m))
        .filter(m -> program.find(m).filter(s -> Accessors.assigns(s, name, program)).isPresent())
        .findFirst()
        .map(m -> m.getSimpleName() + "(#)");
  }

  private List<ExecutableElement> methods(VariableElement field) {
    return ElementFilter.methodsIn(field.getEnclosingElement().getEnclosedElements());
  }

  /** Whether a call on an object of the class runs exactly this method, and can be written. */
  private boolean runs(ExecutableElement method) {
    return visibility.sees(method)
        && !method.getModifiers().contains(Modifier.STATIC)
        && program.classes().implementation(type, method).filter(method::equals).isPresent();
  }

  /** Whether a class between has a field of the same name. */
  private boolean isHidden(VariableElement field) {
    Optional<TypeElement> at = Optional.of(type);
    while (at.isPresent() && !at.get().equals(field.getEnclosingElement())) {
      boolean hides =
          ElementFilter.fieldsIn(at.get().getEnclosedElements()).stream()
              .anyMatch(f -> f.getSimpleName().equals(field.getSimpleName()));
      if (hides) {
        return true;
      }
      at = program.classes().superclass(at.get());
    }
    return false;
  }
}
