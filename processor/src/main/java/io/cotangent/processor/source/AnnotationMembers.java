package io.cotangent.processor.source;

import io.cotangent.Differentiable;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What stands in a {@code @Differentiable}, with the places where it stands. */
record AnnotationMembers(AnnotationMirror mirror, Map<String, AnnotationValue> values) {
  static AnnotationMembers of(ExecutableElement method) {
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(Differentiable.class.getName())) {
        Map<String, AnnotationValue> values = new java.util.HashMap<>();
        mirror
            .getElementValues()
            .forEach((member, value) -> values.put(member.getSimpleName().toString(), value));
        return new AnnotationMembers(mirror, values);
      }
    }
    throw new IllegalStateException(method + " is not annotated");
  }

  static boolean isOn(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(t -> t.getQualifiedName().contentEquals(Differentiable.class.getName()));
  }

  /** The names in {@code wrt}; empty if there is none. */
  List<AnnotationValue> wrt() {
    AnnotationValue value = values.get("wrt");
    if (value == null) {
      return List.of();
    }
    return ((List<?>) value.getValue()).stream().map(AnnotationValue.class::cast).toList();
  }

  /** The name asked for; null if none was. */
  AnnotationValue name() {
    AnnotationValue value = values.get("name");
    return value == null || value.getValue().equals("") ? null : value;
  }

  /** The order asked for; null for the default. */
  AnnotationValue order() {
    return values.get("order");
  }
}
