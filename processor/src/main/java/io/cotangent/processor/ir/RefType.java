package io.cotangent.processor.ir;

import java.util.Set;

/**
 * A reference without derivatives: a string, an enum, any other object.
 *
 * @param name the class name as it is written in Java source, fully qualified
 */
public record RefType(String name) implements Type {
  public static final RefType STRING = new RefType("java.lang.String");

  /** The names of classes whose objects are texts, numbers, characters and truth values. */
  public static final Set<String> PLAIN =
      Set.of(
          "java.lang.String",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Long",
          "java.lang.Integer",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Boolean");

  public static final RefType OBJECT = new RefType("java.lang.Object");

  @Override
  public boolean equals(Object other) {
    return other instanceof RefType reference && name.equals(reference.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
