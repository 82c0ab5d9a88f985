package io.cotangent.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The signature a rule for a method has.
 *
 * @param result what it returns
 * @param parameters what it takes
 * @param text all of it as it is written
 */
record RuleSignature(String result, List<TypeMirror> parameters, String text) {
  RuleSignature {
    parameters = List.copyOf(parameters);
  }

  /** The signature for a method; empty if it does not map numbers to a number. */
  static Optional<RuleSignature> of(ExecutableElement target) {
    long reals =
        target.getParameters().stream().filter(p -> MathFunctions.isReal(p.asType())).count();
    boolean hasOthers = target.getParameters().stream().anyMatch(p -> holdsReals(p.asType()));
    boolean isStatic = target.getModifiers().contains(Modifier.STATIC);
    TypeMirror owner = ((TypeElement) target.getEnclosingElement()).asType();
    boolean isPart = !isStatic && holdsReals(owner);
    if (!MathFunctions.isReal(target.getReturnType()) || reals == 0 || hasOthers || isPart) {
      return Optional.empty();
    }
    List<TypeMirror> types = new ArrayList<>();
    List<String> list = new ArrayList<>();
    if (!isStatic) {
      types.add(owner);
      list.add(owner + " receiver");
    }
    for (VariableElement parameter : target.getParameters()) {
      types.add(parameter.asType());
      list.add(parameter.asType() + " " + parameter.getSimpleName());
    }
    String result = reals == 1 ? "double" : "double[]";
    String name = target.getSimpleName() + (reals == 1 ? "Derivative" : "Partials");
    String text = "static " + result + " " + name + "(" + String.join(", ", list) + ")";
    return Optional.of(new RuleSignature(result, types, text));
  }

  /** Whether it is an array or a record that numbers with derivatives are in. */
  private static boolean holdsReals(TypeMirror type) {
    return type instanceof ArrayType array
        ? MathFunctions.isReal(array.getComponentType()) || holdsReals(array.getComponentType())
        : type instanceof DeclaredType && Records.isDifferentiable(type);
  }
}
