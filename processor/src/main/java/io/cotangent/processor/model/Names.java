package io.cotangent.processor.model;

import java.util.Set;

/** What the components of generated records are called. */
public final class Names {
  private static final Set<String> FORBIDDEN =
      Set.of(
          "value",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private Names() {}

  /** The component for a parameter: its name, unless Java or the record itself needs that. */
  public static String component(String name) {
    return FORBIDDEN.contains(name) ? name + "_" : name;
  }

  /** The same in a record that has a component for the tangent as well. */
  public static String besideTangent(String name) {
    return name.equals("tangent") ? "tangent_" : component(name);
  }
}
