package io.cotangent.processor.source;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Finds the one abstract method of a functional interface (JLS 9.8). */
final class Descriptors {
  private Descriptors() {}

  static Optional<ExecutableElement> of(DeclaredType type, Program program) {
    if (!(type.asElement() instanceof TypeElement element) || !element.getKind().isInterface()) {
      return Optional.empty();
    }
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(program.elements().getAllMembers(element));
    return methods.stream()
        .filter(m -> m.getModifiers().contains(Modifier.ABSTRACT))
        .filter(m -> methods.stream().noneMatch(other -> hides(other, m, element, program)))
        .findFirst();
  }

  /** Whether an interface method is overridden, or one that every object has anyway. */
  private static boolean hides(
      ExecutableElement other, ExecutableElement method, TypeElement in, Program program) {
    boolean isObject =
        other.getEnclosingElement().toString().equals("java.lang.Object")
            && other.getModifiers().contains(Modifier.PUBLIC)
            && other.getSimpleName().equals(method.getSimpleName())
            && parameters(other).equals(parameters(method));
    return isObject || program.elements().overrides(other, method, in);
  }

  private static List<String> parameters(ExecutableElement method) {
    return method.getParameters().stream()
        .map(VariableElement::asType)
        .map(Object::toString)
        .toList();
  }

  /** Whether a call of the method runs the function itself, rather than a default method. */
  static boolean isRun(ExecutableElement called) {
    return called.getModifiers().contains(Modifier.ABSTRACT);
  }
}
