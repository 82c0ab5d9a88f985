package io.cotangent.processor.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * The parameters of an annotated method that derivatives are asked for.
 *
 * @param wrt their names; empty for all that are not constant
 */
record Asked(Set<String> wrt, boolean hasReceiver) {
  /** What the receiver of an instance method is called. */
  static final String RECEIVER = "self";

  /** What stands in a method's annotation; everything if it has none. */
  static Asked of(ExecutableElement method) {
    List<String> names =
        AnnotationMembers.isOn(method)
            ? AnnotationMembers.of(method).wrt().stream().map(v -> (String) v.getValue()).toList()
            : List.of();
    return new Asked(
        names.stream().collect(Collectors.toSet()),
        !method.getModifiers().contains(Modifier.STATIC));
  }

  /** What a parameter is called beside the receiver. */
  String nameOf(Element parameter) {
    String own = parameter.getSimpleName().toString();
    return hasReceiver && own.equals(RECEIVER) ? own + "_" : own;
  }

  boolean isAsked(Element parameter) {
    return wrt.isEmpty() ? !Stopping.isConstant(parameter) : wrt.contains(nameOf(parameter));
  }

  boolean isReceiverAsked() {
    return wrt.isEmpty() || wrt.contains(RECEIVER);
  }
}
