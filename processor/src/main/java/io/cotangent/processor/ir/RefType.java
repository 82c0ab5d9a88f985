package io.cotangent.processor.ir;

/**
 * A reference without derivatives: a string, an enum, any other object.
 *
 * @param name the class name as it is written in Java source, fully qualified
 */
public record RefType(String name) implements Type {
  public static final RefType STRING = new RefType("java.lang.String");
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
