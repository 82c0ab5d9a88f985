package io.cotangent.processor.source;

import io.cotangent.DerivativeOf;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads one {@link DerivativeOf}: the rule, or what is wrong with it. */
final class RuleReader {
  private final Types types;
  private final ExecutableElement method;
  private final AnnotationMirror mirror;
  private Complaint complaint;

  private RuleReader(Types types, ExecutableElement method, AnnotationMirror mirror) {
    this.types = types;
    this.method = method;
    this.mirror = mirror;
  }

  /** A reader for a method; empty if it is not annotated. */
  static Optional<RuleReader> of(Types types, ExecutableElement method) {
    return mirror(method, DerivativeOf.class).map(m -> new RuleReader(types, method, m));
  }

  /** The annotation of that kind on an element. */
  static Optional<AnnotationMirror> mirror(Element element, Class<?> annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation.getName())) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /** What is written for a member of an annotation. */
  static Optional<AnnotationValue> member(AnnotationMirror mirror, String name) {
    return mirror.getElementValues().entrySet().stream()
        .filter(e -> e.getKey().getSimpleName().contentEquals(name))
        .map(e -> (AnnotationValue) e.getValue())
        .findFirst();
  }

  AnnotationMirror mirror() {
    return mirror;
  }

  /** What is wrong, once {@link #read} has been called. */
  Optional<Complaint> complaint() {
    return Optional.ofNullable(complaint);
  }

  /** The rule; empty if there is something wrong, or the compiler has its own complaint. */
  Optional<Rule> read() {
    Optional<AnnotationValue> type = member(mirror, "type");
    Optional<AnnotationValue> name = member(mirror, "method");
    if (type.isEmpty() || name.isEmpty() || !(name.get().getValue() instanceof String called)) {
      return Optional.empty();
    }
    if (!(type.get().getValue() instanceof DeclaredType declared)
        || declared.getKind() == TypeKind.ERROR) {
      return Optional.empty();
    }
    TypeElement owner = (TypeElement) declared.asElement();
    List<ExecutableElement> methods = ElementFilter.methodsIn(owner.getEnclosedElements());
    List<ExecutableElement> candidates =
        methods.stream().filter(m -> m.getSimpleName().contentEquals(called)).toList();
    Optional<ExecutableElement> target = candidates.stream().filter(this::fits).findFirst();
    if (candidates.isEmpty()) {
      complaint = Complaint.of(Problem.RULE_TARGET, name.get(), called, owner, names(methods));
    } else if (obstacle().isPresent()) {
      complaint = Complaint.of(Problem.RULE_FORM, null, obstacle().get());
    } else if (target.isEmpty()) {
      complaint = Complaint.of(Problem.RULE_SIGNATURE, null, called, signatures(candidates));
    }
    return complaint == null ? target.map(t -> new Rule(method, t)) : Optional.empty();
  }

  private static String names(List<ExecutableElement> methods) {
    return methods.isEmpty()
        ? "no methods"
        : methods.stream()
            .map(m -> m.getSimpleName().toString())
            .distinct()
            .collect(Collectors.joining(", "));
  }

  private static String signatures(List<ExecutableElement> candidates) {
    return candidates.stream()
        .map(
            c ->
                "\n    "
                    + RuleSignature.of(c)
                        .map(RuleSignature::text)
                        .orElse("(none for " + c + ", which does not map numbers to a number)"))
        .collect(Collectors.joining());
  }

  private Optional<String> obstacle() {
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      return Optional.of("an instance method");
    }
    for (Element at = method; at != null; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of("private");
      }
    }
    if (!method.getTypeParameters().isEmpty()) {
      return Optional.of("generic");
    }
    return method.getThrownTypes().isEmpty()
        ? Optional.empty()
        : Optional.of("declared to throw exceptions");
  }

  private boolean fits(ExecutableElement target) {
    Optional<RuleSignature> signature = RuleSignature.of(target);
    List<TypeMirror> given = new ArrayList<>();
    method.getParameters().forEach(p -> given.add(p.asType()));
    return signature.isPresent()
        && signature.get().result().equals(method.getReturnType().toString())
        && given.size() == signature.get().parameters().size()
        && areSame(given, signature.get().parameters());
  }

  private boolean areSame(List<TypeMirror> given, List<TypeMirror> wanted) {
    for (int i = 0; i < given.size(); i++) {
      if (!types.isSameType(types.erasure(given.get(i)), types.erasure(wanted.get(i)))) {
        return false;
      }
    }
    return true;
  }
}
