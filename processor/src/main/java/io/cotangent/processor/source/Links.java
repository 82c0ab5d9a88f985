package io.cotangent.processor.source;

import io.cotangent.Differentiable;
import io.cotangent.processor.ir.Link;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.tangent.LinkedCode;
import io.cotangent.runtime.Derivatives;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the generated classes of annotated methods that are compiled already. */
final class Links {
  private final Scope scope;

  Links(Scope scope) {
    this.scope = scope;
  }

  /** The link of a method; empty if it has none that can be used where the scope is. */
  Optional<Link> of(ExecutableElement method) {
    if (RuleReader.mirror(method, Differentiable.class).isEmpty()
        || !method.getTypeParameters().isEmpty()
        || !scope.visibility().sees(method)
        || !isExact(method)) {
      return Optional.empty();
    }
    TypeElement nested = scope.program().elements().getTypeElement(nestedClass(method));
    if (nested == null || !scope.visibility().sees(nested)) {
      return Optional.empty();
    }
    return RuleReader.mirror(nested, Derivatives.class).flatMap(m -> link(method, nested, m));
  }

  /** Whether the code that was differentiated is what a call runs. */
  private static boolean isExact(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return method.getModifiers().contains(Modifier.STATIC)
        || method.getModifiers().contains(Modifier.FINAL)
        || owner.getModifiers().contains(Modifier.FINAL);
  }

  private String nestedClass(ExecutableElement method) {
    String place = scope.program().elements().getPackageOf(method).getQualifiedName().toString();
    String prefix = place.isEmpty() ? "" : place + ".";
    String nested = GeneratedNames.nestedClass(method, AnnotationMembers.of(method).name());
    return prefix + GeneratedNames.adjointClass(method) + "." + nested;
  }

  private Optional<Link> link(
      ExecutableElement method, TypeElement nested, AnnotationMirror mirror) {
    List<TypeMirror> types = new ArrayList<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      types.add(method.getEnclosingElement().asType());
    }
    method.getParameters().stream().map(VariableElement::asType).forEach(types::add);
    Set<Integer> differentiated = indices(mirror, "of");
    Set<Integer> written = indices(mirror, "written");
    List<String> components = components(nested);
    boolean isVoid = method.getReturnType().getKind() == TypeKind.VOID;
    int next = isVoid ? 0 : 1;
    List<Link.Param> params = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      Optional<Type> type = scope.program().types().map(types.get(i));
      if (type.isEmpty()
          || !isUsable(type.get(), differentiated.contains(i), written.contains(i))) {
        return Optional.empty();
      }
      String component = differentiated.contains(i) ? components.get(next++) : "";
      params.add(new Link.Param(type.get(), component, written.contains(i)));
    }
    Optional<Type> result =
        isVoid ? Optional.empty() : scope.program().types().map(method.getReturnType());
    boolean isKnown = isVoid || result.filter(t -> isUsable(t, true, false)).isPresent();
    String name = LibraryCalls.signature(method);
    String owner = nested.getQualifiedName().toString();
    return isKnown ? Optional.of(new Link(owner, name, params, result, false)) : Optional.empty();
  }

  /** Whether values can be handed on, their derivatives in a value of the same type. */
  private static boolean isUsable(Type type, boolean isDifferentiated, boolean isWritten) {
    return !(type instanceof RecordType)
        && (!(type instanceof RefType) || !isDifferentiated && !isWritten);
  }

  private static Set<Integer> indices(AnnotationMirror mirror, String member) {
    Set<Integer> indices = new HashSet<>();
    RuleReader.member(mirror, member)
        .map(AnnotationValue::getValue)
        .filter(List.class::isInstance)
        .ifPresent(
            list ->
                ((List<?>) list)
                    .forEach(v -> indices.add((Integer) ((AnnotationValue) v).getValue())));
    return indices;
  }

  private static List<String> components(TypeElement nested) {
    List<String> names = new ArrayList<>();
    nested.getEnclosedElements().stream()
        .filter(
            e -> e.getKind() == ElementKind.RECORD && e.getSimpleName().contentEquals("Gradient"))
        .flatMap(e -> ((TypeElement) e).getRecordComponents().stream())
        .map(RecordComponentElement::getSimpleName)
        .forEach(name -> names.add(name.toString()));
    return names;
  }

  /** Whether an argument is a number, an array or an object that is not taken apart. */
  static boolean isPlain(Operand operand, Type type) {
    return operand instanceof Operand.Scalar scalar
        && (scalar.type().equals(type)
            || type instanceof RefType && scalar.type() instanceof RefType);
  }

  /** The call itself. */
  static Region body(ExecutableElement method, Link link) {
    String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    String name = method.getSimpleName().toString();
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    return LinkedCode.primal(link, isStatic ? owner : "", name);
  }
}
