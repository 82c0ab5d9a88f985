package io.cotangent.processor.source;

import io.cotangent.Differentiable;
import io.cotangent.processor.ir.ArrayType;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the generated classes of annotated methods that are compiled already. */
final class Links {
  private final Scope scope;

  Links(Scope scope) {
    this.scope = scope;
  }

  /**
   * A link with what else was found.
   *
   * @param returned the parameters whose arrays may be part of the result
   */
  record Found(Link link, Set<Integer> returned) {
    /** Whether the result may be an array that was given. */
    boolean mayReturnItsArgument() {
      return !returned.isEmpty()
          && link.result().stream()
              .flatMap(r -> RecordType.leavesOf(r).stream())
              .anyMatch(ArrayType.class::isInstance);
    }
  }

  /** The link of a method; empty if it has none that can be used where the scope is. */
  Optional<Found> of(ExecutableElement method) {
    if (RuleReader.mirror(method, Differentiable.class).isEmpty()
        || !method.getTypeParameters().isEmpty()
        || !scope.visibility().sees(method)) {
      return Optional.empty();
    }
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    if (!isExact(method) && owner.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.empty();
    }
    Optional<String> exactClass =
        isExact(method) ? Optional.empty() : Optional.of(owner.getQualifiedName().toString());
    List<TypeMirror> types = new ArrayList<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      types.add(owner.asType());
    }
    method.getParameters().stream().map(VariableElement::asType).forEach(types::add);
    return Optional.ofNullable(scope.program().elements().getTypeElement(nestedClass(method)))
        .flatMap(
            nested ->
                link(
                    nested,
                    owner.getQualifiedName() + "." + method.getSimpleName(),
                    types,
                    method.getReturnType(),
                    exactClass));
  }

  /**
   * The link to a class that was generated elsewhere, one of whose members is called; empty if what
   * its method takes or gives cannot be handed on.
   */
  Optional<Found> ofGenerated(TypeElement nested) {
    Optional<ExecutableElement> pullback = member(nested, "pullback");
    Optional<ExecutableElement> vjp = member(nested, "vjp");
    if (pullback.isEmpty() || vjp.isEmpty() || !pullback.get().getTypeParameters().isEmpty()) {
      return Optional.empty();
    }
    List<TypeMirror> types = new ArrayList<>();
    pullback.get().getParameters().forEach(p -> types.add(p.asType()));
    String name = nested.getQualifiedName().toString();
    return link(nested, name, types, vjp.get().getReturnType(), Optional.empty());
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

  private Optional<Found> link(
      TypeElement nested,
      String name,
      List<TypeMirror> types,
      TypeMirror returned,
      Optional<String> exactClass) {
    Optional<AnnotationMirror> mirror = RuleReader.mirror(nested, Derivatives.class);
    if (mirror.isEmpty() || !scope.visibility().sees(nested)) {
      return Optional.empty();
    }
    LinkArguments arguments = new LinkArguments(scope.program(), scope.visibility(), nested);
    Optional<List<Link.Argument>> given =
        arguments(arguments, mirror.get(), types, exactClass.isPresent());
    boolean isVoid = returned.getKind() == TypeKind.VOID;
    Optional<Type> result =
        scope.program().types().map(returned).filter(type -> isUsable(arguments, returned, type));
    if (given.isEmpty() || !isVoid && result.isEmpty()) {
      return Optional.empty();
    }
    Link link =
        new Link(
            nested.getQualifiedName().toString(),
            name + list(types, given.get()),
            given.get(),
            result,
            arguments.dual("Tangent", "tangent"),
            order(nested, mirror.get()),
            exactClass,
            Link.Member.METHOD,
            0);
    boolean isComplete =
        (isVoid || link.tangent().isPresent()) && (link.hasGradient() || link.hasTangents());
    if (!isComplete) {
      return Optional.empty();
    }
    return Optional.of(new Found(link, indices(mirror.get(), "returned")));
  }

  private static int order(TypeElement nested, AnnotationMirror mirror) {
    int ofOneNumber =
        RuleReader.member(mirror, "order")
            .map(AnnotationValue::getValue)
            .filter(Integer.class::isInstance)
            .map(Integer.class::cast)
            .orElse(0);
    return Math.max(ofOneNumber, member(nested, "hvp").isPresent() ? 2 : 1);
  }

  private static Optional<ExecutableElement> member(TypeElement nested, String name) {
    return ElementFilter.methodsIn(nested.getEnclosedElements()).stream()
        .filter(m -> m.getSimpleName().contentEquals(name))
        .findFirst();
  }

  private static String list(List<TypeMirror> types, List<Link.Argument> arguments) {
    return IntStream.range(0, types.size())
        .mapToObj(i -> types.get(i) + " " + arguments.get(i).name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static Optional<List<Link.Argument>> arguments(
      LinkArguments arguments,
      AnnotationMirror mirror,
      List<TypeMirror> types,
      boolean isExactReceiver) {
    List<String> names = new ArrayList<>();
    values(mirror, "names").forEach(v -> names.add((String) v));
    Set<Integer> differentiated = indices(mirror, "of");
    Set<Integer> written = indices(mirror, "written");
    List<Link.Argument> all = new ArrayList<>();
    for (int i = 0; i < types.size() && types.size() == names.size(); i++) {
      boolean isExact = i == 0 && isExactReceiver;
      arguments
          .of(types.get(i), names.get(i), differentiated.contains(i), written.contains(i), isExact)
          .ifPresent(all::add);
    }
    return all.size() == types.size() ? Optional.of(all) : Optional.empty();
  }

  /** Whether results can be handed on, their derivatives in values of a type that is known. */
  private static boolean isUsable(LinkArguments arguments, TypeMirror mirror, Type type) {
    return !(type instanceof RefType) && arguments.isKnown(mirror, type);
  }

  private static Set<Integer> indices(AnnotationMirror mirror, String member) {
    Set<Integer> indices = new HashSet<>();
    values(mirror, member).forEach(v -> indices.add((Integer) v));
    return indices;
  }

  private static List<Object> values(AnnotationMirror mirror, String member) {
    List<Object> values = new ArrayList<>();
    RuleReader.member(mirror, member)
        .map(AnnotationValue::getValue)
        .filter(List.class::isInstance)
        .ifPresent(
            list -> ((List<?>) list).forEach(v -> values.add(((AnnotationValue) v).getValue())));
    return values;
  }

  /** Whether an argument is made of numbers, arrays and objects that are not taken apart. */
  static boolean isPlain(Operand operand, Type type) {
    if (operand instanceof Operand.Tuple tuple && type instanceof RecordType record) {
      return tuple.type().equals(record)
          && IntStream.range(0, tuple.components().size())
              .allMatch(i -> isPlain(tuple.components().get(i), record.components().get(i).type()));
    }
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
