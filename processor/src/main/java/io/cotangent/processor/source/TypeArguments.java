package io.cotangent.processor.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** What the type variables of a class mean in an object whose type arguments are known. */
final class TypeArguments {
  private final Types types;
  private final Map<Element, TypeMirror> known = new HashMap<>();

  private TypeArguments(Types types) {
    this.types = types;
  }

  /** Whether a type says all of its type arguments. */
  static boolean areKnown(DeclaredType type) {
    int declared = ((TypeElement) type.asElement()).getTypeParameters().size();
    return type.getTypeArguments().size() == declared
        && type.getTypeArguments().stream().allMatch(TypeArguments::isKnown);
  }

  private static boolean isKnown(TypeMirror argument) {
    return argument instanceof ArrayType array
        ? array.getComponentType().getKind().isPrimitive() || isKnown(array.getComponentType())
        : argument.getKind() == TypeKind.DECLARED && areKnown((DeclaredType) argument);
  }

  /** The type arguments of an object, and those its class gives to the classes it inherits. */
  static TypeArguments of(Operand object, Types types) {
    TypeArguments arguments = new TypeArguments(types);
    if (object instanceof Instance instance) {
      arguments.add(instance.of().type());
    } else if (object instanceof Linked linked) {
      arguments.add(linked.of().type());
    }
    return arguments;
  }

  private void add(TypeMirror mirror) {
    if (mirror instanceof DeclaredType type && mirror.getKind() == TypeKind.DECLARED) {
      List<? extends Element> variables = ((TypeElement) type.asElement()).getTypeParameters();
      // A raw type has no arguments.
      for (int i = 0; i < type.getTypeArguments().size(); i++) {
        known.putIfAbsent(variables.get(i), type.getTypeArguments().get(i));
      }
      add(type.getEnclosingType());
      types.directSupertypes(type).forEach(this::add);
    }
  }

  /** The type with what is known put in. */
  TypeMirror in(TypeMirror type) {
    if (known.isEmpty()) {
      return type;
    }
    if (type instanceof TypeVariable variable && type.getKind() == TypeKind.TYPEVAR) {
      return known.getOrDefault(variable.asElement(), type);
    }
    if (type instanceof ArrayType array) {
      return types.getArrayType(in(array.getComponentType()));
    }
    if (!(type instanceof DeclaredType declared) || type.getKind() != TypeKind.DECLARED) {
      return type;
    }
    TypeMirror[] arguments =
        declared.getTypeArguments().stream().map(this::in).toArray(TypeMirror[]::new);
    TypeElement element = (TypeElement) declared.asElement();
    return declared.getEnclosingType() instanceof DeclaredType outer
            && outer.getKind() == TypeKind.DECLARED
        ? types.getDeclaredType((DeclaredType) in(outer), element, arguments)
        : types.getDeclaredType(element, arguments);
  }
}
