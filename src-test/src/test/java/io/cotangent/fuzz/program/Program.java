package io.cotangent.fuzz.program;

import java.util.List;

/**
 * A class with one method to differentiate.
 *
 * @param entry the annotated method, {@code run}
 * @param wrt what the annotation names; empty for all parameters
 * @param classes of the objects it makes
 * @param helpers methods it may call
 * @param components of the record the class declares; empty if there is none
 */
public record Program(
    Method entry,
    List<String> wrt,
    List<ClassDecl> classes,
    List<Method> helpers,
    List<Type> components) {
  public Program {
    wrt = List.copyOf(wrt);
    classes = List.copyOf(classes);
    helpers = List.copyOf(helpers);
    components = List.copyOf(components);
  }

  /** The method of a name. */
  public Method method(String name) {
    for (Method helper : helpers) {
      if (helper.name().equals(name)) {
        return helper;
      }
    }
    throw new IllegalArgumentException("no method " + name);
  }

  /** The class of a name. */
  public ClassDecl type(String name) {
    return classes.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  /** Whether derivatives with respect to a parameter are asked for. */
  public boolean isDifferentiated(Parameter parameter) {
    return parameter.type().isDifferentiable() && (wrt.isEmpty() || wrt.contains(parameter.name()));
  }

  /** The parameters derivatives are asked for. */
  public List<Parameter> differentiated() {
    return entry.params().stream().filter(this::isDifferentiated).toList();
  }
}
